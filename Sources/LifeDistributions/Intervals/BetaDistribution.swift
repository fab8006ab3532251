import Quantities

/// The law of a share between 0 and 1 with density x^(first - 1) (1 - x)^(second - 1) / B(first,
/// second): what is believed of a probability after `first` and `second` pieces of evidence for and
/// against it.
public struct BetaDistribution: Sendable, Hashable {
  /// Above 0.
  public let first: Double
  /// Above 0.
  public let second: Double

  /// Both parameters above 0.
  public init(first: Double, second: Double) {
    self.first = first
    self.second = second
  }

  /// The share that is exceeded with the complement of `probability`, both tails. Relative error below
  /// 1e-12. Throws ``LifeDistributionError``.
  public func quantile(of probability: Probability) throws(LifeDistributionError) -> Probability {
    let isLow = probability.value <= probability.complement
    let tail = isLow ? probability.value : probability.complement
    let value = try SpecialFunctions.betaQuantile(first, second, tail, isUpperTail: !isLow)
    let complement = try SpecialFunctions.betaQuantile(second, first, tail, isUpperTail: isLow)
    return Probability(uncheckedValue: value, complement: complement)
  }
}
