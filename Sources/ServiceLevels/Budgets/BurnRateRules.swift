import Quantities

/// The usual set of alerting rules for a budget.
///
/// 2 % in 1 h, 5 % in 6 h, 10 % in 1 d and 10 % in 3 d, each with a short window of a twelfth: burn
/// rates 14.4, 6, 3 and 1 in 30 d. Source: Google, The Site Reliability Workbook (2018), chapter 5,
/// and the rule of 1 d and 2 h in common use beside its three.
public struct BurnRateRules: Sendable, Hashable {
  /// The rules that fit, fastest first.
  public let rules: [BurnRateRule]
  /// The rules whose long window is longer than the budget's period.
  public let leftOut: [BurnRateRule]

  /// The usual rules for a period of any length.
  public init(for budget: ErrorBudget) {
    let period = budget.period.length
    rules = Self.usual.filter { $0.long <= period }
    leftOut = Self.usual.filter { $0.long > period }
  }

  /// The four rules, fastest first.
  public static let usual: [BurnRateRule] = [
    rule(0.02, 0.98, .hours(1), .minutes(5)), rule(0.05, 0.95, .hours(6), .minutes(30)),
    rule(0.1, 0.9, .days(1), .hours(2)), rule(0.1, 0.9, .days(3), .hours(6)),
  ]

  /// The error ratios whose times are shown: a total outage, and one request in ten.
  public static let usualErrorRatios = [
    Probability.certain, Probability(uncheckedValue: 0.1, complement: 0.9),
  ]

  private static func rule(
    _ share: Double, _ rest: Double, _ long: Duration, _ short: Duration
  ) -> BurnRateRule {
    let share = Probability(uncheckedValue: share, complement: rest)
    return BurnRateRule(unchecked: share, long: long, short: short)
  }
}
