import CapacityPlanning
import Quantities

/// What to fix first, as a table.
public enum ImprovementCard {
  /// The table: changes by minutes saved for their cost, then those whose cost isn't known.
  public static func report(_ answer: ImprovementAnswer) -> Report {
    let month = Window.month.length.seconds
    let down = HumanFigures.duration(seconds: answer.unavailability.scaled(by: month))
    let rows = (answer.priced + answer.unpriced).map { row($0) }
    let head = ["change alone", "saves a month", "cost a month", "minutes per cost"]
    let title = "\(answer.name), down \(down) a month: what to fix first"
    return Report(
      [.heading(title)] + (rows.isEmpty ? [] : [.table(Report.Table(head, rows))])
        + undecided(answer) + method(answer)
        + CardLayout.assumptions(answer.assumptions))
  }

  /// What the simulation can't tell from nothing, in one sentence.
  private static func undecided(_ answer: ImprovementAnswer) -> [Report.Block] {
    let most = answer.undecided.compactMap { $0.minutesSavedPerMonth.high }.max()
    guard let most else { return [] }
    let names = answer.undecided.map(\.change.text).joined(separator: ", ")
    let each = answer.undecided.count == 1 ? "it saves" : "each saves"
    return [
      .notes([
        "not told apart from no change (\(each) less than \(HumanFigures.duration(seconds: most * 60))): "
          + names
      ])
    ]
  }

  /// Nothing where all is exact, which its assumptions say.
  private static func method(_ answer: ImprovementAnswer) -> [Report.Block] {
    guard let result = answer.result else { return [] }
    let size = """
      each simulated, \(SimulationCard.grouped(result.replications)) replications of \
      \(HumanFigures.duration(result.horizon)), seed \(result.seed)
      """
    let ended = result.ending == .time ? ["when the time of each was over"] : []
    return [
      .rows([Report.Row("method", [size])] + ended.map { Report.Row("ended", [$0]) })
    ]
  }

  private static func row(_ row: ImprovementAnswer.Row) -> [String] {
    [
      row.change.text, saved(row.minutesSavedPerMonth),
      row.cost.map { HumanFigures.number($0.perMonth, digits: 6) } ?? "unknown",
      row.minutesPerCost.map { HumanFigures.number($0) } ?? "",
    ]
  }

  private static func saved(_ minutes: Estimate) -> String {
    guard minutes.value != 0 else { return "nothing" }
    let size = minutes.value < 0 ? minutes.negated : minutes
    return (minutes.value < 0 ? "costs " : "")
      + HumanFigures.duration(seconds: size.scaled(by: 60))
  }
}
