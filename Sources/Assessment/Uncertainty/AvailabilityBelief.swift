import InputUncertainty
import OutageSimulation
import Quantities

/// How far a long-run answer is known, where its inputs are believed rather than known: 90 % intervals
/// over draws of the inputs, beside the figures at their medians.
public struct AvailabilityBelief: Sendable, Hashable {
  /// How the draws were evaluated.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// By the exact engine, eight draws at a time.
    case compiled
    /// By the exact engine, each with a topology of its own.
    case rebuilt
    /// By simulation, each draw to its ``error``.
    case simulated
  }

  /// How many inputs are believed.
  public let inputs: Int
  /// How many draws were evaluated.
  public let draws: Int
  /// How they were evaluated.
  public let method: Method
  /// The relative standard error of a draw's mean downtime, which widens the intervals: the median of
  /// the draws; nil where they are exact.
  public let error: Double?
  /// Of P(not down).
  public let availability: CredibleInterval
  /// Of P(down).
  public let unavailability: CredibleInterval
  /// Of the outages in a year of 365 d; nil when unknown.
  public let outagesPerYear: CredibleInterval?
  /// Of the mean length of an outage, in seconds; nil when unknown, or when some draws have none.
  public let meanOutage: CredibleInterval?
  /// Of P(level < 1); nil where the level is never between 0 and 1, and where draws were simulated.
  public let lessThanFull: CredibleInterval?
  /// Of the share of requests lost; nil as above.
  public let levelLost: CredibleInterval?
  /// The chance that the unavailability is at most what was asked about; nil when nothing was.
  public let chanceWithinGoal: Estimate?
  /// How much each input matters to the number of nines, the largest share first.
  public let influences: [InputInfluence]

  init(_ propagated: PropagatedUncertainty, inputs: Int) {
    self.inputs = inputs
    draws = propagated.draws
    error = nil
    method = propagated.method == .compiled ? .compiled : .rebuilt
    availability = propagated.availability
    unavailability = propagated.unavailability
    outagesPerYear = propagated.outageFrequency?.scaled(by: Duration.years(1).seconds)
    meanOutage = propagated.meanOutage
    lessThanFull = propagated.lessThanFull
    levelLost = propagated.levelLost
    chanceWithinGoal = propagated.chanceWithinGoal
    influences = propagated.influences
  }

  /// Of 128 draws or more. Without `isTimed` outages can't be counted.
  init(
    _ results: [SimulationResult], _ sample: InputSample, isTimed: Bool, goal: Double?
  ) {
    let down = results.map { ($0.downtime?.mean.value ?? 0) / $0.horizon.seconds }
    let cycles = isTimed ? results.map { SimulatedCycle($0) } : []
    inputs = sample.inputs.count
    draws = results.count
    method = .simulated
    error = SimulationBelief.error(of: results)
    unavailability = CredibleInterval(of: down)
    availability = CredibleInterval(of: down.map { 1 - $0 })
    outagesPerYear = Self.interval(cycles) { $0.outagesPerYear.value }
    meanOutage = Self.interval(cycles) { $0.meanOutage.value }
    lessThanFull = nil
    levelLost = nil
    chanceWithinGoal = goal.map { goal in
      Estimate(hits: Double(down.count { $0 <= goal }), trials: Double(down.count))
    }
    influences = sample.influences(of: down)
  }

  private static func interval(
    _ cycles: [SimulatedCycle?], _ figure: (SimulatedCycle) -> Double
  ) -> CredibleInterval? {
    let known = cycles.compactMap(\.self)
    guard !known.isEmpty, known.count == cycles.count else { return nil }
    return CredibleInterval(of: known.map(figure))
  }
}
