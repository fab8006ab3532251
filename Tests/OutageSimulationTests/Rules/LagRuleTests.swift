import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

/// Cascades worked by hand; in drawings a column is 5 s, r the tail.
@Suite("Lagging behind")
struct LagRuleTests {
  private static let rule = RuleTrial.cause

  private func lag(_ seconds: UInt32) throws -> RuleTrial {
    try RuleTrial(.afterEffect(.lag(.fixed(.seconds(seconds)))))
  }

  // x     --xx--------xx--
  // seen  --xxrr------xxrr      one outage each, of what began it
  @Test("an outage lasts longer")
  func longer() throws {
    let x = LevelHistory(down: [(10, 20), (60, 70)])
    #expect(try lag(10).spans(x) == [.down(10, 30), .down(60, 80)])
  }

  // x     --xx-xx-----
  // seen  --xxrxxrr---   the first tail reaches into the second outage
  @Test("tails and outages that overlap or touch merge")
  func overlapping() throws {
    #expect(try lag(10).spans(LevelHistory(down: [(10, 20), (25, 35)])) == [.down(10, 45)])
    #expect(try lag(5).spans(LevelHistory(down: [(10, 20), (25, 35)])) == [.down(10, 40)])
    // A long tail goes on behind a short outage that lies in it.
    #expect(try lag(30).spans(LevelHistory(down: [(10, 20), (25, 26)])) == [.down(10, 56)])
    let apart = LevelHistory([
      .down(10, 20), .init(start: 25 * second + 1, end: 30 * second, level: 0, cause: 2),
    ])
    #expect(
      try lag(5).spans(apart) == [
        .down(10, 25), .init(start: 25 * second + 1, end: 35 * second, level: 0, cause: 2),
      ])
  }

  @Test("from the start and beyond the end")
  func edges() throws {
    #expect(
      try lag(10).spans(LevelHistory(down: [(0, 5), (95, 100)])) == [.down(0, 15), .down(95, 100)])
    #expect(try lag(10).spans(LevelHistory(down: [(80, 95)])) == [.down(80, 100)])
  }

  // Outages at level 0.25, tails of 10 s at 0: told apart, and the tails are the rule's. One covers
  // what lies between b and c, the other d for 10 s.
  // 1         -    ---
  // 0.75  aa    dddd
  // 0.25    bb c
  @Test("levels in an outage pass through; the tail is down")
  func levels() throws {
    let x = LevelHistory(
      [
        .at(0.75, 0, 10, by: 1), .at(0.25, 10, 20, by: 2), .at(0.25, 25, 30, by: 3),
        .at(0.75, 30, 50, by: 4),
      ], downBelow: 0.5)
    #expect(
      try lag(10).spans(x) == [
        .at(0.75, 0, 10, by: 1), .at(0.25, 10, 20, by: 2), .down(20, 25, by: Self.rule),
        .at(0.25, 25, 30, by: 3), .down(30, 40, by: Self.rule), .at(0.75, 40, 50, by: 4),
      ])
  }

  // Outages [10, 20) and [25, 35), tails of up to 40 s: the first may end behind the second.
  @Test("the tail that ends last counts")
  func lastTail() throws {
    let law = Law.uniform(from: .zero, to: .seconds(40))
    let trial = try RuleTrial(.afterEffect(.lag(law)))
    let x = LevelHistory(down: [(10, 20), (25, 35)])
    let tail = SampledLaw(law)
    var firstWins = 0
    for seed in 0..<200 as Range<UInt64> {
      var pool = try trial.pool(seed: seed)
      let first = 20 * second + Clock.ticks(pool.draw(tail))
      let last = 35 * second + Clock.ticks(pool.draw(tail))
      let outages = Array(try trial.follow([x], seed: seed).outages)
      #expect(outages.last?.end == max(first, last))
      #expect(outages.count == (first < 25 * second ? 2 : 1))
      firstWins += first > last ? 1 : 0
    }
    // With probability 25^2 / (2 × 40^2).
    #expect(firstWins > 10 && firstWins < 80)
  }

  // 20,000 outages of 1 s, far apart, each with a tail of its own: exponential with mean 3 s, so that
  // the sum has mean 60,000 s and standard deviation 3 × √20,000 s.
  @Test("one draw an outage")
  func draws() throws {
    let count = 20_000
    let x = LevelHistory(down: (0..<count).map { (Int64($0) * 1_000, Int64($0) * 1_000 + 1) })
    let trial = try RuleTrial(.afterEffect(.lag(.exponential(mean: .seconds(3)))))
    let lengths = try trial.follow([x], until: Int64(count) * 1_000, seed: 5).outages
      .map { Double($0.end - $0.start) / 1e9 - 1 }
    #expect(lengths.count == count)
    let z = (lengths.reduce(0, +) - 3 * Double(count)) / (3 * Double(count).squareRoot())
    #expect(abs(z) < 4.9)
    // The share above the mean is 1 / e.
    let above = Double(lengths.count { $0 > 3 })
    let share = 0.36787944117144233
    let other = (above - share * Double(count)) / (share * (1 - share) * Double(count)).squareRoot()
    #expect(abs(other) < 4.9)
    #expect(trial.rule.memory == 3 * second)
  }
}
