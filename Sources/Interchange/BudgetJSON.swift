import OutageSimulation
import Quantities
import ServiceLevels

extension JSONValue {
  /// `"kind":"budget"`; an alert that an error ratio never fires has null times for it.
  public init(
    _ budget: ErrorBudget, of name: String,
    errorRatios ratios: [Probability] = BurnRateRules.usualErrorRatios
  ) {
    let windows = ErrorBudget.usualWindows + ErrorBudget.calendarMonths
    let figures = Self.keyed([
      "availability": .number(budget.target.value),
      "unavailability": .number(budget.target.complement),
      "period_seconds": .number(budget.period.length.seconds),
      "allowed_seconds": .number(budget.allowed.seconds),
      "allowances": .array(budget.allowances(in: windows).map(Self.allowance)),
      "alerts": .array(BurnRateRules(for: budget).rules.map { Self.alert($0, budget, ratios) }),
      "method": .string("exact"),
    ])
    self = .object(Self.head("budget", name) + figures)
  }

  /// `"kind":"budget_spent"`: what spends a budget, the largest cause first; `result` is the
  /// simulation that tells.
  public init(
    _ waterfall: BudgetWaterfall, of name: String, target: String, from result: SimulationResult,
    assuming assumptions: [String] = []
  ) {
    let lines = result.assumptions + assumptions
    let factor = waterfall.budget.period.length.seconds / result.horizon.seconds
    let error = result.downtime?.mean.scaled(by: factor).standardError
    let figures = Self.keyed([
      "target": .string(target), "unavailability": .number(waterfall.budget.target.complement),
      "period_seconds": .number(waterfall.budget.period.length.seconds),
      "allowed_seconds": .number(waterfall.budget.allowed.seconds),
      "spent_seconds": .number(waterfall.spent.seconds),
      "spent_standard_error_seconds": .figure(error),
      "left_seconds": .number(waterfall.left.seconds),
      "overdraft_seconds": .number(waterfall.overdraft.seconds),
      "causes": .array(waterfall.causes.map { Self.cause($0, of: waterfall) }),
      "method": .string("simulated"),
    ])
    self = .object(
      Self.head("budget_spent", name) + figures + Self.simulated(result)
        + Self.keyed(["assumptions": .array(lines.map { .string($0) })]))
  }

  private static func cause(
    _ cause: BudgetWaterfall.Cause, of waterfall: BudgetWaterfall
  ) -> JSONValue {
    .object([
      "name": .string(cause.name), "kind": .string(cause.kind.rawValue),
      "spent_seconds": .number(cause.spent.seconds),
      "standard_error_seconds": .figure(cause.standardError?.seconds),
      "share_of_budget": .number(waterfall.share(of: cause)),
    ])
  }

  private static func allowance(_ allowance: ErrorBudget.Allowance) -> JSONValue {
    .object([
      "window_seconds": .number(allowance.window.length.seconds),
      "allowed_seconds": .number(allowance.allowed.seconds),
    ])
  }

  private static func alert(
    _ rule: BurnRateRule, _ budget: ErrorBudget, _ ratios: [Probability]
  ) -> JSONValue {
    return .object([
      "budget_share": .number(rule.share.value), "burn_rate": .number(rule.burnRate(in: budget)),
      "error_ratio": .number(rule.errorRatio(in: budget)),
      "long_window_seconds": .number(rule.long.seconds),
      "short_window_seconds": .figure(rule.short?.seconds),
      "times": .array(ratios.map { times(rule, at: $0, budget) }),
    ])
  }

  private static func times(
    _ rule: BurnRateRule, at ratio: Probability, _ budget: ErrorBudget
  ) -> JSONValue {
    .object([
      "error_ratio": .number(ratio.value),
      "detection_seconds": .figure(rule.detectionTime(at: ratio, in: budget)?.seconds),
      "reset_seconds": .figure(rule.resetTime(at: ratio, in: budget)?.seconds),
    ])
  }
}
