import Topology

/// A decoupled call: down while the queue is down, or while the consumer is down and the backlog is
/// full. While the queue is down the backlog keeps its size.
///
/// Inflow is nominal throughout: the backlog follows from the consumer and the queue alone, so that
/// all who send through one queue see the same one. Up or down: what a degraded consumer does slowly or
/// badly it does behind the queue.
struct SendRule: DelayingRule, Hashable {
  /// The queue while it is empty.
  private let empty: Backlog

  init(_ buffer: Buffer) { empty = Backlog(buffer) }

  var memory: Int64 { empty.memory }

  func base(of operands: [LevelHistory]) -> Double {
    operands.contains(where: \.isNeverUp) ? 0 : 1
  }

  func follow(
    _ operands: [LevelHistory], until end: Int64, cause: Int32, _ pool: inout VariatePool,
    into result: inout LevelHistory
  ) {
    guard !operands[0].isEmpty || operands[0].isNeverUp else {
      return followQueue(operands[1], until: end, into: &result)
    }
    var walk = BacklogWalk(empty, consumer: operands[0], queue: operands[1], cause: cause)
    while let step = walk.next(until: end) {
      result.append(
        from: step.start, to: step.end, level: step.isClosed ? 0 : 1, cause: step.cause)
    }
  }

  /// Nothing waits while the consumer is up throughout.
  private func followQueue(
    _ queue: LevelHistory, until end: Int64, into result: inout LevelHistory
  ) {
    for outage in queue.outages(until: end) {
      result.append(from: outage.start, to: outage.end, level: 0, cause: outage.cause)
    }
  }

  func delays(of operands: [LevelHistory], until end: Int64, into course: inout DelayCourse) {
    let walk = BacklogWalk(empty, consumer: operands[0], queue: operands[1], cause: 0)
    course.append(walk, until: end, drain: empty.drain)
  }
}
