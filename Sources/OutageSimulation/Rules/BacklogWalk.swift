/// Goes through the histories of a consumer and of the queue in front of it, in steps in which nothing
/// changes but the backlog.
struct BacklogWalk {
  /// A stretch of time and what those see of it who send through the queue.
  struct Step: Sendable, Hashable {
    var start: Int64
    var end: Int64
    var level: Double
    var cause: Int32
    var isConsumerDown: Bool
    /// True while the queue takes nothing: it is down, or full with its consumer down.
    var isClosed: Bool
    /// The backlog at the start.
    var before: Int64
    /// The backlog at the end.
    var after: Int64
  }

  private var consumer: LevelReader
  private var queue: LevelReader
  private var backlog: Backlog
  private var instant: Int64 = 0

  init(_ backlog: Backlog, consumer: LevelHistory, queue: LevelHistory, cause: Int32) {
    self.backlog = backlog
    self.consumer = LevelReader(consumer, baseCause: cause)
    self.queue = LevelReader(queue, baseCause: cause)
  }

  /// The next step; nil at the end.
  mutating func next(until end: Int64) -> Step? {
    guard instant < end else { return nil }
    let consuming = consumer.stretch(at: instant)
    let queueing = queue.stretch(at: instant)
    let isConsumerDown = consumer.isDown(consuming)
    var seen = queueing
    var next = min(consuming.end, queueing.end, end)
    let before = backlog.size
    let isQueueDown = queue.isDown(queueing)
    let isClosed = isQueueDown || isConsumerDown && backlog.room == 0
    if !isQueueDown {
      if isConsumerDown, !isClosed {
        next = min(next, instant + backlog.room)
        backlog.grow(for: next - instant)
      } else {
        if !isConsumerDown { backlog.fall(for: next - instant) }
        if consuming.level < queueing.level { seen = consuming }
      }
    }
    defer { instant = next }
    return Step(
      start: instant, end: next, level: seen.level, cause: seen.cause,
      isConsumerDown: isConsumerDown, isClosed: isClosed, before: before, after: backlog.size)
  }
}
