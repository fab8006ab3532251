import Quantities
import ServiceLevels

/// What a simulation is asked.
public struct SimulationRequest: Sendable, Hashable {
  /// The state at the beginning of a replication.
  public enum Start: String, Sendable, Hashable, CaseIterable {
    /// The window lies in a longer history.
    case steady
    /// All components are new.
    case up
  }

  /// How outages are found.
  public enum Sampling: String, Sendable, Hashable, CaseIterable {
    /// History after history.
    case plain
    /// Histories around an outage alone, weighted by how likely one is.
    case conditioned
  }

  /// The length of a replication, above 0 and at most 100 y of 365 d.
  public var horizon: Duration
  /// The state at the beginning.
  public var start = Start.steady
  /// How outages are found; nil lets the engine choose.
  public var sampling: Sampling?
  /// Where the random numbers begin.
  public var seed: UInt64 = 1
  /// When to stop.
  public var stopping = StoppingRule.untilError(0.01, atMost: nil)
  /// The error of a decision (``StoppingRule/untilDecided(_:atMost:)``), above 0 and below 1: all its
  /// looks together are wrong no more often. Several decisions that must all be right share 5 %.
  public var decisionError = 0.05
  /// How many processors to use, 1 or more; nil for all. It never changes a figure.
  public var threads: Int?
  /// A second length of time, at most the horizon, in which downtime is counted: whole windows from
  /// the beginning of each replication on.
  public var window: Window?
  /// Downtimes of a replication whose probability of being exceeded is asked.
  public var thresholds: [Duration] = []
  /// The level under which the service counts as down; nil for any above 0, or with a demand of its
  /// own for all of the demand.
  public var countsBelow: Probability?
  /// A mean restoration time, above 0, for components that are known by their availability alone;
  /// nil refuses them. For questions about shares of time, on which it has no bearing as long as no part
  /// with a history reads them: those are refused in any case.
  public var standInRestoration: Duration?
  /// Promises that each history is judged by: the horizon holds all their windows.
  public var contracts: [ContractQuestion] = []
  /// Which costly figures to record.
  public var records: Records = []

  /// Figures that cost something in the inner loop.
  public struct Records: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int
    /// From bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Which component began each outage.
    public static let causes = Records(rawValue: 1)
    /// The share of time at each level.
    public static let levels = Records(rawValue: 2)
  }

  /// Asks for histories of length `horizon`.
  public init(horizon: Duration = .years(1)) { self.horizon = horizon }

  /// The longest horizon, 100 y.
  public static let longestHorizon = Duration.years(100)
  /// More replications than this are refused: 10^15.
  public static let mostRuns = 1_000_000_000_000_000
}

/// When a simulation stops.
public enum StoppingRule: Sendable, Hashable {
  /// After so many replications, 1 or more.
  case runs(Int)
  /// When the standard error of the mean downtime is at most this share of it (above 0, below 1) and
  /// 400 replications or more had an outage; after `atMost` in any case.
  case untilError(Double, atMost: Duration?)
  /// After so much time, above 0; the result says how many runs repeat it.
  case within(Duration)
  /// When P(the first contract is met in a window) is decided to be at least `required` (above 0, below
  /// 1), or below it, at ``SimulationRequest/decisionError`` in all; after `atMost` in any case.
  ///
  /// It looks after 2^j blocks alone and spends a share of 1 / (j (j + 1)) of the error at look j, so that
  /// all looks together spend no more than it (Bonferroni; the terms sum to 1).
  case untilDecided(Probability, atMost: Duration)
}
