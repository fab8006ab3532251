/// `find n in 1..20 where P(shop meets gold) >= 99% minimizing cost`
public struct Search: Sendable, Hashable {
  /// The unknowns.
  public let unknowns: [Unknown]
  /// What must hold, all of it.
  public let conditions: [Condition]
  /// True for the cheapest solution, false for the smallest.
  public let minimizesCost: Bool

  /// The search for `unknowns`.
  public init(unknowns: [Unknown], conditions: [Condition], minimizesCost: Bool) {
    self.unknowns = unknowns
    self.conditions = conditions
    self.minimizesCost = minimizesCost
  }

  /// A free name and its values.
  public struct Unknown: Sendable, Hashable {
    /// The name.
    public let name: Identifier
    /// Its values.
    public let range: RangeSyntax

    /// `name` in `range`.
    public init(name: Identifier, range: RangeSyntax) {
      self.name = name
      self.range = range
    }
  }
}

/// `availability of shop >= 99.9%`
public struct Condition: Sendable, Hashable {
  /// What is compared.
  public let term: Term
  /// How.
  public let comparison: Comparison
  /// With what.
  public let value: ValueSyntax

  /// `term comparison value`.
  public init(term: Term, comparison: Comparison, value: ValueSyntax) {
    self.term = term
    self.comparison = comparison
    self.value = value
  }

  /// A figure of the answer.
  public enum Term: Sendable, Hashable {
    /// `P(shop meets gold)`
    case meets(name: Identifier, contract: Identifier)
    /// `P(downtime of shop > 1h per year)`
    case downtimeExceeds(name: Identifier, TimeSyntax, per: WindowSyntax)
    /// `downtime of shop per month`
    case figure(Figure, of: Identifier, per: WindowSyntax?)
  }

  /// The figures that can be compared.
  public enum Figure: String, Sendable, Hashable, CaseIterable {
    /// The long-run availability.
    case availability
    /// Mean downtime.
    case downtime
    /// Mean number of outages.
    case outages
    /// Mean demand not served.
    case shortfall
    /// Cost.
    case cost
  }

  /// The comparisons.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// At least.
    case atLeast = ">="
    /// At most.
    case atMost = "<="
    /// More than.
    case above = ">"
    /// Less than.
    case below = "<"
  }
}
