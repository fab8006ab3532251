import Nines
import Testing

/// Importance measures and cut sets of small systems, worked by hand.
@Suite("Importance and minimal cut sets")
struct ImportanceTests {
  private static func rows(_ text: String, of name: String) throws -> [String: Importance] {
    let topology = try Checker.check(SourceText(text)).topology
    let rows = try Assessor(topology).importance(of: name)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.row.name, $0) })
  }

  /// x = a & (b | c), u = 0.01, 0.1, 0.2: U = 0.01 + 0.99 x 0.02 = 0.0298.
  private static let mixed = "a = 99%, mttr 1h\nb = 90%, mttr 1h\nc = 80%, mttr 1h\nx = a & (b | c)"

  @Test("series and parallel by hand")
  func mixed() throws {
    let rows = try Self.rows(Self.mixed, of: "x")
    let a = try #require(rows["a"])
    let b = try #require(rows["b"])
    #expect(relativeError(a.birnbaum, 0.98) < 1e-14)
    #expect(relativeError(b.birnbaum, 0.99 * 0.2) < 1e-14)
    #expect(relativeError(try #require(a.criticality), 0.0098 / 0.0298) < 1e-14)
    #expect(relativeError(try #require(a.fussellVesely), 0.01 / 0.0298) < 1e-14)
    #expect(relativeError(try #require(a.riskAchievement), 1 / 0.0298) < 1e-14)
    #expect(relativeError(try #require(a.riskReduction), 0.0298 / 0.02) < 1e-14)
    // b down: U = 0.01 + 0.99 x 0.2 = 0.208; b up: U = 0.01.
    #expect(relativeError(try #require(b.riskAchievement), 0.208 / 0.0298) < 1e-14)
    #expect(relativeError(try #require(b.riskReduction), 2.98) < 1e-14)
    #expect(relativeError(try #require(b.fussellVesely), 0.1 * 0.208 / 0.0298) < 1e-14)
    #expect(relativeError(b.downtimePerYear.seconds, 0.1 * 0.198 * 31_536_000) < 1e-14)
  }

  @Test("what can be lost to a dominating part isn't: the rest is formed without subtraction")
  func dominated() throws {
    let rows = try Self.rows("a = 90%\nb = 25 nines\nx = a & b", of: "x")
    let a = try #require(rows["a"])
    #expect(relativeError(try #require(a.riskReduction), 0.1 / 1e-25) < 1e-12)
  }

  @Test("each of a group's members: 2 of 3 with u = 0.1")
  func member() throws {
    let rows = try Self.rows("service x: 2 of 3, 90%", of: "x")
    let member = try #require(rows["x"])
    #expect(member.row.members == 3)
    #expect(relativeError(member.birnbaum, 2 * 0.1 * 0.9) < 1e-14)
    #expect(relativeError(try #require(member.fussellVesely), 0.1 * 0.19 / 0.028) < 1e-14)
  }

  @Test("one copy of a bracket made perfect")
  func copies() throws {
    // 1 of 2 (a & b): U = (1 - 0.9 x 0.8)^2 = 0.0784; with one a perfect 0.28 x 0.2.
    let rows = try Self.rows("a = 90%\nb = 80%\nx = 1 of 2 (a & b)", of: "x")
    let a = try #require(rows["a"])
    #expect(a.row.members == 2)
    #expect(relativeError(try #require(a.riskReduction), 0.0784 / 0.056) < 1e-13)
  }

  @Test("frequency is the sum of failure frequency x Birnbaum importance")
  func frequency() throws {
    let topology = try Checker.check(SourceText(ReferenceTopologyTests.text())).topology
    let assessor = Assessor(topology)
    let sum = try assessor.importance(of: "site").reduce(0) { sum, row in
      let frequency = row.row.component.failureFrequency?.perYear ?? .nan
      return sum + frequency * row.birnbaum * Double(row.row.members)
    }
    #expect(relativeError(sum, 0.043233983571617) < 1e-12)
  }

  private static func cuts(_ text: String, of name: String, order: Int) throws -> Set<String> {
    let topology = try Checker.check(SourceText(text)).topology
    let sets = try Assessor(topology).minimalCutSets(of: name, order: order)
    return Set(
      sets.map { set in
        set.events.map { "\($0.count) \($0.row.name)" }.sorted().joined(separator: ", ")
      })
  }

  @Test("cut sets of the mixed system and of the bridge")
  func smallCutSets() throws {
    #expect(try Self.cuts(Self.mixed, of: "x", order: 3) == ["1 a", "1 b, 1 c"])
    let bridge = """
      a = 99%
      b = 99%
      c = 99%
      d = 99%
      e = 99%
      x = (a & b) | (c & d) | (a & e & d) | (c & e & b)
      """
    #expect(
      try Self.cuts(bridge, of: "x", order: 5) == [
        "1 a, 1 c", "1 b, 1 d", "1 a, 1 d, 1 e", "1 b, 1 c, 1 e",
      ])
  }

  @Test("groups are counted, zones take their members")
  func groupCutSets() throws {
    let text = "zones az: 3, 99.9%\nservice x: 2 per az, need 4, 99%"
    let sets = try Self.cuts(text, of: "x", order: 3)
    // Two zones, or a zone and one member elsewhere, or three members.
    #expect(sets.contains("1 az.1, 1 az.2"))
    #expect(sets.contains("1 az.1, 1 x"))
    #expect(sets.contains("1 x, 2 x"))
    #expect(!sets.contains("1 az.1"))
    #expect(try Self.cuts("service x: 2000 of 3000, 99%", of: "x", order: 1001) == ["1001 x"])
  }
}
