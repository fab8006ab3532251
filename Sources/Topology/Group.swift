import Quantities

/// Identical members of which some are needed.
public struct Group: Sendable, Hashable {
  /// How many members there are.
  public enum Size: Sendable, Hashable {
    /// So many in all.
    case members(Int)
    /// So many in each domain of a family.
    case perDomain(Int, family: String)
  }

  /// How many members there are.
  public let size: Size
  /// How many of them must be up, 1 to their number; with fewer the group carries nothing.
  public let need: Int
  /// One member; all are alike and fail independently. Under a demand their capacities add.
  public internal(set) var member: Component
  /// The share of a member's failures that takes all members at once (the beta factor), above 0 and
  /// below 1; nil for none.
  public let commonCause: Probability?
  /// The domain families over which members are dealt round robin, the first one fastest.
  public let across: [String]
  /// The domains, by name, in which all members stand.
  public let inside: [String]
  /// How the members depend on each other in time.
  public let behaviour: GroupBehaviour

  /// A group; the topology checks it. `across` need not repeat the family of `.perDomain`.
  public init(
    _ size: Size, need: Int, of member: Component, commonCause: Probability? = nil,
    across: [String] = [], inside: [String] = [], behaviour: GroupBehaviour = .independent
  ) {
    self.size = size
    self.need = need
    self.member = member
    self.commonCause = commonCause
    self.across = across
    self.inside = inside
    self.behaviour = behaviour
  }

  /// All families over which members are dealt, that of `.perDomain` first.
  public var families: [String] {
    guard case .perDomain(_, let family) = size, !across.contains(family) else { return across }
    return [family] + across
  }
}
