import Quantities

/// How far a simulation is.
public struct SimulationProgress: Sendable, Hashable {
  /// Replications done so far.
  public let replications: Int
  /// Mean downtime of a replication so far, in seconds; nil before the first outage.
  public let meanDowntime: Estimate?
  /// How much of the run is done, 0 to 1; nil when that cannot be told.
  public let fractionDone: Double?
  /// Time since the run began.
  public let elapsed: Duration
}

/// One of several equal parts of a simulation that run apart and are merged.
public struct Shard: Sendable, Hashable {
  /// Which part, 1 to `count`.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// Part `number` of `count`. Throws ``SimulationError/shard(_:of:)``.
  public init(_ number: Int, of count: Int) throws(SimulationError) {
    guard count >= 1, (1...count).contains(number) else { throw .shard(number, of: count) }
    self.number = number
    self.count = count
  }
}
