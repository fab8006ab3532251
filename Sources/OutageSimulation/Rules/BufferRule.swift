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
    var walk = walk(operands[0], cause)
    while let step = walk.next(until: end) {
      result.append(from: step.start, to: step.end, level: step.level, cause: step.cause)
    }
  }

  func delays(of operands: [LevelHistory], until end: Int64, into course: inout DelayCourse) {
    course.append(walk(operands[0], 0), until: end, drain: empty.drain)
  }

  /// The place of the messages never fails, and is seen as the operand while that is up.
  private func walk(_ operand: LevelHistory, _ cause: Int32) -> BacklogWalk {
    var queue = LevelHistory()
    if !operand.isNeverUp { queue.base = operand.base }
    return BacklogWalk(empty, consumer: operand, queue: queue, cause: cause)
  }
}
