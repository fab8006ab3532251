import Assessment
import InputUncertainty
import Quantities

/// What is believed of figures, as JSON: intervals of 90 %, each end an estimate.
extension JSONValue {
  /// The belief beside a long-run answer; null without uncertain inputs.
  static func belief(_ belief: AvailabilityBelief?) -> JSONValue {
    guard let belief else { return .null }
    return .object(
      keyed([
        "inputs": .integer(belief.inputs), "draws": .integer(belief.draws),
        "method": .string(belief.method.rawValue), "draw_error": .figure(belief.error),
        "availability": interval(belief.availability),
        "unavailability": interval(belief.unavailability),
        "downtime_seconds": .object([
          "per_month": interval(belief.unavailability, times: Window.month.length.seconds),
          "per_year": interval(belief.unavailability, times: Window.year.length.seconds),
        ]),
        "outages_per_year": interval(belief.outagesPerYear),
        "mean_outage_seconds": interval(belief.meanOutage),
        "less_than_full": interval(belief.lessThanFull),
        "level_lost": interval(belief.levelLost),
        "chance_within_goal": estimate(belief.chanceWithinGoal),
        "influences": influences(belief.influences),
      ]))
  }

  /// The belief beside a simulation; null without uncertain inputs.
  static func belief(_ belief: SimulationBelief?) -> JSONValue {
    guard let belief else { return .null }
    return .object(
      keyed([
        "inputs": .integer(belief.inputs), "draws": .integer(belief.draws),
        "method": .string(AvailabilityBelief.Method.simulated.rawValue),
        "draw_error": .figure(belief.error),
        "downtime_seconds": .object([
          "mean": interval(belief.mean), "p50": interval(belief.p50), "p90": interval(belief.p90),
          "p95": interval(belief.p95), "p99": interval(belief.p99),
        ]),
        "outages": interval(belief.outages), "clean": interval(belief.clean),
        "exceeds": .array(belief.exceedances.map { interval($0) }),
        "influences": influences(belief.influences),
      ]))
  }

  private static func interval(_ interval: CredibleInterval?, times factor: Double = 1) -> JSONValue
  {
    guard let interval else { return .null }
    return .object([
      "low": estimate(interval.low.scaled(by: factor)),
      "median": estimate(interval.median.scaled(by: factor)),
      "high": estimate(interval.high.scaled(by: factor)),
    ])
  }

  private static func influences(_ influences: [InputInfluence]) -> JSONValue {
    .array(
      influences.map { influence in
        .object([
          "name": .string(influence.input.name), "share": estimate(influence.share),
          "correlation": .number(influence.correlation),
        ])
      })
  }
}
