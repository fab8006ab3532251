import Quantities
import Topology

/// How available something is in the long run.
public struct AvailabilityAnswer: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// P(not down): level above 0, or under a demand of its own level 1. Both tails; where it is exact
  /// with a relative error below 1e-13.
  public let availability: Probability
  /// P(full service): level 1. Equal to the availability where the level is never between 0 and 1.
  public let full: Probability
  /// The mean level, the share of requests served well, or of the demand that is carried;
  /// `complement` is the share lost.
  public let expectedLevel: Probability
  /// P(level) for each level above 0 that can occur, ascending; 0 has the rest.
  public let levels: [LevelProbability]
  /// Outages per second; nil when a component that matters has no times.
  public let outageFrequency: Frequency?
  /// The mean length of an outage, U / frequency; nil when unknown or when there are none.
  public let meanOutage: Duration?
  /// The mean time between outages, A / frequency; nil when unknown or when there are none.
  public let meanUptime: Duration?
  /// What it costs to run, with all that it depends on; nil where nothing has a cost.
  public internal(set) var cost: Cost? = nil
  /// What the cost leaves out, since none is said of it; empty where nothing has a cost.
  public internal(set) var unpriced: [String] = []
  /// How it was obtained.
  public let method: AnswerMethod
  /// The errors of the figures, where they were simulated; nil where they are exact.
  public let estimates: AvailabilityEstimates?
  /// How far the figures are known where inputs are believed rather than known, which the figures take
  /// at their medians; nil where all are known.
  public internal(set) var belief: AvailabilityBelief?
  /// What the figures rest on, a sentence each.
  public internal(set) var assumptions: [String]

  /// The same answer with further sentences on what it rests on.
  public func assuming(_ more: [String]) -> AvailabilityAnswer {
    var result = self
    result.assumptions += more
    return result
  }

  /// The same answer with what is believed of its figures.
  public func believing(_ belief: AvailabilityBelief?) -> AvailabilityAnswer {
    var result = self
    result.belief = belief
    return result
  }

  /// The same answer with what it costs, and of what that isn't known.
  func costing(_ inventory: Inventory) -> AvailabilityAnswer {
    guard let cost = inventory.cost else { return self }
    var result = self
    result.cost = cost
    result.unpriced = inventory.unpriced
    return result
  }

  /// True when the level can lie between 0 and 1.
  public var isDegradable: Bool { levels.count > 1 }

  /// Expected downtime in a window: U times its length.
  public func downtime(in window: Window) -> Duration { window.downtime(at: availability) }
}

/// A level of service and how likely it is.
public struct LevelProbability: Sendable, Hashable {
  /// The level, above 0 and at most 1.
  public let level: Double
  /// P(exactly this level).
  public let probability: Double
  /// P(at least this level), both tails.
  public let atLeast: Probability
}
