import Quantities
import Topology

/// A row of the importance table: one member of a kind, and how many are like it.
public struct ComponentRow: Sendable, Hashable {
  /// The definition or domain that the component belongs to.
  public let name: String
  /// What it is within the definition: a literal such as `99.99%`, `common cause`, or a rule such as
  /// `failover`; nil when it is the definition's only component or a group's member.
  public let part: String?
  /// The domains that it stands in, by name.
  public let domains: [String]
  /// How many such components there are.
  public let members: Int
  /// The component itself.
  public let component: Component
}

/// Which component an atom is.
struct AtomKey: Hashable {
  enum Part: Hashable {
    /// A component written in the definition's expression, by its place there.
    case literal([Int])
    /// A member of a group, in the n-th cell; 0 where cells aren't told apart.
    case member(cell: Int)
    case commonCause
    case domain
    /// What a rule or a source of downtime makes of its definition, while its level is at least
    /// `threshold`; of maintenance at a place of the scope.
    case timed(TimedSite.Role, demand: Rate?, threshold: Double, place: Int)
  }

  /// The index of the definition or domain.
  let owner: Int
  let part: Part
  /// The innermost scope of copies that it is new in.
  let scope: Int?
}
