import Quantities

/// A circuit breaker around a call: an outage of the callee counts in full for `trips`; one that is
/// as long or longer opens the breaker, which gives `fallback` until the first probe that finds the
/// callee up.
public struct Breaker: Sendable, Hashable {
  /// What is called.
  public let callee: String
  /// How long failures are counted before it opens; 0 opens at once.
  public let trips: Duration
  /// The spacing of the probes, above 0.
  public let retries: Duration
  /// The level while it is open.
  public let fallback: Level

  /// A breaker; the topology checks it.
  public init(
    _ callee: String, trips: Duration, retries: Duration, fallback: Level = .none
  ) {
    self.callee = callee
    self.trips = trips
    self.retries = retries
    self.fallback = fallback
  }
}
