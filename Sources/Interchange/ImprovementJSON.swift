import CapacityPlanning

/// What to fix first, as JSON.
extension JSONValue {
  /// `"kind":"improvements"`: changes in the order of what they are worth, those of unknown cost last.
  public init(_ answer: ImprovementAnswer) {
    self = .object(
      Self.head("improvements", answer.name)
        + Self.keyed([
          "unavailability": .number(answer.availability.complement),
          "changes": .array((answer.priced + answer.unpriced).map { Self.change($0) }),
          "method": .string("exact"),
          "assumptions": .array(answer.assumptions.map { .string($0) }),
        ]))
  }

  private static func change(_ row: ImprovementAnswer.Row) -> JSONValue {
    .object([
      "change": .string(row.change.text), "unavailability": .number(row.availability.complement),
      "minutes_saved_per_month": .number(row.minutesSavedPerMonth),
      "cost_per_month": .figure(row.cost?.perMonth),
      "minutes_per_cost": .figure(row.minutesPerCost),
    ])
  }
}
