import CapacityPlanning
import Quantities
import ResourceAdequacy

/// A capacity against a demand that varies, as JSON.
extension JSONValue {
  /// `"kind":"adequacy"`: figures of the demand's length (`period_seconds`), flows in `unit`.
  public init(_ answer: AdequacyAnswer) {
    let figures = answer.figures
    self = .object(
      Self.head("adequacy", answer.name) + Self.goal(answer)
        + Self.keyed([
          "served_time": .number(figures.met.value), "short_time": .number(figures.met.complement),
          "served_share": .number(figures.servedShare.value),
          "unserved_share": .number(figures.servedShare.complement),
          "period_seconds": .number(figures.period.seconds),
          "loss_of_load_hours": .number(figures.lossOfLoadHours),
          "loss_of_load_days": .figure(figures.lossOfLoadDays),
          "unserved_hours": .number(figures.unservedHours), "unit": .string(figures.unit),
          "load_unit": .string(figures.profile.unit),
          "shortfalls": .figure(figures.shortfalls),
          "shortfalls_begun_by_failures": .figure(figures.begunByFailures),
          "shortfalls_begun_by_loads": .figure(figures.begunByLoadSteps),
          "mean_shortfall_seconds": .figure(figures.meanShortfall?.seconds),
          "worst_load": worst(figures), "capacity": .number(answer.capacity),
          "mean_capacity": .number(answer.expectedCapacity),
          "mean_demand": .number(figures.profile.mean),
          "peak_demand": .number(figures.profile.peak),
          "cost_per_month": .figure(answer.cost?.perMonth), "method": .string("exact"),
          "assumptions": .array(answer.assumptions.map { .string($0) }),
        ]))
  }

  private static func goal(_ answer: AdequacyAnswer) -> [Member] {
    guard let target = answer.target else { return [] }
    return keyed([
      "target": .string(target), "met": answer.isMet.map { .bool($0) } ?? .null,
    ])
  }
}

/// The load with the most unserved flow, counted from 1.
private func worst(_ figures: AdequacyFigures) -> JSONValue {
  let load = figures.loads[figures.worstLoad]
  return .object([
    "number": .integer(figures.worstLoad + 1), "load": .number(load.load),
    "short_probability": .number(load.met.complement), "unserved": .number(load.unserved),
  ])
}
