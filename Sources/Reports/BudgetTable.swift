import Quantities
import ServiceLevels

/// What a target allows in every window, and the alerts that tell when it is spent too fast.
public enum BudgetTable {
  /// Both tables, and what they rest on; times are those of each of the error ratios.
  public static func report(
    _ name: String, _ budget: ErrorBudget,
    errorRatios ratios: [Probability] = BurnRateRules.usualErrorRatios
  ) -> Report {
    let head = "\(name) leaves \(HumanFigures.duration(budget.allowed))"
    let alerts = BurnRateRules(for: budget)
    let table: [Report.Block] =
      alerts.rules.isEmpty ? [] : [.table(self.alerts(alerts.rules, budget, ratios))]
    return Report(
      [.heading(head), .table(allowances(budget))] + table
        + CardLayout.assumptions(assumptions(budget, alerts)))
  }

  private static func allowances(_ budget: ErrorBudget) -> Report.Table {
    let usual = budget.allowances().map { row($0, "") }
    let months = budget.allowances(in: ErrorBudget.calendarMonths).map { row($0, "a month of ") }
    return Report.Table(["window", "may be down"], usual + months)
  }

  private static func row(_ allowance: ErrorBudget.Allowance, _ prefix: String) -> [String] {
    let length = allowance.window.length
    let name =
      prefix.isEmpty ? WindowName(length).one : prefix + HumanFigures.duration(length)
    return [name, HumanFigures.duration(allowance.allowed)]
  }

  private static func alerts(
    _ rules: [BurnRateRule], _ budget: ErrorBudget, _ ratios: [Probability]
  ) -> Report.Table {
    let columns = ratios.flatMap { ratio in
      ["at \(HumanFigures.number(ratio.value * 100))% fires in", "ends after"]
    }
    let head = ["alert", "burn rate", "errors above"] + columns
    return Report.Table(head, rules.map { row($0, budget, ratios) })
  }

  private static func row(
    _ rule: BurnRateRule, _ budget: ErrorBudget, _ ratios: [Probability]
  ) -> [String] {
    let threshold = HumanFigures.number(rule.errorRatio(in: budget) * 100)
    let times = ratios.flatMap { ratio in
      [rule.detectionTime(at: ratio, in: budget), rule.resetTime(at: ratio, in: budget)]
        .map { $0.map(HumanFigures.duration) ?? "never" }
    }
    return [name(rule), HumanFigures.number(rule.burnRate(in: budget), digits: 4), "\(threshold)%"]
      + times
  }

  private static func name(_ rule: BurnRateRule) -> String {
    let share = "\(HumanFigures.number(rule.share.value * 100))%"
    let short = rule.short.map { ", and \(HumanFigures.duration($0))" } ?? ""
    return "\(share) in \(HumanFigures.duration(rule.long))\(short)"
  }

  private static func assumptions(_ budget: ErrorBudget, _ alerts: BurnRateRules) -> [String] {
    var lines = ["a month is 30 d, a quarter 90 d, a year 365 d"]
    if budget.period == .calendarMonth {
      lines.append("alerts are those of the mean calendar month, 30.436875 d")
    }
    lines.append("errors come evenly, behind a time without any")
    lines.append(
      """
      an alert fires when the errors of both its windows are above (Google, The Site Reliability \
      Workbook, 2018, chapter 5)
      """)
    if !alerts.leftOut.isEmpty {
      let names = alerts.leftOut.map(name).joined(separator: "; ")
      lines.append("left out, since they look back beyond the budget's period: \(names)")
    }
    return lines
  }
}
