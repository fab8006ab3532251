import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Intervals of a uniform law.
extension LifeFit {
  /// With R the range of n complete lives: the distance between the middle of the range and the true
  /// mean exceeds t R with probability (1 + 2 t)^(1 - n), that between an end of the range and the
  /// law's with (1 + t)^(1 - n) (Carlton 1946).
  ///
  /// The same intervals are where the log-likelihood is within -log(1 - confidence) × n / (n - 1) of its
  /// greatest, half the chi-square quantile of two degrees of freedom that such ends call for (Hogg
  /// 1956). With censored lives that is what is left: too wide rather than too narrow.
  func uniformIntervals(
    _ lives: ScaledLives, _ confidence: Double
  ) throws(LifeFitError) -> [ParameterInterval] {
    guard case .uniform(let from, let to) = law else {
      throw .unsupported("\(family.phrase) has no ends; fit uniform")
    }
    let fall = -log1p(-confidence) * lives.completeCount / (lives.completeCount - 1)
    let likelihood = try UniformLikelihood(lives)
    let isExact = lives.censored.isEmpty
    guard let region = likelihood.region(fall: fall) else { throw .noMaximum(family: .uniform) }
    func interval(_ name: String, _ estimate: Double, _ low: Double, _ high: Double)
      -> ParameterInterval
    {
      ParameterInterval(
        name: name, estimate: estimate, low: min(estimate, max(0, low * lives.unit)),
        high: max(estimate, high * lives.unit), confidence: confidence,
        method: isExact ? .exact : .conservativeLikelihood)
    }
    let (least, start) = (likelihood.least, region.leastStart)
    let highMean = (least + region.greatestEnd) / 2
    // The region's mean for complete lives is symmetric; with censored ones its box is taken.
    let lowMean = isExact ? least + likelihood.greatest - highMean : (start + region.leastEnd) / 2
    return [
      interval("mean", law.mean.seconds, lowMean, highMean),
      interval("from", from.seconds, start, least),
      interval("to", to.seconds, region.leastEnd, region.greatestEnd),
    ]
  }
}
