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
  private(set) var largestDelays = LengthHistogram()
  private(set) var largest = LargestValues()

  mutating func add(_ delay: QueueDelay) {
    guard delay.largest > 0 else { return }
    means.add(delay.mean)
    largestDelays.add(delay.largest)
    largest.add(delay.largest)
  }

  mutating func merge(_ other: DelayTally) {
    means.merge(other.means)
    largestDelays.merge(other.largestDelays)
    largest.merge(other.largest)
  }

  mutating func code(_ coder: inout some WordCoder) {
    means.code(&coder)
    largestDelays.code(&coder)
    largest.code(&coder)
  }
}
