import Quantities

/// Sums over histories.
struct FleetTally: Sendable {
  /// The sum of a figure and that of its squares.
  struct Sum: Sendable {
    var total = 0.0
    var squares = 0.0

    mutating func add(_ value: Double) {
      total += value
      squares += value * value
    }

    mutating func add(_ other: Sum) {
      total += other.total
      squares += other.squares
    }

    /// The mean over `count` histories; without an error when all of them were alike.
    func mean(_ count: Double) -> Estimate {
      let mean = total / count
      let variance = max(0, squares / count - mean * mean) / (count - 1)
      guard variance > 0 else {
        return Estimate(mean, standardError: nil, low: nil, high: nil)
      }
      return Estimate(normal: mean, standardError: variance.squareRoot())
    }
  }

  private(set) var count = 0.0
  private(set) var hits = 0.0
  private(set) var shortTime = Sum()
  private(set) var unserved = Sum()
  private(set) var shortfalls = Sum()
  private(set) var substitutes = Sum()

  mutating func add(_ figures: FleetHistory.Figures) {
    count += 1
    if figures.shortTime > 0 { hits += 1 }
    shortTime.add(figures.shortTime)
    unserved.add(figures.unserved)
    shortfalls.add(figures.shortfalls)
    substitutes.add(figures.substitutes)
  }

  mutating func add(_ other: FleetTally) {
    count += other.count
    hits += other.hits
    shortTime.add(other.shortTime)
    unserved.add(other.unserved)
    shortfalls.add(other.shortfalls)
    substitutes.add(other.substitutes)
  }
}

/// What histories of a fleet show, each figure with its standard error; where nothing was seen, or
/// the same in every history, the error is nil.
public struct FleetFigures: Sendable, Hashable {
  /// Histories drawn.
  public let runs: Int
  /// True when the run ended as asked, false when it was cancelled before.
  public let isComplete: Bool
  /// The length of a history.
  public let horizon: Duration
  /// What went before each history, unwatched.
  public let warmUp: Duration
  /// Seconds of a history in which the demand was not served in full.
  public let shortTime: Estimate
  /// What was not served in a history, in the unit of the demand times seconds.
  public let unservedLoad: Estimate
  /// Shortfalls that began in a history.
  public let shortfalls: Estimate
  /// The chance that a history has any shortfall, with Wilson's interval.
  public let anyShortfall: Estimate
  /// Substitutes started in other zones in a history.
  public let substitutes: Estimate

  init?(_ tally: FleetTally, _ simulation: FleetSimulation, asked: Int) {
    guard tally.count >= 2 else { return nil }
    runs = Int(tally.count)
    isComplete = runs == asked
    horizon = simulation.horizon
    warmUp = simulation.warmUp
    shortTime = tally.shortTime.mean(tally.count)
    unservedLoad = tally.unserved.mean(tally.count)
    shortfalls = tally.shortfalls.mean(tally.count)
    anyShortfall = Estimate(hits: tally.hits, trials: tally.count)
    substitutes = tally.substitutes.mean(tally.count)
  }

  /// The share of time in which the demand was not served in full.
  public var shareShort: Estimate { shortTime.divided(by: horizon.seconds) }
}
