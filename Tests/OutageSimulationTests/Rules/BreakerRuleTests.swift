import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

/// Breakers worked by hand; in drawings a column is 5 s, 0 failures that are counted, f the fallback.
@Suite("Circuit breakers")
struct BreakerRuleTests {
  private static let rule = RuleTrial.cause

  private func breaker(_ trips: UInt32, _ retries: UInt32, _ f: Double = 0.5) throws -> RuleTrial {
    try RuleTrial(
      .breaker(
        Breaker("x", trips: .seconds(trips), retries: .seconds(retries), fallback: try Level(f))))
  }

  // x     --xxxxxx-------     probes every 15 s from 20 on: at 35 down, at 50 up
  // seen  --00ffffff-----
  @Test("opens after a while and closes at a probe that finds the callee up")
  func opens() throws {
    let x = LevelHistory(down: [(10, 40)])
    #expect(try breaker(10, 15).spans(x) == [.down(10, 20), .at(0.5, 20, 50, by: Self.rule)])
  }

  // x     --x----xxx---
  // seen  --0----000---   shorter than 20 s: counted in full
  @Test("an outage that is too short does not open it")
  func short() throws {
    let x = LevelHistory(down: [(10, 15), (35, 50)])
    #expect(try breaker(20, 5).spans(x) == [.down(10, 15), .down(35, 50)])
  }

  // 1 ns less than 10 s is counted; 10 s open it when the callee is back, until the first probe 5 s on.
  @Test("to the nanosecond")
  func threshold() throws {
    let short = LevelHistory.Span(start: 10 * second, end: 20 * second - 1, level: 0, cause: 1)
    #expect(try breaker(10, 5).spans(LevelHistory([short])) == [short])
    #expect(
      try breaker(10, 5).spans(LevelHistory(down: [(10, 20)])) == [
        .down(10, 20), .at(0.5, 20, 25, by: Self.rule),
      ])
  }

  // Probes at 30, 40, ...: an outage that ends at 30 is over then; one that ends 1 ns later is not.
  @Test("a probe at the end of an outage finds the callee up")
  func probe() throws {
    #expect(
      try breaker(10, 10).spans(LevelHistory(down: [(10, 30)])) == [
        .down(10, 20), .at(0.5, 20, 30, by: Self.rule),
      ])
    let longer = LevelHistory.Span(start: 10 * second, end: 30 * second + 1, level: 0, cause: 1)
    #expect(
      try breaker(10, 10).spans(LevelHistory([longer])) == [
        .down(10, 20), .at(0.5, 20, 40, by: Self.rule),
      ])
  }

  // x        --xxx-xx-xx-----
  // seen     --0fffff-0fffff-   open at 15, probed at 40; open at 50, probed at 75
  // or       --0ffffffff-----   open at 15, probed at 35 and 55
  @Test("between probes it does not matter what the callee does")
  func between() throws {
    let x = LevelHistory(down: [(10, 25), (30, 40), (45, 55)])
    // One probe at 40, when the second outage is just over; the third is counted anew.
    #expect(
      try breaker(5, 25).spans(x) == [
        .down(10, 15), .at(0.5, 15, 40, by: Self.rule), .down(45, 50),
        .at(0.5, 50, 75, by: Self.rule),
      ])
    // Probes at 35, in the second outage, and at 55, when the third is over.
    #expect(try breaker(5, 20).spans(x) == [.down(10, 15), .at(0.5, 15, 55, by: Self.rule)])
  }

  // An outage that begins at the very probe is found by it.
  @Test("a probe at the start of an outage finds the callee down")
  func probeAtStart() throws {
    let x = LevelHistory(down: [(10, 20), (30, 35)])
    #expect(try breaker(10, 10).spans(x) == [.down(10, 20), .at(0.5, 20, 40, by: Self.rule)])
  }

  @Test("no time to count, and no fallback")
  func atOnce() throws {
    let x = LevelHistory(down: [(0, 12)])
    #expect(try breaker(0, 5).spans(x) == [.at(0.5, 0, 15, by: Self.rule)])
    // At level 0 all is one outage, of what began it.
    #expect(try breaker(10, 5, 0).spans(x) == [.down(0, 15, by: 1)])
    // A fallback as good as the callee leaves what is counted.
    #expect(try breaker(10, 5, 1).spans(x) == [.down(0, 10, by: 1)])
  }

  @Test("beyond the end")
  func edges() throws {
    let x = LevelHistory(down: [(80, 500)])
    #expect(try breaker(10, 5).spans(x) == [.down(80, 90), .at(0.5, 90, 100, by: Self.rule)])
    #expect(try breaker(30, 5).spans(x) == [.down(80, 100)])
    #expect(
      try breaker(10, 50).spans(LevelHistory(down: [(80, 95)])) == [
        .down(80, 90), .at(0.5, 90, 100, by: Self.rule),
      ])
  }

  // The callee's level is 0.75 but for an outage; while the breaker is open it is not seen.
  @Test("while it is closed the callee's level passes through")
  func levels() throws {
    let x = LevelHistory(
      [.at(0.75, 10, 20, by: 1), .at(0.25, 20, 40, by: 2), .at(0.75, 40, 60, by: 3)],
      downBelow: 0.5)
    #expect(
      try breaker(10, 15).spans(x) == [
        .at(0.75, 10, 20, by: 1), .down(20, 30, by: 2), .at(0.5, 30, 45, by: Self.rule),
        .at(0.75, 45, 60, by: 3),
      ])
  }

  @Test("a callee that is never up leaves it open")
  func neverUp() throws {
    let result = try breaker(10, 15).follow([
      LevelHistory([.down(10, 20)], downBelow: 0.5, base: 0.2)
    ])
    #expect(result.base == 0.5 && result.isEmpty)
  }
}
