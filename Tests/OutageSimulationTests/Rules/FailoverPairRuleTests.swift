import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

/// Failovers between two places worked by hand; in drawings a column is 5 s, s serves, o nobody does.
@Suite("Failover between two places")
struct FailoverPairRuleTests {
  private static let rule = RuleTrial.cause

  /// Detection 5 s and a switch of 5 s; by hand in so many seconds, or never.
  private func pair(
    coverage: Probability = .certain, manual: UInt32? = nil, timeToLive: UInt32? = nil
  ) throws -> RuleTrial {
    try RuleTrial(
      .failover(
        Failover(
          detection: .seconds(5), switching: .fixed(.seconds(5)), coverage: coverage,
          manual: manual.map { .fixed(.seconds($0)) },
          timeToLive: timeToLive.map { .seconds($0) })))
  }

  private let up = LevelHistory()

  // primary  --xxxxx---xx--x---    10 to 35, 50 to 60 and 70 to 75
  // serves   ppoossspppooppoppp    the second outage ends with the switch, the third before
  @Test("the standby serves once the switch is done")
  func switching() throws {
    let p = LevelHistory(down: [(10, 35), (50, 60), (70, 75)])
    #expect(
      try pair().spans(p, up) == [
        .down(10, 20, by: Self.rule), .down(50, 60, by: Self.rule), .down(70, 75, by: Self.rule),
      ])
  }

  // The automatic switch never works: by hand 15 s after detection, or not at all.
  @Test("by hand")
  func manual() throws {
    let p = LevelHistory(down: [(10, 60)])
    #expect(
      try pair(coverage: .impossible, manual: 15).spans(p, up) == [.down(10, 30, by: Self.rule)])
    #expect(try pair(coverage: .impossible).spans(p, up) == [.down(10, 60, by: Self.rule)])
  }

  // primary  --xxxxxxxxx---
  // standby  --xxxxx-------   down when its turn comes at 20, up at 35: serves at once
  // serves   ppooooossssppp
  @Test("a standby that is down when its turn comes")
  func waiting() throws {
    let p = LevelHistory(down: [(10, 55)], by: 1)
    #expect(
      try pair().spans(p, LevelHistory(down: [(10, 35)], by: 2)) == [.down(10, 35, by: 1)])
    #expect(
      try pair().spans(p, LevelHistory(down: [(0, 35)], by: 2)) == [.down(10, 35, by: 1)])
    #expect(
      try pair().spans(p, LevelHistory(down: [(15, 35)], by: 2)) == [.down(10, 35, by: Self.rule)])
    // The primary is back first.
    #expect(
      try pair().spans(p, LevelHistory(down: [(0, 80)], by: 2)) == [.down(10, 55, by: 1)])
  }

  // primary  --xxxxxxxxx---
  // standby  ------xx-xxxx-   fails while it serves, twice; the second time the primary is back first
  // serves   ppoossoosoopp
  @Test("a standby that fails while it serves")
  func failing() throws {
    let p = LevelHistory(down: [(10, 55)], by: 1)
    let s = LevelHistory(down: [(30, 40), (45, 65)], by: 2)
    #expect(
      try pair().spans(p, s) == [
        .down(10, 20, by: Self.rule), .down(30, 40, by: 2), .down(45, 55, by: 2),
      ])
  }

  // Outages that touch: the primary's end is the standby's start, and the other way round.
  @Test("touching and nested outages")
  func touching() throws {
    let p = LevelHistory(down: [(10, 30)], by: 1)
    #expect(
      try pair().spans(p, LevelHistory(down: [(30, 40)])) == [.down(10, 20, by: Self.rule)])
    #expect(try pair().spans(p, LevelHistory(down: [(5, 10)])) == [.down(10, 20, by: Self.rule)])
    #expect(try pair().spans(p, LevelHistory(down: [(15, 20)])) == [.down(10, 20, by: Self.rule)])
    #expect(
      try pair().spans(p, LevelHistory(down: [(20, 25)], by: 2)) == [
        .down(10, 25, by: Self.rule)
      ])
    // Two parts of the primary fail one after the other: one outage and one switch.
    let two = LevelHistory([.down(10, 15, by: 1), .down(15, 40, by: 3)])
    #expect(try pair().spans(two, up) == [.down(10, 20, by: Self.rule)])
  }

  @Test("from the start and beyond the end")
  func edges() throws {
    let p = LevelHistory(down: [(0, 30), (95, 500)])
    #expect(
      try pair().spans(p, up) == [.down(0, 10, by: Self.rule), .down(95, 100, by: Self.rule)])
    #expect(
      try pair().spans(p, LevelHistory(down: [(0, 500)], by: 2)) == [
        .down(0, 30, by: 1), .down(95, 100, by: 1),
      ])
  }

  // Ready 1 ns before the primary is back, and at the same instant.
  @Test("to the nanosecond")
  func threshold() throws {
    let p = LevelHistory([.init(start: 10 * second, end: 20 * second + 1, level: 0, cause: 1)])
    let s = LevelHistory([.at(0.5, 0, 100, by: 2)])
    #expect(
      try pair().spans(p, s) == [
        .down(10, 20, by: Self.rule),
        .init(start: 20 * second, end: 20 * second + 1, level: 0.5, cause: 1),
      ])
    #expect(
      try pair().spans(LevelHistory(down: [(10, 20)]), s) == [.down(10, 20, by: Self.rule)])
  }

  @Test("who serves passes its level through")
  func levels() throws {
    let p = LevelHistory(
      [.at(0.75, 0, 10, by: 1), .at(0.25, 10, 40, by: 2), .at(0.75, 40, 50, by: 3)],
      downBelow: 0.5)
    let s = LevelHistory([.at(0.6, 25, 35, by: 4)], downBelow: 0.5)
    #expect(
      try pair().spans(p, s) == [
        .at(0.75, 0, 10, by: 1), .at(0.25, 10, 20, by: Self.rule), .at(0.6, 25, 35, by: 4),
        .at(0.75, 40, 50, by: 3),
      ])
    // A lesser standby serves because the primary is down.
    let lesser = LevelHistory([], base: 0.5)
    #expect(
      try pair().spans(LevelHistory(down: [(10, 40)]), lesser) == [
        .down(10, 20, by: Self.rule), .at(0.5, 20, 40, by: 1),
      ])
  }

  // Users move in 20 steps of 1 s from 20 on; on average half of them are still on the old place.
  @Test("users move in the time to live")
  func timeToLive() throws {
    let p = LevelHistory(down: [(10, 60)])
    let result = try pair(timeToLive: 20).follow([p, up])
    let levels = try #require(result.levels(100))
    for step in 0..<20 {
      #expect(abs(levels[20 + step] - (Double(step) + 0.5) / 20) < 1e-15)
    }
    #expect(levels[19] == 0 && levels[40] == 1)
    #expect(abs(levels[20..<40].reduce(0, +) - 10) < 1e-12)
    #expect(result.spans.allSatisfy { $0.cause == Self.rule })
  }

  // Of 20 parts of 1 s and 7 ns each is 50,000,000 ns long, and some of them 1 ns longer.
  @Test("steps of a time to live that 20 does not divide")
  func unevenSteps() {
    let length = second + 7
    var migration = UserMigration(timeToLive: length)
    var instant: Int64 = 5
    var moved = 0.0
    for step in 0..<20 {
      let (share, until) = migration.share(at: instant)
      #expect(share == (Double(step) + 0.5) / 20)
      #expect((until - instant - 50_000_000 == 0) || (until - instant - 50_000_000 == 1))
      moved += share * Double(until - instant)
      instant = until
    }
    #expect(instant == 5 + length)
    #expect(migration.share(at: instant).moved == 1)
    #expect(abs(moved / Double(length) - 0.5) < 1e-8)
  }

  // Users begin to move when the standby first serves, at 30, and go on moving while it is down.
  @Test("moving begins with the standby's first service")
  func movingLate() throws {
    let p = LevelHistory(down: [(10, 60)])
    let s = LevelHistory(down: [(15, 30), (35, 45)])
    let levels = try #require(try pair(timeToLive: 20).follow([p, s]).levels(100))
    #expect(levels[29] == 0 && levels[30] == 0.025 && levels[34] == 0.225)
    #expect(levels[35] == 0 && levels[45] == 0.775 && levels[50] == 1)
  }

  @Test("a primary that is never up")
  func neverUp() throws {
    let never = LevelHistory([], base: 0)
    let result = try pair().follow([never, LevelHistory(down: [(30, 40)], by: 2)])
    #expect(result.base == 1)
    #expect(result.spans == [.down(0, 10, by: Self.rule), .down(30, 40, by: 2)])
    #expect(try pair().follow([never, never]).spans.isEmpty)
  }

  // 20,000 outages of 60 s: 3 of 4 are over after 10 s, the others after 25 s.
  @Test("one draw an outage")
  func draws() throws {
    let count = 20_000
    let p = LevelHistory(down: (0..<count).map { (Int64($0) * 100, Int64($0) * 100 + 60) })
    let trial = try pair(coverage: Probability(value: 0.75, complement: 0.25), manual: 20)
    let outages = try trial.follow([p, up], until: Int64(count) * 100, seed: 3).outages
    let lengths = outages.map { ($0.end - $0.start) / second }
    #expect(lengths.count == count)
    #expect(lengths.allSatisfy { $0 == 10 || $0 == 25 })
    let covered = Double(lengths.count { $0 == 10 })
    let z = (covered - 0.75 * Double(count)) / (0.1875 * Double(count)).squareRoot()
    #expect(abs(z) < 4.9)
  }
}
