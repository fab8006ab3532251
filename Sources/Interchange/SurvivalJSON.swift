import CapacityPlanning

/// What is left without some parts, as JSON.
extension JSONValue {
  /// `"kind":"survival"` for a check that reads `goal`; `left` is null where no capacity limits it.
  public init(_ answer: SurvivalAnswer, of goal: String) {
    self = .object(
      Self.head("survival", answer.name)
        + Self.keyed([
          "target": .string(goal), "without": .string(answer.lost),
          "left": answer.isDown ? .integer(0) : .figure(answer.left?.amount),
          "unit": answer.left.map { .string($0.unit) } ?? .null,
          "level": .number(answer.isDown ? 0 : answer.level), "served": .number(answer.served),
          "demand": .figure(answer.demand?.amount), "reserve": .figure(answer.reserve),
          "met": .bool(answer.isMet), "method": .string("exact"),
          "assumptions": .array([
            .string(
              "all else is up, what is lost is not replaced, and load moves to what is left at once"
            )
          ]),
        ]))
  }
}
