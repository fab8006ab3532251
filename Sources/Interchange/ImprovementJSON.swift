import Assessment
import CapacityPlanning
import Quantities

/// What to fix first, as JSON.
extension JSONValue {
  /// `"kind":"improvements"`: changes in the order of what they are worth, those of unknown cost and at last
  /// those that the simulation can't tell behind them.
  public init(_ answer: ImprovementAnswer) {
    let draws = answer.result.map { Self.simulated($0) } ?? []
    self = .object(
      Self.head("improvements", answer.name)
        + Self.keyed([
          "unavailability": Self.figure(answer.unavailability, answer),
          "changes": .array(answer.changes.map { Self.change($0, answer) }),
          "method": .string(answer.method.rawValue),
        ]) + draws
        + Self.keyed(["assumptions": .array(answer.assumptions.map { .string($0) })]))
  }

  private static func change(
    _ row: ImprovementAnswer.Row, _ answer: ImprovementAnswer
  ) -> JSONValue {
    .object([
      "change": .string(row.change.text),
      "unavailability": figure(row.unavailability, answer),
      "minutes_saved_per_month": figure(row.minutesSavedPerMonth, answer),
      "cost_per_month": .figure(row.cost?.perMonth),
      "minutes_per_cost": .figure(row.minutesPerCost),
    ])
  }

  private static func figure(_ figure: Estimate, _ answer: ImprovementAnswer) -> JSONValue {
    answer.method == .exact ? .figure(figure.value) : estimate(figure)
  }
}
