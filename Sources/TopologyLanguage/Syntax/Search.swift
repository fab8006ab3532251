/// `find n in 1..20 where P(shop meets gold) >= 99% minimizing cost, seed 7`
public struct Search: Sendable, Hashable {
  /// The unknowns.
  public let unknowns: [Unknown]
  /// What must hold, all of it.
  public let conditions: [Condition]
  /// Which of the solutions is looked for; nil for the smallest.
  public let objective: Objective?
  /// How simulations are done.
  public let options: [SimulationOption]

  /// The search for `unknowns`.
  public init(
    unknowns: [Unknown], conditions: [Condition], objective: Objective? = nil,
    options: [SimulationOption] = []
  ) {
    self.unknowns = unknowns
    self.conditions = conditions
    self.objective = objective
    self.options = options
  }

  /// A free name and its values.
  public struct Unknown: Sendable, Hashable {
    /// The name.
    public let name: Identifier
    /// What it may stand for.
    public let values: Values

    /// `name` in `values`.
    public init(name: Identifier, values: Values) {
      self.name = name
      self.values = values
    }
  }

  /// What a free name may stand for.
  public enum Values: Sendable, Hashable {
    /// All whole numbers from one to another: `1..20`.
    case range(RangeSyntax)
    /// Each of these: `(small, large)`, `(5min, 1h)`.
    case list([ValueSyntax])
  }

  /// Which solution is best.
  public enum Objective: String, Sendable, Hashable, CaseIterable {
    /// The cheapest.
    case cost
    /// The one with the least mean downtime.
    case downtime
    /// All that no other one beats in both.
    case costAndDowntime = "cost and downtime"
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
    /// `capacity of shop without az`: with any one domain of the family down, all else up.
    case capacity(of: Identifier, without: Identifier)
  }

  /// The figures that can be compared.
  public enum Figure: String, Sendable, Hashable, CaseIterable {
    /// The long-run availability.
    case availability
    /// Mean downtime.
    case downtime
    /// Mean number of outages.
    case outages
    /// The share of the demand that isn't carried, in the mean.
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
