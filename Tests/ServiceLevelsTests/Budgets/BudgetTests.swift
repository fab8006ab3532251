import Quantities
import ServiceLevels
import Testing

/// Budgets, burn rates and what a budget is spent on, against published figures.
@Suite("Error budgets")
struct BudgetTests {
  private func budget(_ percent: String, _ period: Window = .month) throws -> ErrorBudget {
    try ErrorBudget(target: .percent(percent), period: period)
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    guard let value else { return false }
    return abs(value - expected) <= 1e-14 * expected
  }

  /// Source: the usual downtime table, with a year of 365 d and a month of 30 d.
  @Test(
    "the downtime table",
    arguments: [
      ("99.9", [86.4, 604.8, 2419.2, 2592, 7776, 31536]),
      ("99.99", [8.64, 60.48, 241.92, 259.2, 777.6, 3153.6]),
    ])
  func table(percent: String, seconds: [Double]) throws {
    let rows = try budget(percent).allowances()
    #expect(rows.count == seconds.count)
    for (row, expected) in zip(rows, seconds) { #expect(isClose(row.allowed.seconds, expected)) }
  }

  @Test("the four calendar months at 99.99 %")
  func calendarMonths() throws {
    let rows = try budget("99.99").allowances(in: ErrorBudget.calendarMonths)
    let minutes = [4.032, 4.176, 4.32, 4.464]
    #expect(rows.count == 4)
    for (row, expected) in zip(rows, minutes) {
      #expect(isClose(row.allowed.seconds, expected * 60))
    }
  }

  @Test("thirty nines keep all their digits")
  func manyNines() throws {
    let budget = try ErrorBudget(target: .nines(30), period: .month)
    #expect(isClose(budget.allowed.seconds, 2.592e-24))
  }

  @Test("targets without a budget")
  func refused() {
    #expect(throws: ServiceLevelError.noBudget) {
      try ErrorBudget(target: .certain, period: .month)
    }
    #expect(throws: ServiceLevelError.target) {
      try ErrorBudget(target: .impossible, period: .month)
    }
    #expect(throws: ServiceLevelError.window) { try budget("99", .duration(.zero)) }
  }

  /// Source: The Site Reliability Workbook, chapter 5, and the same shares of 28 d.
  @Test(
    "burn rates of the usual rules",
    arguments: [(30, [14.4, 6, 3, 1]), (28, [13.44, 5.6, 2.8, 2.8 / 3])] as [(UInt32, [Double])])
  func burnRates(days: UInt32, rates: [Double]) throws {
    let budget = try budget("99.9", .duration(.days(days)))
    let rules = BurnRateRules(for: budget)
    #expect(rules.rules.count == 4 && rules.leftOut.isEmpty)
    for (rule, rate) in zip(rules.rules, rates) {
      #expect(isClose(rule.burnRate(in: budget), rate))
    }
  }

  @Test("rules longer than the period are left out")
  func shortPeriod() throws {
    let rules = BurnRateRules(for: try budget("99.9", .day))
    #expect(rules.rules.count == 3)
    #expect(rules.leftOut.map(\.long) == [.days(3)])
  }

  /// Source: The Site Reliability Workbook, chapter 5: 36 over 1 h at 99.9 %.
  @Test("one window: detection after 2.16 min, reset after 57.84 min")
  func oneWindow() throws {
    let budget = try budget("99.9")
    let rule = try BurnRateRule(share: .percent(5), long: .hours(1))
    #expect(isClose(rule.burnRate(in: budget), 36))
    #expect(isClose(rule.detectionTime(at: .certain, in: budget)?.seconds, 129.6))
    #expect(isClose(rule.resetTime(at: .certain, in: budget)?.seconds, 3470.4))
  }

  @Test("14.4 over 1 h at 99.9 %: 0.864 min at 100 % errors, 43.2 min at 2 %, never at 1.44 %")
  func detection() throws {
    let budget = try budget("99.9")
    let rule = BurnRateRules.usual[0]
    #expect(isClose(rule.detectionTime(at: .certain, in: budget)?.seconds, 51.84))
    #expect(isClose(rule.detectionTime(at: try .percent(2), in: budget)?.seconds, 2592))
    #expect(rule.detectionTime(at: try .percent(1.4), in: budget) == nil)
    #expect(rule.resetTime(at: try .percent(1.4), in: budget) == nil)
    // A total outage: the short window of 300 s is quiet at 1.44 % of it.
    #expect(isClose(rule.resetTime(at: .certain, in: budget)?.seconds, 300 * (1 - 0.0144)))
  }

  /// The reset time, against errors counted second by second in both windows.
  @Test("a reset doesn't depend on how long a detected incident went on", arguments: [2600, 9000])
  func resetCounted(length: Int) throws {
    let budget = try budget("99.9")
    let rule = BurnRateRules.usual[0]
    let threshold = rule.errorRatio(in: budget)
    let reset = (0..<3600).first { second in
      [300, 3600].contains { window in
        Double(max(0, min(length, window - second))) / Double(window) * 0.02 <= threshold
      }
    }
    let expected = try #require(rule.resetTime(at: try .percent(2), in: budget))
    #expect(abs(Double(try #require(reset)) - expected.seconds) <= 1)
  }

  @Test("rules that make no sense")
  func refusedRules() {
    #expect(throws: BurnRateError.share) {
      try BurnRateRule(share: .impossible, long: .hours(1))
    }
    #expect(throws: BurnRateError.windows) {
      try BurnRateRule(share: .certain, long: .hours(1), short: .hours(1))
    }
    #expect(throws: BurnRateError.windows) { try BurnRateRule(share: .certain, long: .zero) }
  }

  @Test("a waterfall: largest first, and what is left or overdrawn")
  func waterfall() throws {
    let budget = try budget("99.9")
    let one = BudgetWaterfall.Cause("deployments", kind: .changes, spent: .seconds(500))
    let two = BudgetWaterfall.Cause("zone a", kind: .zones, spent: .seconds(1500))
    let within = BudgetWaterfall(of: budget, spentOn: [one, two])
    #expect(within.causes == [two, one])
    #expect(within.spent == .seconds(2000) && within.overdraft == .zero)
    #expect(isClose(within.left.seconds, 592))
    #expect(isClose(within.share(of: one), 500.0 / 2592))
    let over = BudgetWaterfall(of: budget, spentOn: [one, two, two])
    #expect(over.left == .zero)
    #expect(isClose(over.overdraft.seconds, 908))
  }
}
