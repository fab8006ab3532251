import Quantities

/// Deployments: one every `spacing`, at a fixed spacing with a uniform random phase; each fails with
/// some probability and then takes the share of users down for a restoration time.
public struct Changes: Sendable, Hashable {
  /// From one change to the next, above 0.
  public let spacing: Duration
  /// The probability that a change fails.
  public let failing: Probability
  /// The time to restore service after a failed change.
  public let restoration: Law
  /// The share of users that a failed change takes down, above 0.
  public let share: Probability
  /// The trial of each change on a few users first; nil for none.
  public let canary: Canary?

  /// A change's trial: a failed change costs `share` for `length`; when it is caught that is all.
  public struct Canary: Sendable, Hashable {
    /// The share of users that see the change first, above 0.
    public let share: Probability
    /// How long, above 0.
    public let length: Duration
    /// The probability that a failed change is caught.
    public let catches: Probability

    /// A canary; the topology checks it.
    public init(share: Probability, length: Duration, catches: Probability) {
      self.share = share
      self.length = length
      self.catches = catches
    }
  }

  /// Changes; the topology checks them.
  public init(
    every spacing: Duration, failing: Probability, restoration: Law,
    share: Probability = .certain, canary: Canary? = nil
  ) {
    self.spacing = spacing
    self.failing = failing
    self.restoration = restoration
    self.share = share
    self.canary = canary
  }
}
