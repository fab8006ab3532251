import CapacityPlanning

/// Every headroom rule, as JSON.
extension JSONValue {
  /// `"kind":"headroom"`: the rules in their order; `left` is null where no capacity limits it, `add` is null
  /// where no number up to ten times the members keeps the rule.
  public init(_ answer: HeadroomAnswer) {
    let assumptions =
      HeadroomAnswer.assumptions
      + (answer.demand == nil ? [] : HeadroomAnswer.overloadAssumptions)
    self = .object(
      Self.head("headroom", answer.name)
        + Self.keyed([
          "demand": .figure(answer.demand?.amount),
          "unit": answer.demand.map { .string($0.unit) } ?? .null,
          "rules": .array(answer.rows.map { Self.rule($0) }),
          "not_looked_at": .array(answer.unchecked.map { .string($0.title) }),
          "method": .string("exact"), "assumptions": .array(assumptions.map { .string($0) }),
        ]))
  }

  private static func rule(_ row: HeadroomAnswer.Row) -> JSONValue {
    let survival = row.survival
    return .object([
      "rule": .string(survival.rule.title), "without": .string(survival.lost),
      "left": survival.isDown ? .integer(0) : .figure(survival.left?.amount),
      "unit": survival.left.map { .string($0.unit) } ?? .null,
      "reserve": .figure(survival.reserve), "met": .bool(survival.isMet),
      "served_if_shed": .figure(row.servedIfShed),
      "served_in_cascade": .figure(row.servedInCascade),
      "add": row.additions.map { .array($0.map { addition($0) }) } ?? .null,
    ])
  }

  private static func addition(_ addition: MemberAddition) -> JSONValue {
    .object([
      "name": .string(addition.group), "count": .integer(addition.count),
      "per": addition.family.map { .string($0) } ?? .null,
    ])
  }
}
