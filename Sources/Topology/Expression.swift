import Quantities

/// How the level of a thing follows from the levels of others.
///
/// A name used twice is the same thing, which fails once; a component written in place is a new
/// thing at each place.
public indirect enum Expression: Sendable, Hashable {
  /// A component of its own, new at each place: level 1 while it is up, else 0.
  case component(Component)
  /// A constant level.
  case level(Level)
  /// A definition or a domain, by its name.
  case name(String)
  /// The smallest of the levels (a hard dependency on each).
  case all([Expression])
  /// The largest of the levels (redundancy).
  case any([Expression])
  /// The k-th largest of the levels of the members, k from 1 to their number.
  case atLeast(Int, of: [Expression])
  /// `need` of `count` independent copies. The members of the operand are new in each copy; what
  /// they need or want, and the domains that they stand in, stay shared.
  case copies(need: Int, count: Int, of: Expression)
  /// A primary and a standby that takes over: the larger of the two levels.
  case standby(primary: Expression, standby: Expression)
  /// The same with a failover that takes time and may fail.
  case failover(primary: Expression, standby: Expression, Failover)
  /// What the operand's outages look like from outside.
  case behaving(Expression, AfterEffect)
  /// The larger of the operand's level and a constant fallback level.
  case fallback(Expression, Level)
  /// A weighted sum of levels, such as the share of users on each journey; weights sum to 1.
  case weighted([WeightedTerm])
  /// Pools side by side: under a demand their flows add; elsewhere the largest of the levels.
  case sum([Expression])

  /// The expressions directly inside.
  public var operands: [Expression] {
    switch self {
    case .component, .level, .name: []
    case .all(let operands), .any(let operands), .sum(let operands),
      .atLeast(_, of: let operands):
      operands
    case .copies(_, _, of: let operand), .fallback(let operand, _), .behaving(let operand, _):
      [operand]
    case .standby(let primary, let standby), .failover(let primary, let standby, _):
      [primary, standby]
    case .weighted(let terms): terms.map(\.expression)
    }
  }
}

/// A term of a weighted sum.
public struct WeightedTerm: Sendable, Hashable {
  /// The weight, above 0 and at most 1.
  public let weight: Double
  /// What is weighted.
  public let expression: Expression

  /// A term; the sum's weights are checked by the topology.
  public init(weight: Double, _ expression: Expression) {
    self.weight = weight
    self.expression = expression
  }
}
