/// How long messages are held back, over one replication: 0 but for some pieces of time, linear in
/// each.
///
/// While the consumer is down the delay is the backlog, for that is how old the first message in it
/// is; while it is up the delay is the backlog divided by the drain, the time until all that waits is
/// worked off.
struct DelayCourse: Sendable, Hashable {
  /// A piece of time; the end does not belong to it. All in nanoseconds.
  struct Piece: Sendable, Hashable {
    var start: Int64
    var end: Int64
    /// The delay at the start.
    var first: Double
    /// The delay at the end.
    var last: Double

    fileprivate var length: Double { Double(end - start) }
  }

  /// In order of time.
  private(set) var pieces: [Piece] = []

  /// Forgets all pieces.
  mutating func clear() { pieces.removeAll(keepingCapacity: true) }

  /// Adds all steps of a walk until the end.
  mutating func append(_ walk: BacklogWalk, until end: Int64, drain: Double) {
    var walk = walk
    while let step = walk.next(until: end) { append(step, drain: drain) }
  }

  /// Adds what a step says; nothing where nothing waits.
  private mutating func append(_ step: BacklogWalk.Step, drain: Double) {
    guard step.before > 0 || step.after > 0 else { return }
    let divisor = step.isConsumerDown ? 1 : drain
    var end = step.end
    if step.after == 0 {
      end = min(end, step.start + Clock.ticks(Double(step.before) / (drain - 1)))
    }
    guard step.start < end else { return }
    pieces.append(
      Piece(
        start: step.start, end: end, first: Double(step.before) / divisor,
        last: Double(step.after) / divisor))
  }

  /// The longest delay, in nanoseconds.
  var longest: Double { pieces.longest }

  /// The integral of the delay over time, in square nanoseconds; divided by the time it is the mean
  /// delay of messages that come at a constant rate.
  var integral: Double { pieces.integral }

  /// For how many nanoseconds the delay is longer than `delay`, 0 or more.
  func time(above delay: Double) -> Double {
    pieces.reduce(0) { sum, piece in
      let (low, high) = (min(piece.first, piece.last), max(piece.first, piece.last))
      guard high > delay else { return sum }
      return low >= delay
        ? sum + piece.length : sum + piece.length * ((high - delay) / (high - low))
    }
  }
}

extension DelayCourse {
  /// What a window shows of it.
  func delay(from origin: Int64, to end: Int64) -> QueueDelay {
    let seen = pieces.lazy.compactMap { $0.within(origin, end) }
    return QueueDelay(
      mean: Int64((seen.integral / Double(end - origin)).rounded()),
      largest: Clock.ticks(seen.longest))
  }
}

extension Sequence<DelayCourse.Piece> {
  fileprivate var longest: Double { reduce(0) { Swift.max($0, $1.first, $1.last) } }

  fileprivate var integral: Double {
    reduce(0) { $0 + ($1.first + $1.last) / 2 * $1.length }
  }
}

extension DelayCourse.Piece {
  /// What lies between two instants; nil for nothing.
  fileprivate func within(_ origin: Int64, _ end: Int64) -> DelayCourse.Piece? {
    let (start, stop) = (max(start, origin), min(self.end, end))
    guard start < stop else { return nil }
    return DelayCourse.Piece(
      start: start, end: stop, first: delay(at: start), last: delay(at: stop))
  }

  /// The delay at an instant of the piece.
  private func delay(at instant: Int64) -> Double {
    first + (last - first) * (Double(instant - start) / Double(end - start))
  }
}
