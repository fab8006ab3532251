/// How long messages wait in one queue over one replication, in nanoseconds.
struct QueueDelay: Sendable, Hashable {
  /// Averaged over the window.
  var mean: Int64
  var largest: Int64
}

/// How long messages wait in one queue, over many replications.
struct DelayTally: Sendable, Hashable {
  /// The mean delay of a replication.
  private(set) var means = Moments()
  /// The largest delay of each replication that has any.
  private(set) var longest = LengthTally()

  mutating func add(_ delay: QueueDelay) {
    guard delay.largest > 0 else { return }
    means.add(delay.mean)
    longest.add(delay.largest)
  }

  mutating func merge(_ other: DelayTally) {
    means.merge(other.means)
    longest.merge(other.longest)
  }

  mutating func code(_ coder: inout some WordCoder) {
    means.code(&coder)
    longest.code(&coder)
  }
}
