import CapacityPlanning
import Quantities

/// What to fix first, as a table.
public enum ImprovementCard {
  /// The table: changes by minutes saved for their cost, then those whose cost isn't known.
  public static func report(_ answer: ImprovementAnswer) -> Report {
    let down = HumanFigures.duration(Window.month.downtime(at: answer.availability))
    let rows = answer.priced.map { row($0) } + answer.unpriced.map { row($0) }
    let head = ["change alone", "saves a month", "cost a month", "minutes per cost"]
    let title = "\(answer.name), down \(down) a month: what to fix first"
    return Report(
      [.heading(title), .table(Report.Table(head, rows))]
        + CardLayout.assumptions(answer.assumptions))
  }

  private static func row(_ row: ImprovementAnswer.Row) -> [String] {
    [
      row.change.text, saved(row.minutesSavedPerMonth),
      row.cost.map { HumanFigures.number($0.perMonth, digits: 6) } ?? "unknown",
      row.minutesPerCost.map { HumanFigures.number($0) } ?? "",
    ]
  }

  private static func saved(_ minutes: Double) -> String {
    let length = (try? Duration(seconds: abs(minutes) * 60)) ?? .zero
    if length == .zero { return "nothing" }
    return (minutes < 0 ? "costs " : "") + HumanFigures.duration(length)
  }
}
