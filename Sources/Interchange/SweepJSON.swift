import Assessment
import Quantities

/// Sweeps as JSON.
extension JSONValue {
  /// `"kind":"sweep"`: a point for each value of the input.
  public init(_ sweep: AvailabilitySweep) {
    self = .object(
      Self.head("sweep", sweep.name)
        + Self.keyed([
          "input": .string(sweep.input), "current": sweep.current.map { .string($0) } ?? .null,
          "points": .array(sweep.points.map { Self.point($0) }),
          "assumptions": .array(sweep.assumptions.map { .string($0) }),
        ]))
  }

  private static func point(_ point: AvailabilitySweep.Point) -> JSONValue {
    let answer = point.answer
    let estimates = answer.estimates
    return .object([
      "text": .string(point.text), "value": .number(point.number),
      "availability": figure(answer.availability.value, estimates?.availability),
      "unavailability": figure(answer.availability.complement, estimates?.unavailability),
      "nines": estimates.map { estimate($0.nines) } ?? .figure(answer.availability.nines),
      "downtime_seconds": .object([
        "per_month": downtime(answer, in: .month), "per_year": downtime(answer, in: .year),
      ]),
      "outages_per_year": figure(answer.outageFrequency?.perYear, estimates?.outagesPerYear),
      "method": .string(answer.method.rawValue),
    ])
  }
}
