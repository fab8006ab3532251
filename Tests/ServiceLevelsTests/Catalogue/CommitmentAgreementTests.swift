import Quantities
import ServiceLevels
import Testing

/// Published promises as agreements, and what is assumed of them.
@Suite("Agreements of published promises")
struct CommitmentAgreementTests {
  private func commitment(_ name: String) throws -> Commitment {
    try #require(CommitmentCatalogue.published.named(name))
  }

  @Test("what the document says is taken over")
  func known() throws {
    let atlas = try commitment("mongodb.atlas").agreement()
    #expect(atlas.agreement.name == "mongodb.atlas")
    #expect(atlas.agreement.target.complement == 5e-5)
    #expect(atlas.agreement.window == .calendarMonth)
    #expect(atlas.agreement.rule == .wholeMinutes)
    #expect(atlas.agreement.credits?.steps.count == 3)
    #expect(atlas.agreement.documentDate == "2021-06-23")
    #expect(
      atlas.assumptions.first
        == "mongodb.atlas 99.995% is a promise of 2021-06-23, not a forecast")
    #expect(!atlas.assumptions.contains { $0.contains("isn't known") })
  }

  @Test("what it doesn't say is assumed, a sentence each")
  func unknown() throws {
    let lambda = try commitment("aws.lambda").agreement()
    #expect(lambda.agreement.window == .calendarMonth)
    #expect(lambda.agreement.rule == .continuous)
    #expect(lambda.agreement.credits == nil)
    #expect(lambda.assumptions.count { $0.contains("isn't known") } == 3)
    #expect(lambda.assumptions.contains("noted of aws.lambda: measured in requests"))
  }

  @Test("another window is judged, and said to be another")
  func otherWindow() throws {
    let elb = try commitment("aws.elb.multi-az")
    let year = try elb.agreement(per: .year)
    #expect(year.agreement.window == .year)
    #expect(
      year.assumptions.contains(
        "aws.elb.multi-az is promised per billing month, and judged otherwise here"))
    let usual = try elb.agreement()
    #expect(usual == (try elb.agreement(per: .calendarMonth)))
    #expect(usual.assumptions.contains { $0.contains("billing month") })
    #expect(throws: ServiceLevelError.ruleLength) {
      try commitment("gcp.spanner.regional").agreement(per: .duration(.minutes(4)))
    }
  }

  @Test("every promise makes an agreement")
  func all() throws {
    for commitment in CommitmentCatalogue.published.commitments {
      let assumed = try commitment.agreement()
      #expect(assumed.agreement.target == commitment.availability)
      #expect(assumed.agreement.cap == commitment.cap)
      #expect(assumed.assumptions.first == commitment.label)
    }
  }
}
