import CapacityPlanning
import Quantities
import ResourceAdequacy

/// Simulated shortfalls, as JSON.
extension JSONValue {
  /// `"kind":"adequacy_simulation"`: figures of one history, each with its error, beside the exact means.
  public init(_ answer: AdequacySimulationAnswer) {
    let found = answer.estimates
    self = .object(
      Self.head("adequacy_simulation", answer.name)
        + Self.keyed([
          "histories": .integer(found.histories), "history_seconds": .number(found.length.seconds),
          "seed": Int(exactly: answer.seed).map { .integer($0) } ?? .string("\(answer.seed)"),
          "ending": .string(found.ending.rawValue),
          "loss_of_load_hours": distribution(found.hoursShort, exact: answer.exactHoursShort),
          "unserved_hours": distribution(found.unserved, exact: answer.exactUnserved),
          "unit": .string(found.unit),
          "shortfalls": distribution(found.shortfalls, exact: answer.exactShortfalls),
          "shortfalls_begun_by_loads": distribution(
            found.begunByLoadSteps, exact: answer.exactBegunByLoads),
          "shortfall_hours": found.shortfallHours.map {
            distribution($0, exact: answer.exact?.figures.meanShortfall?.converted(to: .hour))
          } ?? .null,
          "clean": Self.estimate(found.clean), "method": .string("simulated"),
          "assumptions": .array(answer.assumptions.map { .string($0) }),
        ]))
  }
}

private func distribution(_ found: EstimatedDistribution, exact: Double?) -> JSONValue {
  .object([
    "mean": JSONValue.estimate(found.mean), "exact_mean": .figure(exact),
    "p50": JSONValue.estimate(found.p50), "p95": JSONValue.estimate(found.p95),
    "p99": JSONValue.estimate(found.p99), "max": .number(found.largest),
  ])
}
