import Quantities

/// What a simulation found.
///
/// All is about one replication: a window of the horizon's length. An outage that crosses an edge of
/// the window is cut there.
public struct SimulationResult: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// The length of a replication.
  public let horizon: Duration
  /// How many replications were drawn.
  public let replications: Int
  /// Where the random numbers began.
  public let seed: UInt64
  /// How outages were found.
  public let sampling: SimulationRequest.Sampling
  /// The state at the beginning.
  public let start: SimulationRequest.Start
  /// How long before the window a replication begins, so that what has a history has one; nil where
  /// nothing has or the start is up.
  public let warmUp: Duration?
  /// Why the simulation ended.
  public let ending: Ending
  /// The level under which the service counts as down, 0 to 1; nil for level 0.
  public let countsBelow: Double?
  /// Downtime in a replication, in seconds.
  public let downtime: DowntimeEstimates?
  /// Downtime in each window of a second length, when one was asked.
  public let windows: WindowEstimates?
  /// Outages that touch a replication.
  public let outages: Estimate?
  /// Lengths of outages, in seconds; nil when none was seen.
  public let outageLengths: LengthEstimates?
  /// P(no outage in a replication).
  public let clean: Estimate?
  /// The mean time to the first outage, in seconds; nil unless every replication had one.
  public let firstOutage: Estimate?
  /// P(downtime of a replication > threshold) for each threshold asked.
  public let exceedances: [Exceedance]
  /// Share of the downtime by the component that began the outage, largest first; empty unless
  /// recorded.
  public let causes: [Cause]
  /// Share of time at each level, ascending, 0 first; empty unless recorded.
  public let levels: [LevelShare]
  /// The share of service lost, the mean of 1 - level over a replication; nil unless levels are
  /// recorded.
  public let lostService: Estimate?
  /// How long messages wait in each queue; empty where sampling is conditioned.
  public let delays: [QueueDelayEstimates]
  /// For each promise asked about what its windows come to, in the order asked.
  public let contracts: [ContractEstimates]
  /// What the figures rest on, a sentence each.
  public let assumptions: [String]

  /// Why a simulation ended.
  public enum Ending: String, Sendable, Hashable, CaseIterable {
    /// All runs were done.
    case runs
    /// The error asked for was reached.
    case error
    /// Whether the first promise is met often enough was decided.
    case decided
    /// The time was over.
    case time
    /// It was interrupted.
    case interrupted
  }
}

/// The distribution of downtime over windows, in seconds.
///
/// Percentiles are order statistics from integer histograms with 512 buckets an octave, whose least and
/// largest values are known, so that they are within 0.2 % of the sample's own; they are the sample's own
/// among the 1,000 largest values, and where many windows have the same downtime of whole milliseconds.
/// Their interval is that of the order statistics, 95 %.
public struct DowntimeEstimates: Sendable, Hashable {
  /// The mean.
  public let mean: Estimate
  /// The median: half of the windows have more.
  public let p50: Estimate
  /// The worst 10 % of windows exceed this.
  public let p90: Estimate
  /// The worst 5 % of windows exceed this.
  public let p95: Estimate
  /// The worst 1 % of windows exceed this.
  public let p99: Estimate
  /// The worst 0.1 % of windows exceed this.
  public let p999: Estimate
  /// The largest seen.
  public let largest: Double
  /// How often each downtime is exceeded.
  let curve: ExceedanceCurve
}

/// Downtime in windows of a second length.
public struct WindowEstimates: Sendable, Hashable {
  /// The length.
  public let window: Window
  /// Windows in one replication.
  public let count: Int
  /// Downtime in one window, in seconds.
  public let downtime: DowntimeEstimates
  /// P(no downtime in one window).
  public let clean: Estimate
}

/// The distribution of outage lengths, in seconds, each cut at the replication's edges.
public struct LengthEstimates: Sendable, Hashable {
  /// The mean.
  public let mean: Estimate
  /// The median.
  public let p50: Estimate
  /// One in twenty outages is longer.
  public let p95: Estimate
  /// One in a hundred outages is longer.
  public let p99: Estimate
  /// How often each length is exceeded.
  let curve: ExceedanceCurve
}

/// P(downtime of a replication > `downtime`).
public struct Exceedance: Sendable, Hashable {
  /// The threshold.
  public let downtime: Duration
  /// The probability.
  public let probability: Estimate
}

/// How much of the downtime a component began.
public struct Cause: Sendable, Hashable {
  /// The component's name.
  public let name: String
  /// Its share of the downtime, 0 to 1.
  public let share: Estimate
  /// The downtime that it began in a replication, in seconds.
  public let downtime: Estimate
}

/// How long messages wait in a queue: the backlog in time of nominal inflow, divided by the drain while
/// the consumer is up.
public struct QueueDelayEstimates: Sendable, Hashable {
  /// The queue, or what has a buffer.
  public let name: String
  /// The delay averaged over time, in seconds.
  public let mean: Estimate
  /// The longest delay of a replication, in seconds.
  public let longest: Percentiles

  /// Percentiles over replications, in seconds.
  public struct Percentiles: Sendable, Hashable {
    /// Half of the replications have a longer one.
    public let p50: Estimate
    /// The worst 5 % of replications exceed this.
    public let p95: Estimate
    /// The worst 1 % of replications exceed this.
    public let p99: Estimate
    /// The longest seen.
    public let largest: Double
  }
}

/// How much of the time the service is at a level.
public struct LevelShare: Sendable, Hashable {
  /// The level, 0 to 1.
  public let level: Double
  /// The share of time, 0 to 1.
  public let share: Estimate
}
