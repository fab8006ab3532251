import IncidentLogs
import LifeDistributions
import Quantities

/// What an incident log says of one service: how often it fails, how long restoring it takes, and how
/// sure both are.
public struct ServiceEvidence: Sendable, Hashable {
  /// What was observed.
  public let record: ServiceRecord
  /// How sure the intervals are, above 0 and below 1.
  public let confidence: Probability
  /// Failures in the time that the service was up; nil when it was never up.
  public let failures: EventRate?
  /// Of the MTBF, by chi-square: the true mean lies within with at least the confidence, for a
  /// constant failure rate. One-sided without a failure; nil when the service was never up.
  public let mtbf: MeanTimeInterval?
  /// Up times that began with a restoration, the last one censored, and the laws that suit them.
  public let uptimes: LawEvidence
  /// Restoration times, an open one censored, and the laws that suit them. The mean of the best one is
  /// the MTTR.
  public let restorations: LawEvidence

  /// What a record says. Cost: ten fits, and 200 for each goodness, which censored
  /// lives have none of. Throws
  /// ``LifeDistributionError``; without the trait GSL there are no intervals.
  public init(
    _ record: ServiceRecord, confidence: Probability
  ) throws(LifeDistributionError) {
    self.record = record
    self.confidence = confidence
    failures =
      record.exposure > .zero
      ? try EventRate(events: record.failures, in: record.exposure) : nil
    mtbf = try failures.map { rate throws(LifeDistributionError) in
      try rate.meanTimeInterval(confidence: confidence)
    }
    uptimes = LawEvidence(record.renewedUptimes, confidence: confidence.value)
    restorations = LawEvidence(record.restorations, confidence: confidence.value)
  }

  /// What to write for the MTBF: the posterior of the failures in the up time, or a law that ages where
  /// the up times show one and its mean agrees with the count; nil when the service was never up.
  public var believedUptime: BelievedLife? {
    ageingUptime ?? failures.map { .counted(events: $0.events, exposure: $0.exposure) }
  }

  /// Half the mean of a hyperexponential law lies in a branch that few lives show.
  private var ageingUptime: BelievedLife? {
    guard let believed = uptimes.believed, case .shaped(let family, let mean, _) = believed,
      family != .hyperexponential, uptimes.sample.complete.count >= Self.ageing,
      let counted = mtbf, let high = counted.high,
      mean.lowerBound < high, mean.upperBound > counted.low
    else { return nil }
    return believed
  }

  /// Fewer complete up times than this don't tell a law that ages from chance.
  private static let ageing = 10
}
