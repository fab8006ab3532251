import Quantities

/// What is asked of the time until service begins.
public enum WaitingTarget: Sendable, Hashable {
  /// At most this share of arrivals, above 0, waits longer than the time; 0 s counts all that wait.
  case wait(beyond: Duration, atMost: Probability)
  /// The mean over all arrivals, those that don't wait included, is at most this, above 0.
  case meanWait(atMost: Duration)

  /// Throws ``QueueingError/target`` for a chance or a mean of 0.
  func check() throws(QueueingError) {
    switch self {
    case .wait(_, let share): guard share.value > 0 else { throw .target }
    case .meanWait(let mean): guard mean > .zero else { throw .target }
    }
  }
}
