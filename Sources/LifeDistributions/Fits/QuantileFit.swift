import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Laws through two known quantiles, such as the median and the 95th percentile that a report gives.
public enum QuantileFit {
  /// A length, and the probability with which a life is at most as long.
  public struct Known: Sendable, Hashable {
    /// Neither tail 0.
    public let probability: Probability
    /// Above 0.
    public let length: Duration

    /// A known quantile.
    public init(_ probability: Probability, _ length: Duration) {
      self.probability = probability
      self.length = length
    }
  }

  /// The law of a family with exactly these quantiles, in either order: lognormal and Weibull laws, whose
  /// quantiles' logarithms are linear in those of the standard law; exponential from one of them is
  /// no answer to two. Relative error of the shape 1e-13 over the logarithm of the lengths' ratio.
  ///
  /// Throws ``LifeFitError``: for other families, for lengths that don't rise with their probabilities,
  /// for probabilities of 0 or 100 %, and, for lognormal, in a build without the trait GSL.
  public static func law(
    _ family: LifeFamily, through first: Known, and second: Known
  ) throws(LifeFitError) -> Law {
    guard family == .lognormal || family == .weibull else {
      throw .unsupported("two quantiles give a lognormal or a weibull law; fit one of those")
    }
    let (lower, upper) = first.length <= second.length ? (first, second) : (second, first)
    try check(lower, upper)
    let low = try score(lower.probability, family)
    let distance = try score(upper.probability, family) - low
    let scale = log(upper.length.seconds / lower.length.seconds) / distance
    guard distance > 0, scale > 0, scale.isFinite else { throw disorder }
    let location = log(lower.length.seconds) - scale * low
    let cumulant = family == .lognormal ? scale * scale / 2 : lgamma(1 + scale).0
    let mean = try LifeFit.duration(exp(location + cumulant), family)
    guard let law = family.law(mean: mean, shape: family == .lognormal ? scale : 1 / scale) else {
      throw disorder
    }
    return law
  }

  private static var disorder: LifeFitError {
    .impossibleQuantiles(
      "the longer of two quantiles must have the larger probability; check their order")
  }

  private static func check(_ lower: Known, _ upper: Known) throws(LifeFitError) {
    for known in [lower, upper] {
      guard known.probability.value > 0, known.probability.complement > 0, known.length > .zero
      else {
        throw .impossibleQuantiles(
          "a quantile needs a probability between 0 and 100 % and a length above 0; leave the ends out"
        )
      }
    }
    guard lower.length < upper.length else { throw disorder }
  }

  /// The standard law's quantile of the logarithm.
  private static func score(
    _ probability: Probability, _ family: LifeFamily
  ) throws(LifeFitError) -> Double {
    guard family == .lognormal else { return log(probability.negativeLogarithmOfComplement) }
    let isLow = probability.value <= probability.complement
    let tail = isLow ? probability.value : probability.complement
    let score = try LifeFitError.checked { () throws(LifeDistributionError) in
      try SpecialFunctions.normalQuantile(tail)
    }
    return isLow ? score : -score
  }
}
