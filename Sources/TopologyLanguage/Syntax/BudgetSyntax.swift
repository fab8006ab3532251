/// `budget 99.95% per month`, or what spends it: `budget shop 99.95% per month, seed 7`
public struct BudgetSyntax: Sendable, Hashable {
  /// What spends it; nil where the budget alone is asked about.
  public let name: Identifier?
  /// What leaves it.
  public let goal: CheckSyntax.Goal
  /// The share of requests that fail, whose times are asked; nil for the usual ones.
  public let errors: PercentSyntax?
  /// The options of the simulation that tells what spends it.
  public let options: [SimulationOption]

  /// The budget of `goal`, spent by `name`.
  public init(
    _ name: Identifier? = nil, _ goal: CheckSyntax.Goal, errors: PercentSyntax? = nil,
    options: [SimulationOption] = []
  ) {
    self.name = name
    self.goal = goal
    self.errors = errors
    self.options = options
  }
}
