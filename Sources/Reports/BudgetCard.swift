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
        ? ("overdrawn by", HumanFigures.duration(waterfall.overdraft))
        : ("left", HumanFigures.duration(waterfall.left)))
    rows += result.map { SimulationCard.method($0) } ?? []
    return CardLayout.text(name, rows, assuming: (result?.assumptions ?? []) + assumptions)
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
