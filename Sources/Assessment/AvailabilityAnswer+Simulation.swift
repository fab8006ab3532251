import OutageSimulation
import Quantities

extension AvailabilityAnswer {
  /// The answer of a simulation of windows in steady state; `positiveLevels` are those that may
  /// occur. Without `isTimed` nothing is known of outages. Nil when nothing was drawn.
  init?(
    _ result: SimulationResult, positiveLevels: [Double], isTimed: Bool, assumptions: [String]
  ) {
    let estimates = AvailabilityEstimates(result, levels: positiveLevels, isTimed: isTimed)
    guard let estimates else { return nil }
    let recorded = result.levels.dropFirst().map(\.level)
    let levels = recorded.isEmpty ? positiveLevels.suffix(1) : recorded
    name = result.name
    availability = Self.probability(estimates.availability, estimates.unavailability)
    full = Self.probability(estimates.full, estimates.full.complement)
    let lost = result.lostService ?? estimates.expectedLevel.complement
    expectedLevel = Self.probability(estimates.expectedLevel, lost)
    self.levels = zip(levels, estimates.levels).map { level, estimates in
      LevelProbability(
        level: level, probability: estimates.probability.value,
        atLeast: Self.probability(estimates.atLeast, estimates.less))
    }
    outageFrequency = estimates.outagesPerYear.map(\.value).flatMap(Self.yearly)
    meanOutage = estimates.meanOutage.flatMap(Self.duration)
    meanUptime = estimates.meanUptime.flatMap(Self.duration)
    method = .simulated
    self.assumptions = assumptions
    self.estimates = estimates
  }

  private static func probability(_ value: Estimate, _ complement: Estimate) -> Probability {
    Probability(uncheckedValue: value.value, complement: complement.value)
  }

  private static func yearly(_ count: Double) -> Frequency? {
    try? Frequency(perSecond: count / Duration.years(1).seconds)
  }

  private static func duration(_ estimate: Estimate) -> Duration? {
    try? Duration(seconds: estimate.value)
  }
}
