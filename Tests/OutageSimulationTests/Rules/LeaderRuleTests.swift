import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

/// Groups with a leader worked by hand; in drawings a column is 5 s, letters say who leads, o nobody.
@Suite("Failover in a group")
struct LeaderRuleTests {
  private static let rule = RuleTrial.cause

  /// Detection 5 s and a switch of 5 s; by hand in so many seconds, or never.
  private func group(
    need: Int, coverage: Probability = .certain, manual: UInt32? = nil
  ) throws -> RuleTrial {
    try RuleTrial(
      .leader(
        Failover(
          detection: .seconds(5), switching: .fixed(.seconds(5)), coverage: coverage,
          manual: manual.map { .fixed(.seconds($0)) }), need: need))
  }

  /// Members a, b, c, which are causes 1, 2, 3.
  private func members(_ outages: [(start: Int64, end: Int64)]...) -> [LevelHistory] {
    outages.enumerated().map { LevelHistory(down: $1, by: Int32($0 + 1)) }
  }

  private func spans(
    _ trial: RuleTrial, _ members: [LevelHistory]
  ) throws -> [LevelHistory.Span] {
    try trial.follow(members).spans
  }

  // a      --xxxxxx----------
  // b      ------------xxx---   leads from 20 on, also when a is back; its failure costs again
  // c      ----------------xx   follows
  // leads  aaoobbbbbbbbooaaaa
  @Test("the first in order that is up takes over, and a member that returns follows")
  func election() throws {
    let members = members([(10, 40)], [(60, 75)], [(80, 90)])
    #expect(
      try spans(group(need: 2), members) == [
        .down(10, 20, by: Self.rule), .down(60, 70, by: Self.rule),
      ])
  }

  // a      --x-------xx-----   back at 15, before the switch, and at its end
  // leads  aaoaaaaaaaooaaaaa
  // b      --------------xx-   would cost if b led
  @Test("the old leader, back before the switch is done, leads at once")
  func oldLeader() throws {
    let early = members([(10, 15), (50, 60)], [(70, 80)], [])
    #expect(
      try spans(group(need: 2), early) == [
        .down(10, 15, by: Self.rule), .down(50, 60, by: Self.rule),
      ])
    // Back 1 ns behind the end of the switch it follows b, whose failure costs.
    var late = members([], [(70, 80)], [])
    late[0] = LevelHistory([.init(start: 50 * second, end: 60 * second + 1, level: 0, cause: 1)])
    #expect(
      try spans(group(need: 2), late) == [
        .down(50, 60, by: Self.rule), .down(70, 80, by: Self.rule),
      ])
  }

  // a      --xxxxxx---     the leader
  // b      ---xx------     fails in the switch; need 1: it goes on, and c leads from 20 on
  // c      -------xx--     its failure at 35 costs a switch: then b leads
  // leads  aaoocccoobb
  @Test("failures of others don't restart a switch")
  func others() throws {
    let members = members([(10, 40)], [(15, 25)], [(35, 45)])
    #expect(
      try spans(group(need: 1), members) == [
        .down(10, 20, by: Self.rule), .down(35, 45, by: Self.rule),
      ])
  }

  // Two of three.
  // a      --xxxxxx-------
  // b      ---x-----------   at 15 the quorum is lost, at 20 it is back: it runs at once, led by b
  // leads  aaoobbbbbbbbbbb
  @Test("losing the quorum cancels the switch")
  func cancelled() throws {
    let slow = try RuleTrial(
      .leader(Failover(switching: .fixed(.seconds(30))), need: 2))
    #expect(
      try spans(slow, members([(10, 40)], [(15, 20)], [])) == [.down(10, 20, by: Self.rule)])
    // Without the loss it takes until 40.
    #expect(
      try spans(slow, members([(10, 60)], [], [])) == [.down(10, 40, by: Self.rule)])
  }

  // Two of three: followers lose the quorum, and it is theirs; the new election is a's again.
  // a      ------------xxx--   leads before and after, until it fails itself
  // b      --xxxx-----------
  // c      ---xx------------
  // leads  aaaooaaaaaaaoobbb
  @Test("without a quorum nobody leads")
  func quorum() throws {
    let members = members([(60, 75)], [(10, 30)], [(15, 25)])
    #expect(
      try spans(group(need: 2), members) == [
        .down(15, 25, by: 3), .down(60, 70, by: Self.rule),
      ])
  }

  // One of two: with both down there is no switch; who is back first leads at once.
  // a      --xxxxxx----xx-
  // b      --xxxx------x--
  // leads  aaoooobbbbbbobb
  @Test("all fail at once")
  func together() throws {
    let members = members([(10, 40), (60, 70)], [(10, 30), (60, 65)])
    #expect(
      try spans(group(need: 1), members) == [.down(10, 30, by: 2), .down(60, 65, by: 2)])
  }

  // a [10, 30), b [30, 50): when b, who leads, fails, a is back at that very instant. There is a
  // quorum all the time, and the leader fails: a switch.
  @Test("outages that touch")
  func touching() throws {
    #expect(
      try spans(group(need: 1), members([(10, 30)], [(30, 50)])) == [
        .down(10, 20, by: Self.rule), .down(30, 40, by: Self.rule),
      ])
    // Two spans of the leader that touch are one outage and one switch.
    var members = members([], [])
    members[0] = LevelHistory([.down(10, 15, by: 1), .down(15, 40, by: 3)])
    #expect(try spans(group(need: 1), members) == [.down(10, 20, by: Self.rule)])
  }

  @Test("without an automatic switch")
  func uncovered() throws {
    let members = members([(10, 60)], [], [])
    #expect(
      try spans(group(need: 2, coverage: .impossible, manual: 25), members) == [
        .down(10, 40, by: Self.rule)
      ])
    #expect(
      try spans(group(need: 2, coverage: .impossible), members) == [.down(10, 60, by: Self.rule)])
  }

  @Test("from the start and beyond the end")
  func edges() throws {
    // Down from 0 on, a was never elected: b is at once.
    #expect(try spans(group(need: 1), members([(0, 20)], [])) == [])
    #expect(
      try spans(group(need: 1), members([(95, 300)], [])) == [.down(95, 100, by: Self.rule)])
    #expect(
      try spans(group(need: 2), members([(0, 300)], [])) == [.down(0, 100, by: 1)])
  }

  @Test("a member that is never up, and a group of such members")
  func neverUp() throws {
    let never = LevelHistory([], base: 0)
    let result = try group(need: 1).follow([never, LevelHistory(down: [(10, 30)], by: 2), .init()])
    #expect(result.base == 1)
    #expect(result.spans == [.down(10, 20, by: Self.rule)])
    let down = try group(need: 1).follow([never, never])
    #expect(down.base == 0 && down.isEmpty)
  }

  // By turns the leader of two fails for 60 s; 1 switch in 4 is by hand.
  @Test("one draw a switch")
  func draws() throws {
    let count = 10_000
    let starts = (0..<count).map { Int64($0) * 200 }
    let a = starts.map { ($0 + 10, $0 + 70) }
    let b = starts.map { ($0 + 110, $0 + 170) }
    let trial = try group(
      need: 1, coverage: Probability(value: 0.75, complement: 0.25), manual: 20)
    let outages = try trial.follow(members(a, b), until: Int64(count) * 200, seed: 4).outages
    let lengths = outages.map { ($0.end - $0.start) / second }
    #expect(lengths.count == 2 * count)
    #expect(lengths.allSatisfy { $0 == 10 || $0 == 25 })
    let covered = Double(lengths.count { $0 == 10 })
    let z = (covered - 1.5 * Double(count)) / (0.375 * Double(count)).squareRoot()
    #expect(abs(z) < 4.9)
  }
}
