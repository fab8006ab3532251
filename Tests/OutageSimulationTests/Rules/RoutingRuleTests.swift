import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

/// Groups that are routed to worked by hand; in drawings a column is 5 s.
@Suite("Detection in a group that is routed to")
struct RoutingRuleTests {
  private static let rule = RuleTrial.cause

  private func routing(
    _ detection: UInt32, need: Int = 1, share: Double? = nil
  ) throws -> RuleTrial {
    try RuleTrial(.routing(detection: .seconds(detection), need: need, share: share))
  }

  /// Members of causes 1, 2, ...
  private func members(_ outages: [(start: Int64, end: Int64)]...) -> [LevelHistory] {
    outages.enumerated().map { LevelHistory(down: $1, by: Int32($0 + 1)) }
  }

  // a      --xxxx-----x-     noticed at 20; the second time back before
  // b, c   -------------
  // level  3322333333323    in thirds: 2 while a is routed to and down
  @Test("requests to a member that is down are lost until it is noticed")
  func lost() throws {
    let seen = try routing(10).follow(members([(10, 30), (55, 60)], [], [])).spans
    #expect(
      seen == [.at(2.0 / 3, 10, 20, by: Self.rule), .at(2.0 / 3, 55, 60, by: Self.rule)])
  }

  // a      --xxxxxx---      routed to until 20
  // b      ---xx------      routed to until 25, when it is back
  // level  --klm------      k = 2/3, l = 1/3 with c alone up, m = 1/2 with a noticed
  @Test("nested outages")
  func nested() throws {
    let seen = try routing(10).follow(members([(10, 40)], [(15, 25)], [])).spans
    #expect(
      seen == [
        .at(2.0 / 3, 10, 15, by: Self.rule), .at(1.0 / 3, 15, 20, by: Self.rule),
        .at(0.5, 20, 25, by: Self.rule),
      ])
  }

  // Two of three are needed: below that the loss is the members'.
  @Test("below the need nothing is served")
  func need() throws {
    let seen = try routing(10, need: 2).follow(members([(10, 40)], [(15, 25)], [])).spans
    #expect(seen == [.at(2.0 / 3, 10, 15, by: Self.rule), .down(15, 25, by: 2)])
  }

  // Each of three members carries half of the demand. With one noticed the others carry it all; with
  // two down the third carries half.
  @Test("shares of a demand")
  func shares() throws {
    let seen = try routing(10, share: 0.5).follow(members([(10, 60)], [(30, 50)], [])).spans
    #expect(
      seen == [
        .at(2.0 / 3, 10, 20, by: Self.rule), .at(0.25, 30, 40, by: 2), .at(0.5, 40, 50, by: 2),
      ])
  }

  // Each of three carries a third: together all, but for rounding.
  @Test("shares that miss the whole by rounding are the whole")
  func tolerance() throws {
    let third = 1_000 / 3_000.000_000_1
    let result = try routing(0, share: third).follow(members([(10, 20)], [], []))
    #expect(result.base == 1)
    #expect(result.spans == [.at(2 * third, 10, 20, by: 1)])
  }

  // Down for exactly the detection time, and 1 ns longer, for which it is not routed to.
  @Test("to the nanosecond")
  func threshold() throws {
    let longer = LevelHistory([.init(start: 10 * second, end: 20 * second + 1, level: 0, cause: 1)])
    for a in [LevelHistory(down: [(10, 20)]), longer] {
      #expect(
        try routing(10).follow([a, LevelHistory()]).spans == [.at(0.5, 10, 20, by: Self.rule)])
    }
  }

  // a [10, 20), b [20, 30): by turns; and a again at the instant when it is back, which is one outage.
  @Test("outages that touch")
  func touching() throws {
    #expect(
      try routing(10).follow(members([(10, 20)], [(20, 30)])).spans == [
        .at(0.5, 10, 30, by: Self.rule)
      ])
    var members = members([], [])
    members[0] = LevelHistory([.down(10, 15, by: 1), .down(15, 40, by: 3)])
    #expect(try routing(10).follow(members).spans == [.at(0.5, 10, 20, by: Self.rule)])
  }

  @Test("from the start and beyond the end")
  func edges() throws {
    #expect(
      try routing(10).follow(members([(0, 30), (95, 500)], [])).spans == [
        .at(0.5, 0, 10, by: Self.rule), .at(0.5, 95, 100, by: Self.rule),
      ])
    // All down: nothing to route to.
    #expect(
      try routing(10).follow(members([(0, 30)], [(0, 20)])).spans == [.down(0, 20, by: 2)])
  }

  @Test("a member that is never up is never routed to")
  func neverUp() throws {
    let never = LevelHistory([], base: 0)
    let result = try routing(10, share: 0.5).follow(members([(10, 30)], []) + [never])
    #expect(result.base == 1)
    #expect(result.spans == [.at(0.25, 10, 20, by: 1), .at(0.5, 20, 30, by: 1)])
  }
}
