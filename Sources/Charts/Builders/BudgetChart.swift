import OutageSimulation
import Quantities
import Reports
import ServiceLevels

/// What a budget is spent on, as a waterfall: what is allowed, what each cause takes, what is left.
public enum BudgetChart {
  /// The waterfall of `name`, of at most `limit` causes, all others in one row; `method` says how the
  /// causes were found. Throws ``ChartError/nothingSpent``.
  public static func chart(
    _ name: String, _ waterfall: BudgetWaterfall, method: String = "", limit: Int = 10
  ) throws(ChartError) -> Chart {
    guard waterfall.spent > .zero else { throw .nothingSpent }
    let allowed = waterfall.budget.allowed.seconds
    let low = min(0, allowed - waterfall.spent.seconds)
    let period = waterfall.budget.period
    let window = period == .calendarMonth ? .calendarMonth : WindowName(period.length)
    let often = window.inOne
    return Chart(
      title: "What spends the downtime that \(name) is allowed \(often)?",
      subtitle: subtitle(waterfall, method, often), alternative: alternative(name, waterfall),
      horizontal: .durations("downtime left \(often)", .linear, low...max(allowed, 0)),
      content: .rows(rows(waterfall, limit)))
  }

  /// The waterfall of a simulation. Throws as the other one.
  public static func chart(
    _ name: String, _ waterfall: BudgetWaterfall, from result: SimulationResult, limit: Int = 10
  ) throws(ChartError) -> Chart {
    let count = result.replications
    let method = """
      \(ChartAxis.grouped(count)) simulated \(WindowName(result.horizon).many(count)), \
      seed \(result.seed)
      """
    return try chart(name, waterfall, method: method, limit: limit)
  }

  // MARK: Rows

  private static func rows(_ waterfall: BudgetWaterfall, _ limit: Int) -> [Chart.Row] {
    let allowed = waterfall.budget.allowed.seconds
    var rows = [
      Chart.Row(
        "allowed", [Chart.Segment(from: 0, to: allowed, label: text(allowed), tone: .quiet)])
    ]
    var left = allowed
    for cause in causes(waterfall, limit) {
      let label = "-\(text(cause.spent))"
      let segment = Chart.Segment(
        from: left, to: left - cause.spent, label: label, tone: .second)
      rows.append(Chart.Row(cause.name, [segment], text: share(cause.spent / allowed)))
      left -= cause.spent
    }
    return rows + [rest(waterfall)]
  }

  private static func causes(
    _ waterfall: BudgetWaterfall, _ limit: Int
  ) -> [(name: String, spent: Double)] {
    let all = waterfall.causes.filter { $0.spent > .zero }
    let seen = max(1, min(limit, all.count { waterfall.share(of: $0) >= 1e-3 }))
    let first = all.prefix(seen).map { (name: $0.name, spent: $0.spent.seconds) }
    let others = all.dropFirst(seen)
    guard others.count > 1 else { return all.map { ($0.name, $0.spent.seconds) } }
    return first + [
      (name: "\(others.count) others", spent: others.reduce(0) { $0 + $1.spent.seconds })
    ]
  }

  private static func rest(_ waterfall: BudgetWaterfall) -> Chart.Row {
    let allowed = waterfall.budget.allowed.seconds
    if waterfall.overdraft > .zero {
      let over = waterfall.overdraft.seconds
      return Chart.Row(
        "overdrawn by", [Chart.Segment(from: 0, to: -over, label: text(over), tone: .second)],
        text: share(over / allowed))
    }
    let left = waterfall.left.seconds
    return Chart.Row(
      "left", [Chart.Segment(from: 0, to: left, label: text(left), tone: .good)],
      text: share(left / allowed))
  }

  // MARK: Words

  private static func text(_ seconds: Double) -> String {
    HumanFigures.duration(seconds: max(0, seconds))
  }

  private static func share(_ share: Double) -> String {
    share < 1e-3 ? "under 0.1%" : "\(HumanFigures.number(share * 100))%"
  }

  private static func subtitle(
    _ waterfall: BudgetWaterfall, _ method: String, _ often: String
  ) -> String {
    let target = HumanFigures.percent(waterfall.budget.target)
    let how = method.isEmpty ? "" : " \(method)."
    return "A promise of \(target) allows \(text(waterfall.budget.allowed.seconds)) \(often).\(how)"
  }

  private static func alternative(_ name: String, _ waterfall: BudgetWaterfall) -> String {
    let named = waterfall.causes.filter { $0.spent > .zero }.prefix(3).map {
      "\($0.name) takes \(HumanFigures.duration($0.spent))"
    }
    let rest =
      waterfall.overdraft > .zero
      ? "it is overdrawn by \(HumanFigures.duration(waterfall.overdraft))"
      : "\(HumanFigures.duration(waterfall.left)) are left"
    return """
      Bars from top to bottom: of \(HumanFigures.duration(waterfall.budget.allowed)) that \(name) is \
      allowed \(named.joined(separator: ", ")); \(rest).
      """
  }
}
