/// How far a search for designs is.
public struct SearchProgress: Sendable {
  /// Designs evaluated so far; for choices in series, partial designs looked at.
  public let examined: Int
  /// No design that is still to be found has less: of cost in a search for the cheapest or for a
  /// front, of unavailability in a search for the most available.
  public let bound: Double
  /// The best design so far; on a front the most available.
  public let best: Design?
}

/// Called about ten times a second while a search runs.
public typealias ProgressHandler = @Sendable (SearchProgress) -> Void

/// Tells of progress now and then, and notices when the task is cancelled.
struct SearchMonitor: Sendable {
  private let handler: ProgressHandler?
  private var next = ContinuousClock.now + .milliseconds(100)
  private var looks = 0

  init(_ handler: ProgressHandler?) { self.handler = handler }

  /// To be called often. Throws ``AllocationError/cancelled(examined:best:)``.
  mutating func look(
    examined: Int, best: Design?, bound: @autoclosure () -> Double
  ) throws(AllocationError) {
    looks += 1
    guard looks & 63 == 1 else { return }
    try lookNow(examined: examined, best: best, bound: bound())
  }

  /// The same where the next occasion is far.
  mutating func lookNow(
    examined: Int, best: Design?, bound: @autoclosure () -> Double
  ) throws(AllocationError) {
    guard !Task.isCancelled else { throw .cancelled(examined: examined, best: best) }
    guard let handler, ContinuousClock.now >= next else { return }
    next = .now + .milliseconds(100)
    handler(SearchProgress(examined: examined, bound: bound(), best: best))
  }
}
