import Topology

/// A queue in front of the operand: down while the operand is down and the backlog is full.
///
/// An outage that fills the queue exactly isn't seen. With an infinite drain this is an absorption.
struct BufferRule: DelayingRule, Hashable {
  /// The queue while it is empty.
  private let empty: Backlog
  init(_ buffer: Buffer) { empty = Backlog(buffer) }

  var memory: Int64 { empty.memory }

  func base(of operands: [LevelHistory]) -> Double { operands[0].base }

  func follow(
    _ operands: [LevelHistory], until end: Int64, cause: Int32, _ pool: inout VariatePool,
    into result: inout LevelHistory
  ) {
    var walk = BacklogWalk(
      empty, consumer: operands[0], queue: Self.queue(before: operands[0]), cause: cause)
    while let step = walk.next(until: end) {
      result.append(from: step.start, to: step.end, level: step.level, cause: step.cause)
    }
  }

  /// The place of the messages, which never fails and is seen as the operand while that is up.
  private static func queue(before operand: LevelHistory) -> LevelHistory {
    var queue = LevelHistory()
    if !operand.isNeverUp { queue.base = operand.base }
    return queue
  }

  func delays(of operands: [LevelHistory], until end: Int64, into course: inout DelayCourse) {
    var walk = BacklogWalk(
      empty, consumer: operands[0], queue: Self.queue(before: operands[0]), cause: 0)
    while let step = walk.next(until: end) { course.append(step, drain: empty.drain) }
  }
}
