import Quantities

/// What a thing's outages look like from outside: a rule on the history of one operand.
public enum AfterEffect: Sendable, Hashable {
  /// A queue in front of it.
  case buffer(Buffer)
  /// Retries, or a cache that serves stale for so long, above 0: an outage is seen that much later.
  case absorption(Duration)
  /// A cascade: it stays down for so long after each restoration.
  case lag(Law)
}
