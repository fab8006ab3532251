import OutageSimulation
import Quantities

/// Simulated histories as JSON.
extension JSONValue {
  /// `"kind":"timeline"`, with the outages in order; `assumptions` are those of the question, beside
  /// the engine's own.
  public init(_ history: OutageHistory, assuming assumptions: [String] = []) {
    self = .object(
      Self.head("timeline", history.name)
        + Self.keyed([
          "horizon_seconds": .number(history.horizon.seconds),
          "replication": .integer(history.number),
          "seed": Int(exactly: history.seed).map { .integer($0) } ?? .string("\(history.seed)"),
          "downtime_seconds": .number(history.downtime.seconds),
          "outages": .array(history.outages.map(Self.outage)), "method": .string("simulated"),
          "assumptions": .array((history.assumptions + assumptions).map { .string($0) }),
        ]))
  }

  private static func outage(_ outage: OutageHistory.Outage) -> JSONValue {
    .object(
      keyed([
        "start_seconds": .number(outage.start.seconds),
        "seconds": .number(outage.length.seconds),
        "cause": outage.cause.map { .string($0) } ?? .null,
      ]))
  }
}
