import Quantities

/// When a simulation of shortfalls has drawn enough.
public enum AdequacyStopping: Sendable, Hashable {
  /// After so many histories, 2 or more.
  case histories(Int)
  /// Once the standard error of the mean of the hours short is at most this share of the mean, above 0, and
  /// 400 histories or more were short; after `atMost` in any case. Looked at after 1,024 histories and then after a fourth more each time, so that
  /// equal seeds stop alike on any number of threads.
  case error(Double, atMost: Duration?)
  /// After so long, or a little longer: waves of histories are drawn to their end.
  case within(Duration)

  /// The most histories that are drawn.
  var histories: Int {
    if case .histories(let count) = self { count } else { AdequacySimulation.historyLimit }
  }

  /// The longest time; nil for no limit.
  var limit: Duration? {
    switch self {
    case .histories: nil
    case .error(_, let limit): limit
    case .within(let limit): limit
    }
  }

  /// The blocks after which the error is looked at next, `done` of them being drawn; nil for never.
  func checkpoint(after done: Int) -> Int? {
    guard case .error = self else { return nil }
    return max(16, done + done / 4)
  }

  /// Whether what was drawn is known well enough.
  func isMet(by tally: AdequacyTally) -> Bool {
    guard case .error(let error, _) = self else { return false }
    let values = tally.hoursShort
    guard values.count(where: { $0 > 0 }) >= 400 else { return false }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / (count - 1) / count).squareRoot() <= error * mean
  }
}

/// How long a simulation has run, and how much of it is done.
struct AdequacyClock {
  private let start = ContinuousClock.now
  private let stopping: AdequacyStopping

  init(_ stopping: AdequacyStopping) { self.stopping = stopping }

  private var seconds: Double {
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }

  /// Whether the time is over that it may take.
  var isOver: Bool { stopping.limit.map { seconds >= $0.seconds } ?? false }

  /// The share that is done, by histories or by time, whichever is more.
  func share(done: Double) -> Double {
    max(done, stopping.limit.map { min(1, seconds / $0.seconds) } ?? 0)
  }
}
