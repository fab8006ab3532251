import Quantities

/// How the members of a group depend on each other in time.
public struct GroupBehaviour: Sendable, Hashable {
  /// One member leads, and another takes over when it fails; nil where members are alike.
  public var failover: Failover?
  /// Until a failed member is no longer routed to, in a group without failover.
  public var detection: Duration?
  /// At most so many members are under restoration at once, first come first served; nil for a
  /// crew each.
  public var crews: Int?
  /// How members beyond the needed ones wait for their turn; nil where all work.
  public var spares: Spares?
  /// Load sharing: a member ages (n / m) ^ f times as fast while only m of n are up; nil for 0.
  public var sharing: Double?

  /// How spares wait.
  public enum Spares: Sendable, Hashable {
    /// They don't age.
    case cold
    /// They age at a fraction of the usual speed.
    case warm(Probability)
    /// They age like the others.
    case hot
  }

  /// Members that depend on each other in the ways given; the topology checks them.
  public init(
    failover: Failover? = nil, detection: Duration? = nil, crews: Int? = nil,
    spares: Spares? = nil, sharing: Double? = nil
  ) {
    self.failover = failover
    self.detection = detection
    self.crews = crews
    self.spares = spares
    self.sharing = sharing
  }

  /// Members that don't depend on each other.
  public static let independent = GroupBehaviour()
}
