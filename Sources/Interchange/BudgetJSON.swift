import Quantities
import ServiceLevels

extension JSONValue {
  /// `"kind":"budget"`; an alert that an error ratio never fires has null times for it.
  public init(_ budget: ErrorBudget, of name: String) {
    let windows = ErrorBudget.usualWindows + ErrorBudget.calendarMonths
    let figures = Self.keyed([
      "availability": .number(budget.target.value),
      "unavailability": .number(budget.target.complement),
      "period_seconds": .number(budget.period.length.seconds),
      "allowed_seconds": .number(budget.allowed.seconds),
      "allowances": .array(budget.allowances(in: windows).map(Self.allowance)),
      "alerts": .array(BurnRateRules(for: budget).rules.map { Self.alert($0, budget) }),
      "method": .string("exact"),
    ])
    self = .object(Self.head("budget", name) + figures)
  }

  private static func allowance(_ allowance: ErrorBudget.Allowance) -> JSONValue {
    .object([
      "window_seconds": .number(allowance.window.length.seconds),
      "allowed_seconds": .number(allowance.allowed.seconds),
    ])
  }

  private static func alert(_ rule: BurnRateRule, _ budget: ErrorBudget) -> JSONValue {
    let ratios = [Probability.certain, Probability(uncheckedValue: 0.1, complement: 0.9)]
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
