import CapacityPlanning
import Quantities

/// Searches as JSON: the design that was found, and every candidate that was looked at.
extension JSONValue {
  /// `"kind":"find"` for a search that reads `text`; `values` is null where no design was found, and
  /// `found` where the data can't tell. `assumptions` are those of the question beside the answer's own.
  public init(_ answer: SizingAnswer, of text: String, assuming assumptions: [String] = []) {
    let lines = answer.assumptions + assumptions
    self = .object([
      "schema": .integer(1), "kind": .string("find"), "question": .string(text),
      "values": answer.best.map { Self.values($0, answer) } ?? .null,
      "found": answer.isFound.map { .bool($0) } ?? .null,
      "instances": answer.best.map { .integer($0.instances) } ?? .null,
      "cost_per_month": .figure(answer.best?.cost?.perMonth),
      "front": .array(answer.front.map { Self.frontMember($0, answer) }),
      "candidates": .array(answer.candidates.map { Self.candidate($0, answer) }),
      "undecided": .array(answer.undecided.map { Self.values($0, answer) }),
      "designs": .integer(answer.space),
      "nearest": answer.nearest.map { Self.values($0, answer) } ?? .null,
      "limit": Self.limit(answer.limit),
      "assumptions": .array(lines.map { .string($0) }),
    ])
  }

  /// Whole numbers as numbers, all else as written.
  private static func values(_ candidate: SizingCandidate, _ answer: SizingAnswer) -> JSONValue {
    .object(
      zip(answer.variables, candidate.values).map { variable, value in
        Member(key: variable.name, value: Int(value).map { .integer($0) } ?? .string(value))
      })
  }

  private static func frontMember(
    _ candidate: SizingCandidate, _ answer: SizingAnswer
  ) -> JSONValue {
    .object([
      "values": values(candidate, answer), "instances": .integer(candidate.instances),
      "cost_per_month": .figure(candidate.cost?.perMonth),
      "unavailability": .figure(candidate.unavailability),
    ])
  }

  private static func candidate(
    _ candidate: SizingCandidate, _ answer: SizingAnswer
  ) -> JSONValue {
    var members = keyed([
      "values": values(candidate, answer), "met": candidate.isMet.map { .bool($0) } ?? .null,
      "instances": .integer(candidate.instances),
      "cost_per_month": .figure(candidate.cost?.perMonth),
    ])
    if let cause = candidate.mainCause { members += keyed(["main_cause": .string(cause)]) }
    if let flaw = candidate.flaw { members += keyed(["flaw": .string(flaw)]) }
    members += keyed(["conditions": .array(candidate.outcomes.map { outcome($0) })])
    // The chance of a promise stands where programs look for it first.
    if let chance = candidate.outcomes.first(where: { $0.isOfPromise }) {
      members += keyed(["probability_met": chanceMet(chance.figure)])
    }
    return .object(members)
  }

  private static func outcome(_ outcome: ConditionOutcome) -> JSONValue {
    .object(
      keyed(["condition": .string(outcome.condition.text)]) + [figure(outcome)]
        + keyed(["met": outcome.isMet.map { .bool($0) } ?? .null]))
  }

  /// The figure under the name of what it is.
  private static func figure(_ outcome: ConditionOutcome) -> Member {
    let value: JSONValue =
      switch outcome.figure {
      case .probability(let exact):
        .number(outcome.isOfPromise ? exact.value : exact.complement)
      case .simulated(let estimate):
        outcome.isOfPromise
          ? self.estimate(estimate.complement) : self.estimate(estimate.scaled(by: outcome.unit))
      case .outages(let frequency): .figure(frequency?.perYear)
      case .alwaysDown: .null
      case .shortfall(let share): .number(share)
      case .cost(let cost): .figure(cost?.perMonth)
      case .capacity(let rate): .figure(rate?.amount)
      }
    return Member(key: outcome.key, value: value)
  }

  private static func chanceMet(_ figure: ConditionOutcome.Figure) -> JSONValue {
    switch figure {
    case .probability(let exact): .number(exact.value)
    case .simulated(let estimate): self.estimate(estimate.complement)
    default: .null
    }
  }

  private static func limit(_ limit: SizingLimit?) -> JSONValue {
    guard let limit else { return .null }
    return .object(
      keyed(["name": .string(limit.name)]) + (limit.alone.map { [figure($0)] } ?? [])
        + keyed(["share_of_downtime": .figure(limit.share)]))
  }
}

extension ConditionOutcome {
  fileprivate var isOfPromise: Bool {
    if case .promise = condition.requirement { true } else { false }
  }

  /// The key of its figure.
  fileprivate var key: String {
    switch condition.requirement {
    case .availability: "unavailability"
    case .outages: "outages_per_year"
    case .promise: "probability_met"
    case .shortfall: "shortfall"
    case .cost: "cost_per_month"
    case .capacity: "capacity"
    }
  }

  /// From what is estimated to the unit of its key.
  fileprivate var unit: Double {
    if case .outages = condition.requirement { Duration.years(1).seconds } else { 1 }
  }
}
