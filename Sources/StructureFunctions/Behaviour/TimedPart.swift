import Quantities
import Topology

/// A part of a service whose level follows from histories, not from the state of an instant: a rule
/// on the histories of other parts, or a source of downtime of its own.
///
/// In a ``ComponentNetwork`` it stands as components of its own, one for each threshold of its level
/// that anything depends on.
public struct TimedPart: Sendable, Hashable {
  /// What the part does.
  public enum Kind: Sendable, Hashable {
    /// One operand: what it follows.
    case afterEffect(AfterEffect)
    /// Two operands: the consumer and the queue.
    case send(Buffer)
    /// One operand: the callee.
    case breaker(Breaker)
    /// Two operands: the primary and the standby.
    case failover(Failover)
    /// An operand for each member of a group with a leader, in order of declaration. Up while one
    /// leads: under a demand the group's own level counts beside it.
    case leader(Failover, need: Int)
    /// An operand for each member of a group that is routed to, in order of declaration. The group
    /// carries `share` of the demand for each member that is up, or all while the need is met where
    /// it is nil.
    case routing(detection: Duration, need: Int, share: Double?)
    /// No operand: deployments.
    case changes(Changes)
    /// No operand: planned windows for so many places, one after another where they roll.
    case maintenance(Maintenance, places: Int)
  }

  /// What a rule reads: the level of a thing.
  public struct Operand: Sendable, Hashable {
    /// The levels that are told apart, ascending, above 0: those that an output depends on, and the
    /// one below which the thing is down.
    public let levels: [Double]
    /// For each of the levels the place in ``ComponentNetwork/roots`` of reaching it.
    public let roots: [Int]
    /// The thing is down while its level is below the one at this place of `levels`.
    public let downBelow: Int
  }

  /// A component that stands for the part: down while the level is below the threshold.
  public struct Output: Sendable, Hashable {
    /// The level.
    public let threshold: Double
    /// Of maintenance the place in the scope, else 0.
    public let place: Int
    /// The number of the component.
    public let component: Int
  }

  /// In so many steps the share of users on the old place is followed while it falls to 0: in step i
  /// of n the standby serves the share (i + 0.5) / n of them.
  public static let timeToLiveSteps = 20

  /// The definition that it belongs to.
  public let name: String
  /// What it does.
  public let kind: Kind
  /// What it reads.
  public let operands: [Operand]
  /// What it is in the network, by place and then by threshold; only what anything depends on.
  public let outputs: [Output]
}

/// Components that share crews, wait for each other, or carry each other's load.
public struct CoupledMembers: Sendable, Hashable {
  /// The definition that couples them.
  public let name: String
  /// The groups of members; several only where they share crews.
  public let groups: [MemberGroup]
  /// How many restorations go on at once; nil for one a member.
  public let crews: Int?

  /// Members of one group, or a single component.
  public struct MemberGroup: Sendable, Hashable {
    /// Their numbers in the network, in order of declaration.
    public let components: [Int]
    /// How many of them work at a time; all where there are no spares.
    public let need: Int
    /// How spares wait; nil where all work.
    public let spares: GroupBehaviour.Spares?
    /// The exponent of load sharing, 0 for none.
    public let sharing: Double
  }
}
