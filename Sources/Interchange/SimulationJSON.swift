import Assessment
import OutageSimulation
import Quantities

/// Simulations as JSON: an estimate is an object, and null when nothing is known of it.
extension JSONValue {
  /// `"kind":"simulation"`; `assumptions` are those of the question, beside the engine's own.
  public init(
    _ result: SimulationResult, assuming assumptions: [String] = [],
    believing belief: SimulationBelief? = nil
  ) {
    self = .object(
      Self.head("simulation", result.name) + Self.plan(result) + Self.distribution(result)
        + Self.shares(result) + [
          Member(key: "method", value: .string("simulated")),
          Member(key: "belief", value: .belief(belief)),
          Member(
            key: "assumptions",
            value: .array((result.assumptions + assumptions).map { .string($0) })),
        ])
  }

  /// How it was done.
  private static func plan(_ result: SimulationResult) -> [Member] {
    simulated(result) + keyed(["counting_below": .figure(result.countsBelow)])
  }

  /// The size of a simulation, and what repeats it.
  static func simulated(_ result: SimulationResult) -> [Member] {
    keyed([
      "horizon_seconds": .number(result.horizon.seconds),
      "replications": .integer(result.replications),
      "seed": Int(exactly: result.seed).map { .integer($0) } ?? .string("\(result.seed)"),
      "sampling": .string(result.sampling.rawValue), "start": .string(result.start.rawValue),
      "warm_up_seconds": .figure(result.warmUp?.seconds),
      "ending": .string(result.ending.rawValue),
    ])
  }

  private static func distribution(_ result: SimulationResult) -> [Member] {
    keyed([
      "downtime_seconds": result.downtime.map(downtime) ?? .null,
      "windows": result.windows.map(windows) ?? .null, "outages": estimate(result.outages),
      "outage_seconds": result.outageLengths.map(lengths) ?? .null,
      "clean": estimate(result.clean), "first_outage_seconds": estimate(result.firstOutage),
      "exceeds": .array(
        result.exceedances.map { exceedance in
          .object([
            "seconds": .number(exceedance.downtime.seconds),
            "probability": estimate(exceedance.probability),
          ])
        }),
    ])
  }

  private static func shares(_ result: SimulationResult) -> [Member] {
    keyed([
      "causes": .array(
        result.causes.map { cause in
          .object(["name": .string(cause.name), "share": estimate(cause.share)])
        }),
      "levels": .array(
        result.levels.map { level in
          .object(["level": .number(level.level), "share": estimate(level.share)])
        }),
      "lost_service": estimate(result.lostService),
      "delays": .array(
        result.delays.map { queue in
          .object([
            "name": .string(queue.name), "mean_seconds": estimate(queue.mean),
            "longest_seconds": longest(queue.longest),
          ])
        }),
    ])
  }

  private static func downtime(_ downtime: DowntimeEstimates) -> JSONValue {
    .object([
      "mean": estimate(downtime.mean), "p50": estimate(downtime.p50),
      "p90": estimate(downtime.p90), "p95": estimate(downtime.p95),
      "p99": estimate(downtime.p99), "p999": estimate(downtime.p999),
      "max": .figure(downtime.largest),
    ])
  }

  private static func longest(_ delays: QueueDelayEstimates.Percentiles) -> JSONValue {
    .object([
      "p50": estimate(delays.p50), "p95": estimate(delays.p95), "p99": estimate(delays.p99),
      "max": .figure(delays.largest),
    ])
  }

  private static func lengths(_ lengths: LengthEstimates) -> JSONValue {
    .object([
      "mean": estimate(lengths.mean), "p50": estimate(lengths.p50), "p95": estimate(lengths.p95),
      "p99": estimate(lengths.p99),
    ])
  }

  private static func windows(_ windows: WindowEstimates) -> JSONValue {
    .object([
      "window_seconds": .number(windows.window.length.seconds), "count": .integer(windows.count),
      "downtime_seconds": downtime(windows.downtime), "clean": estimate(windows.clean),
    ])
  }

  static func estimate(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    return .object([
      "value": .figure(estimate.value), "standard_error": .figure(estimate.standardError),
      "low": .figure(estimate.low), "high": .figure(estimate.high),
    ])
  }
}
