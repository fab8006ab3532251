import Quantities

/// The exact interval of a probability of which some trials came true (Clopper and Pearson 1934): from
/// the a / 2 quantile of Beta(hits, trials - hits + 1) to the 1 - a / 2 quantile of Beta(hits + 1,
/// trials - hits), a being 1 - confidence.
///
/// It covers the true probability with at least that confidence whatever it is. Relative error of both
/// tails of both ends below 1e-12.
public struct ProportionInterval: Sendable, Hashable {
  /// How many trials came true.
  public let hits: Int
  /// How many there were: 1 to 1,000,000,000.
  public let trials: Int
  /// How sure it is that the probability lies between the ends.
  public let confidence: Probability
  /// The lower end; 0 without a hit.
  public let low: Probability
  /// The upper end; 100 % without a miss.
  public let high: Probability

  /// The interval of `hits` in `trials`. Cost: up to a millisecond, some √trials steps. Without the
  /// trait GSL throws ``LifeDistributionError/needsGSL(function:)`` unless at most one hit or miss
  /// was seen at the end in question.
  public init(
    hits: Int, of trials: Int, confidence: Probability
  ) throws(LifeDistributionError) {
    try confidence.requireConfidence()
    self.hits = hits
    self.trials = trials
    self.confidence = confidence
    low = try Self.lowerBound(hits: hits, of: trials, confidence: confidence.ends.high)
    high = try Self.upperBound(hits: hits, of: trials, confidence: confidence.ends.high)
  }

  /// The share of hits, the estimate of maximum likelihood. Each tail one rounding.
  public var share: Probability {
    Probability(
      uncheckedValue: Double(hits) / Double(trials),
      complement: Double(trials - hits) / Double(trials))
  }

  /// What the probability exceeds with this confidence, one-sided. Throws ``LifeDistributionError``.
  public static func lowerBound(
    hits: Int, of trials: Int, confidence: Probability
  ) throws(LifeDistributionError) -> Probability {
    try check(hits, trials)
    return try upperBound(hits: trials - hits, of: trials, confidence: confidence).inverted
  }

  /// What exceeds the probability with this confidence, one-sided: 1 - a^(1 / trials) without a hit.
  /// Throws ``LifeDistributionError``.
  public static func upperBound(
    hits: Int, of trials: Int, confidence: Probability
  ) throws(LifeDistributionError) -> Probability {
    try check(hits, trials)
    try confidence.requireConfidence()
    if hits == trials { return .certain }
    let law = BetaDistribution(first: Double(hits) + 1, second: Double(trials - hits))
    return try law.quantile(of: confidence)
  }

  private static func check(_ hits: Int, _ trials: Int) throws(LifeDistributionError) {
    guard (1...1_000_000_000).contains(trials), (0...trials).contains(hits) else {
      throw .outsideRange(
        "\(hits) hits in \(trials) trials are out of range; count 1 to 1e9 trials, not fewer than hits"
      )
    }
  }
}
