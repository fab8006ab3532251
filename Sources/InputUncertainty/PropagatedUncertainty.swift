import Quantities

/// What is believed of the long run of a part whose inputs are believed.
///
/// The draws are independent, one value of each input a draw; each is evaluated by the exact engine.
public struct PropagatedUncertainty: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// The number of draws.
  public let draws: Int
  /// The seed of the draws: the same one gives the same figures, to the last bit.
  public let seed: UInt64
  /// How the draws were evaluated.
  public let method: PropagationMethod
  /// Of P(down), 0 to 1; each draw to a relative error below 1e-11.
  public let unavailability: CredibleInterval
  /// Of P(not down), which is carried by itself; its low end goes with the high one of the
  /// unavailability.
  public let availability: CredibleInterval
  /// Of the outages per second; nil when a component that matters has no times.
  public let outageFrequency: CredibleInterval?
  /// Of the mean length of an outage in seconds; nil when unknown, or when some draws have no outages.
  public let meanOutage: CredibleInterval?
  /// Of P(level < 1), 1 minus the probability of full service; nil where the level is never between 0
  /// and 1.
  public let lessThanFull: CredibleInterval?
  /// Of the share of requests lost, 1 minus the expected level; nil where the level is never between 0
  /// and 1.
  public let levelLost: CredibleInterval?
  /// P(the unavailability is at most ``UncertaintyRequest/goal``), from the share of draws; nil without
  /// a goal.
  public let chanceWithinGoal: Estimate?
  /// How much each input matters, the largest share first; empty where the unavailability doesn't vary
  /// or is 0 in some draws. From the first 131,072 draws at most.
  public internal(set) var influences: [InputInfluence]
  /// The variance of log10 U over the draws that the influences are from; nil where there are none.
  public let variance: Double?
}

extension PropagatedUncertainty {
  init(
    _ figures: borrowing DrawnFigures, name: String, draws: Int, seed: UInt64,
    method: PropagationMethod, goal: Double?, isTimed: Bool, isDegradable: Bool,
    tally: InfluenceTally?, inputs: [UncertainInput]
  ) {
    self.name = name
    self.draws = draws
    self.seed = seed
    self.method = method
    let down = figures.down.first(draws)
    unavailability = CredibleInterval(of: down)
    availability = CredibleInterval(of: figures.up.first(draws))
    let frequency = figures.frequency.first(draws)
    let isKnown = isTimed && frequency.allSatisfy { !$0.isNaN }
    outageFrequency = isKnown ? CredibleInterval(of: frequency) : nil
    let hasOutages = isKnown && frequency.allSatisfy { $0 > 0 }
    meanOutage = hasOutages ? CredibleInterval(of: zip(down, frequency).map { $0 / $1 }) : nil
    lessThanFull =
      isDegradable ? CredibleInterval(of: figures.lessThanFull.first(draws)) : nil
    levelLost = isDegradable ? CredibleInterval(of: figures.levelLost.first(draws)) : nil
    chanceWithinGoal = goal.map { goal in
      Estimate(hits: Double(down.count { $0 <= goal }), trials: Double(draws))
    }
    influences = tally?.influences(of: inputs) ?? []
    variance = influences.isEmpty ? nil : tally?.variance
  }
}
