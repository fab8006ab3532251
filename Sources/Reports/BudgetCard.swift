import OutageSimulation
import Quantities
import ServiceLevels

/// What a budget was spent on, as a card with a bar for each cause.
public enum BudgetCard {
  /// The card: what is allowed, the causes from the largest, what is left or overdrawn. A full bar of
  /// twenty signs is the whole budget; one that ends in `>` is more than that.
  ///
  /// `result` is the simulation that tells, `assumptions` are those of the question.
  public static func text(
    _ name: String, _ waterfall: BudgetWaterfall, from result: SimulationResult? = nil,
    assuming assumptions: [String] = []
  ) -> String {
    let allowed = waterfall.budget.allowed
    let target = HumanFigures.percent(waterfall.budget.target)
    var rows: [CardLayout.Row] = [("allowed", "\(HumanFigures.duration(allowed)) at \(target)")]
    rows += waterfall.causes.map { cause in
      ("\(cause.name) (\(cause.kind.rawValue))", content(cause, of: waterfall))
    }
    rows.append(
      waterfall.overdraft > .zero
        ? ("overdrawn by", HumanFigures.duration(waterfall.overdraft) + error(waterfall, result))
        : ("left", HumanFigures.duration(waterfall.left) + error(waterfall, result)))
    rows += result.map { SimulationCard.method($0) } ?? []
    return CardLayout.text(name, rows, assuming: (result?.assumptions ?? []) + assumptions)
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

  private static func content(
    _ cause: BudgetWaterfall.Cause, of waterfall: BudgetWaterfall
  ) -> String {
    let share = waterfall.share(of: cause)
    let error = cause.standardError.map { ", standard error \(HumanFigures.duration($0))" } ?? ""
    let figures = "\(HumanFigures.duration(cause.spent)), \(HumanFigures.number(share * 100))%"
    return "\(bar(share))  \(figures)\(error)"
  }

  private static func bar(_ share: Double) -> String {
    guard share <= 1 else { return String(repeating: "#", count: 19) + ">" }
    let count = Int((share * 20).rounded())
    return String(repeating: "#", count: count) + String(repeating: ".", count: 20 - count)
  }
}
