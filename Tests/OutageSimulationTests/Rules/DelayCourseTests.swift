import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

@Suite("Delays behind queues")
struct DelayCourseTests {
  private func course(
    _ kind: TimedPart.Kind, _ operands: [LevelHistory], until seconds: Int64
  ) throws -> DelayCourse {
    let rule = try #require(try RuleTrial(kind).rule as? any DelayingRule)
    var course = DelayCourse()
    rule.delays(of: operands, until: seconds * second, into: &course)
    return course
  }

  /// A piece in seconds, given the backlogs at its ends and what they are divided by.
  private func piece(
    _ start: Int64, _ end: Int64, from first: Double, to last: Double, over divisor: Double = 1
  ) -> DelayCourse.Piece {
    DelayCourse.Piece(
      start: start * second, end: end * second, first: first * 1e9 / divisor,
      last: last * 1e9 / divisor)
  }

  private func agree(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-12 * expected
  }

  // 30 min down at 1000 messages a second are 1.8 M messages; inflow goes on, and at 1250 a second
  // they are worked off in 120 min.
  //
  // delay 30 |  /
  //       24 | / \           backlog / 1.25 while it is worked off
  //          |/     \___
  //           0  30     150 min
  @Test("a backlog of half an hour takes two hours")
  func workedOff() throws {
    let buffer = Buffer(holds: .hours(12), drain: 1.25)
    let x = LevelHistory(down: [(0, 1_800)])
    let course = try course(.afterEffect(.buffer(buffer)), [x], until: 86_400)
    #expect(
      course.pieces == [
        piece(0, 1_800, from: 0, to: 1_800), piece(1_800, 9_000, from: 1_800, to: 0, over: 1.25),
      ])
    #expect(agree(course.longest / 1e9 * 1_000, 1.8e6))
    #expect(agree(course.integral, (1_800 * 900 + 7_200 * 720) * 1e18))
    // Above 720 s: 1,080 s while it grows and half of the time while it falls.
    #expect(agree(course.time(above: 720e9), (1_080 + 3_600) * 1e9))
    #expect(course.time(above: 1_800e9) == 0)
  }

  // backlog 10 |  /--\           the limit is 10 s; worked off at rate 1/2
  //          5 | /    \  /--
  //            |/      \/
  //            10 20 30 40 45 55
  @Test("a full backlog, and an outage before it is worked off")
  func full() throws {
    let buffer = Buffer(holds: .seconds(10), drain: 1.5)
    let x = LevelHistory(down: [(10, 30), (40, 55)])
    let course = try course(.afterEffect(.buffer(buffer)), [x], until: 100)
    #expect(
      course.pieces == [
        piece(10, 20, from: 0, to: 10), piece(20, 30, from: 10, to: 10),
        piece(30, 40, from: 10, to: 5, over: 1.5), piece(40, 45, from: 5, to: 10),
        piece(45, 55, from: 10, to: 10), piece(55, 75, from: 10, to: 0, over: 1.5),
      ])
    #expect(course.time(above: 10e9 - 1) > 20e9)
    #expect(course.time(above: 10e9) == 0)
  }

  @Test("a backlog that is worked off at once, and a queue that is down")
  func edges() throws {
    let x = LevelHistory(down: [(10, 20)])
    let once = Buffer(holds: .seconds(60))
    #expect(
      try course(.afterEffect(.buffer(once)), [x], until: 100).pieces == [
        piece(10, 20, from: 0, to: 10)
      ])
    // Down from 20 to 40, the queue keeps its 10 s; then they take 10 s.
    let q = LevelHistory(down: [(20, 40)])
    let twice = Buffer(holds: .seconds(60), drain: 2)
    #expect(
      try course(.send(twice), [x, q], until: 45).pieces == [
        piece(10, 20, from: 0, to: 10), piece(20, 40, from: 10, to: 10, over: 2),
        piece(40, 45, from: 10, to: 5, over: 2),
      ])
  }

  @Test("nothing waits")
  func nothing() throws {
    let course = try course(
      .send(Buffer(holds: .seconds(60), drain: 2)), [LevelHistory(), LevelHistory()], until: 100)
    #expect(course.pieces.isEmpty)
    #expect(course.longest == 0 && course.integral == 0 && course.time(above: 0) == 0)
  }
}
