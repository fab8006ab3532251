import Quantities

/// How a standby takes over from what has failed: detection passes, then with probability
/// `coverage` a switch takes `switching`; else somebody does it by hand in `manual`.
public struct Failover: Sendable, Hashable {
  /// Until the failure is noticed.
  public let detection: Duration
  /// The time that an automatic switch takes, counted from the end of detection.
  public let switching: Law?
  /// The probability that the automatic switch works.
  public let coverage: Probability
  /// The time of a switch by hand, counted from the end of detection; nil for never.
  public let manual: Law?
  /// How long users stay on the old place after the switch, their share falling linearly to 0; nil
  /// for no time. Between two places alone, not in a group.
  public let timeToLive: Duration?

  /// A failover; the topology checks it. `switching` is nil for no time.
  public init(
    detection: Duration = .zero, switching: Law? = nil, coverage: Probability = .certain,
    manual: Law? = nil, timeToLive: Duration? = nil
  ) {
    self.detection = detection
    self.switching = switching
    self.coverage = coverage
    self.manual = manual
    self.timeToLive = timeToLive
  }
}
