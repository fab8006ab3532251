import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

/// Queues and caches worked by hand. In drawings a column is 5 s unless told; x is an outage, o what is
/// seen of it.
@Suite("Absorption, buffers and sends")
struct BufferRuleTests {
  private func absorb(_ seconds: UInt32) throws -> RuleTrial {
    try RuleTrial(.afterEffect(.absorption(.seconds(seconds))))
  }

  private func buffer(_ seconds: UInt32, drain: Double = .infinity) throws -> RuleTrial {
    try RuleTrial(.afterEffect(.buffer(Buffer(holds: .seconds(seconds), drain: drain))))
  }

  private func send(_ seconds: UInt32, drain: Double = .infinity) throws -> RuleTrial {
    try RuleTrial(.send(Buffer(holds: .seconds(seconds), drain: drain)))
  }

  // x     --xxxx--xx----xxx-
  // seen  ----oo----------o-   after 10 s
  @Test("an outage is seen late, or not at all")
  func late() throws {
    let x = LevelHistory(down: [(10, 30), (40, 50), (70, 85)])
    #expect(try absorb(10).spans(x) == [.down(20, 30), .down(80, 85)])
    #expect(try buffer(10).spans(x) == [.down(20, 30), .down(80, 85)])
  }

  // Outages of 10 s less 1 ns, of 10 s, and of 10 s and 1 ns; the last is seen for 1 ns.
  @Test("to the nanosecond")
  func threshold() throws {
    let starts: [Int64] = [10, 30, 50]
    let spans = starts.enumerated().map { place, start in
      LevelHistory.Span(
        start: start * second, end: (start + 10) * second + Int64(place) - 1, level: 0, cause: 1)
    }
    let seen = LevelHistory.Span(
      start: 60 * second, end: 60 * second + 1, level: 0, cause: 1)
    for trial in [try absorb(10), try buffer(10), try buffer(10, drain: 3)] {
      #expect(try trial.spans(LevelHistory(spans)) == [seen])
    }
  }

  // x      aabb----   two parts that touch: one outage of 20 s
  // seen   ---o----   after 15 s
  @Test("outages that touch are one")
  func touching() throws {
    let x = LevelHistory([.down(0, 10, by: 1), .down(10, 20, by: 2)])
    #expect(try absorb(15).spans(x) == [.down(15, 20, by: 1)])
    let levels = LevelHistory([.down(0, 10, by: 1), .at(0.25, 10, 20, by: 2)], downBelow: 0.5)
    #expect(try absorb(15).spans(levels) == [.at(0.25, 15, 20, by: 2)])
    #expect(try absorb(5).spans(levels) == [.down(5, 10, by: 1), .at(0.25, 10, 20, by: 2)])
  }

  // x is down from 0, and from 90 to beyond the end at 100.
  @Test("from the start and beyond the end")
  func edges() throws {
    let x = LevelHistory(down: [(0, 20), (90, 200)])
    for trial in [try absorb(5), try buffer(5), try buffer(5, drain: 2)] {
      #expect(try trial.spans(x) == [.down(5, 20), .down(95, 100)])
      #expect(try trial.spans(x, until: 92) == [.down(5, 20)])
    }
  }

  @Test("while it is not down a level passes through, and what is taken in is not seen")
  func levels() throws {
    let x = LevelHistory(
      [.at(0.75, 5, 10, by: 1), .down(10, 30, by: 2), .at(0.75, 30, 40, by: 3)], downBelow: 0.5)
    let seen: [LevelHistory.Span] = [
      .at(0.75, 5, 10, by: 1), .down(25, 30, by: 2), .at(0.75, 30, 40, by: 3),
    ]
    #expect(try absorb(15).spans(x) == seen)
    #expect(try buffer(15, drain: 1.5).spans(x) == seen)
  }

  // Drain 1.5: the backlog of 10 s, the limit, falls at rate 1/2. x is up for 10 s, and 5 s are left;
  // the next outage finds room for 5 s.
  // x                --xxxx--xxx-
  // backlog, in 5 s  000122211222     at the start of each column, rounded down
  // seen             ----oo---oo-
  @Test("a backlog that is not worked off leaves less room")
  func drain() throws {
    let x = LevelHistory(down: [(10, 30), (40, 55)])
    #expect(try buffer(10, drain: 1.5).spans(x) == [.down(20, 30), .down(45, 55)])
    // At rate 1 all is worked off in the 10 s.
    #expect(try buffer(10, drain: 2).spans(x) == [.down(20, 30), .down(50, 55)])
    // At rate 1/4 there are 7.5 s left, and room for 2.5 s.
    let half = LevelHistory.Span(start: 42_500_000_000, end: 55 * second, level: 0, cause: 1)
    #expect(try buffer(10, drain: 1.25).spans(x) == [.down(20, 30), half])
  }

  // A full buffer that had no time to drain is down at once: 1 ns at rate 1/2 works off nothing whole.
  @Test("an outage that finds the buffer full is seen at once")
  func full() throws {
    let x = LevelHistory([
      .down(10, 30), .init(start: 30 * second + 1, end: 40 * second, level: 0, cause: 2),
    ])
    let again = LevelHistory.Span(start: 30 * second + 1, end: 40 * second, level: 0, cause: 2)
    #expect(try buffer(10, drain: 1.5).spans(x) == [.down(20, 30), again])
  }

  // consumer  --xxxxxxxx----     holds 10 s
  // queue     ---xx---------     down from 15 to 25: the backlog stays at 5 s
  // seen      ---oo-oooo----     full at 30
  @Test("while the queue is down nothing is sent and the backlog keeps its size")
  func queueDown() throws {
    let x = LevelHistory(down: [(10, 50)], by: 1)
    let q = LevelHistory(down: [(15, 25)], by: 2)
    #expect(try send(10).spans(x, q) == [.down(15, 25, by: 2), .down(30, 50, by: 1)])
  }

  // consumer  --xx----xx--     holds 10 s, worked off at rate 1/2
  // queue     ----xx------     down from 20 to 30: nothing is worked off
  // seen      ----oo---o--
  @Test("what waits in a queue that is down is not worked off")
  func keptBacklog() throws {
    let x = LevelHistory(down: [(10, 20), (40, 50)], by: 1)
    let q = LevelHistory(down: [(20, 30)], by: 2)
    // Up and worked off from 30 to 40: 5 s are left, and room for 5 s.
    #expect(
      try send(10, drain: 1.5).spans(x, q) == [.down(20, 30, by: 2), .down(45, 50, by: 1)])
    #expect(try send(10, drain: 1.5).spans(x, LevelHistory()) == [])
  }

  // consumer  --xxxxxx--   full at 20
  // queue     -----x----   down within
  // seen      ----oooo--
  @Test("queue and consumer down at once")
  func nested() throws {
    let x = LevelHistory(down: [(10, 40)], by: 1)
    let within = LevelHistory(down: [(25, 30)], by: 2)
    #expect(try send(10).spans(x, within) == [.down(20, 40, by: 1)])
    // The queue's outage ends when the consumer's does: all of it is the queue's.
    let around = LevelHistory(down: [(5, 40)], by: 2)
    #expect(try send(10).spans(x, around) == [.down(5, 40, by: 2)])
  }

  @Test("a degraded queue or consumer is not felt by who sends")
  func sentLevels() throws {
    let x = LevelHistory([.at(0.75, 10, 30, by: 1)], downBelow: 0.5)
    let q = LevelHistory([.at(0.5, 20, 40, by: 2)], downBelow: 0.5)
    #expect(try send(10).spans(x, q) == [])
  }

  @Test("a consumer that is never up fills the queue")
  func neverUp() throws {
    let x = LevelHistory([], base: 0)
    let result = try send(10).follow([x, LevelHistory()])
    #expect(result.base == 0)
    #expect(result.spans == [.at(1, 0, 10, by: RuleTrial.cause)])
  }

  @Test("a buffer is felt until it is empty")
  func memory() throws {
    #expect(try buffer(10, drain: 1.25).rule.memory == 40 * second)
    #expect(try buffer(10, drain: 3).rule.memory == 10 * second)
    #expect(try buffer(10).rule.memory == 10 * second)
    #expect(try absorb(10).rule.memory == 10 * second)
  }

  // E[(R - b)+] for an exponential R with mean 30 min is 30 exp(-b / 30) min, for b = 10, 30, 60:
  // 21.495939, 11.036383, 4.0600585. R takes 40,000 quantiles in the middles of equal shares, by
  // turns with 1 s up.
  @Test(
    "what exceeds a buffer on average",
    arguments: [(10, 21.495939), (30, 11.036383), (60, 4.0600585)] as [(UInt32, Double)])
  func excess(minutes: UInt32, expected: Double) throws {
    let shares = 40_000
    var x = LevelHistory()
    var instant: Int64 = 0
    let mean = SampledLaw(.exponential(mean: .minutes(30)))
    for share in 0..<shares {
      let tail = (Double(share) + 0.5) / Double(shares)
      let end = instant + Clock.ticks(try #require(mean.quantile(tail: tail)))
      x.append(from: instant, to: end, level: 0, cause: 1)
      instant = end + second
    }
    let trial = try RuleTrial(.afterEffect(.absorption(.minutes(minutes))))
    let seen = try trial.follow([x], until: instant / second + 1)
    let total = seen.outages.reduce(0) { $0 + $1.end - $1.start }
    let average = Double(total) / Double(shares) / 60e9
    #expect(abs(average - expected) < 1e-3)
  }
}
