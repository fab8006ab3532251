import OutageSimulation
import Quantities
import ServiceLevels

/// What a budget was spent on, as a card with a bar for each cause.
public enum BudgetCard {
  /// The card: what is allowed, the causes from the largest, what is left or overdrawn. A full bar of
  /// twenty signs is the whole budget; one that ends in `>` is more than that.
  ///
  /// `result` is the simulation that tells, `assumptions` are those of the question.
  public static func report(
    _ name: String, _ waterfall: BudgetWaterfall, from result: SimulationResult? = nil,
    assuming assumptions: [String] = []
  ) -> Report {
    let allowed = waterfall.budget.allowed
    let target = HumanFigures.percent(waterfall.budget.target)
    let allowance = Report.Row("allowed", ["\(HumanFigures.duration(allowed)) at \(target)"])
    let causes = waterfall.causes.map { row($0, of: waterfall) }
    let rest = [rest(waterfall, result)] + (result.map { SimulationCard.method($0) } ?? [])
    let tone = Report.Tone(waterfall.overdraft <= .zero)
    return Report(
      [.heading(name, tone), .rows([allowance] + causes + CardLayout.gathered(rest))]
        + CardLayout.assumptions((result?.assumptions ?? []) + assumptions))
  }

  private static func rest(
    _ waterfall: BudgetWaterfall, _ result: SimulationResult?
  ) -> CardLayout.Row {
    waterfall.overdraft > .zero
      ? ("overdrawn by", HumanFigures.duration(waterfall.overdraft) + error(waterfall, result))
      : ("left", HumanFigures.duration(waterfall.left) + error(waterfall, result))
  }

  /// The error of all that was spent, and so of what is left.
  private static func error(_ waterfall: BudgetWaterfall, _ result: SimulationResult?) -> String {
    guard let result else { return "" }
    let factor = waterfall.budget.period.length.seconds / result.horizon.seconds
    guard let error = result.downtime?.mean.scaled(by: factor).standardError,
      let length = try? Duration(seconds: error)
    else { return ", with an error that these histories do not tell" }
    return ", standard error \(HumanFigures.duration(length))"
  }

  private static func row(
    _ cause: BudgetWaterfall.Cause, of waterfall: BudgetWaterfall
  ) -> Report.Row {
    let share = waterfall.share(of: cause)
    let error = cause.standardError.map { ", standard error \(HumanFigures.duration($0))" } ?? ""
    let figures = "\(HumanFigures.duration(cause.spent)), \(HumanFigures.number(share * 100))%"
    return Report.Row(
      "\(cause.name) (\(cause.kind.rawValue))", [figures + error],
      bar: Report.Bar(share, length: 20, isFramed: true))
  }
}
