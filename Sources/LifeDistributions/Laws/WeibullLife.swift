import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Weibull: S(t) = exp(-y) with y = (t / scale)^shape (Weibull 1951, equation 4).
///
/// Relative error below 2e-15 × shape × (1 + y), the effect of rounding the scale.
struct WeibullLife: LifeFunctions {
  /// Seconds, above 0.
  let mean: Double
  /// Above 0.
  let shape: Double
  /// Seconds, above 0: mean / Γ(1 + 1 / shape).
  let scale: Double

  init(mean: Double, shape: Double) {
    self.mean = mean
    self.shape = shape
    self.scale = mean / tgamma(1 + 1 / shape)
  }

  /// scale² (Γ(1 + 2 / shape) - Γ(1 + 1 / shape)²). Relative error below 1e-16 × (1 + shape²).
  var variance: Double {
    let (first, second) = (lgamma(1 + 1 / shape).0, lgamma(1 + 2 / shape).0)
    return mean * mean * expm1(second - 2 * first)
  }

  var support: ClosedRange<Double> { 0...(.infinity) }

  /// y, the cumulated hazard.
  private func cumulatedHazard(at age: Double) -> Double { pow(age / scale, shape) }

  func density(at age: Double) -> Double {
    let survival = exp(-cumulatedHazard(at: age))
    return survival > 0 ? hazard(at: age) * survival : 0
  }

  func distribution(at age: Double) -> Probability {
    let hazard = cumulatedHazard(at: age)
    return Probability(uncheckedValue: -expm1(-hazard), complement: exp(-hazard))
  }

  func hazard(at age: Double) -> Double { shape / scale * pow(age / scale, shape - 1) }

  func quantile(of probability: Probability) -> Double {
    scale * pow(probability.negativeLogarithmOfComplement, 1 / shape)
  }

  func moment(_ order: Int) -> Double {
    pow(scale, Double(order)) * tgamma(1 + Double(order) / shape)
  }

  /// mean × Q(1 + 1 / shape, y), by the substitution t = scale × y^(1 / shape).
  func partialMean(from age: Double) throws(LifeDistributionError) -> Double {
    mean * (try upperGamma(1 + 1 / shape, at: age))
  }

  /// mean × Q(1 / shape, y), the integral of S by the same substitution.
  func expectedExcess(over age: Double) throws(LifeDistributionError) -> Double {
    mean * (try upperGamma(1 / shape, at: age))
  }

  /// mean × P(1 / shape, y).
  func expectedMinimum(with age: Double) throws(LifeDistributionError) -> Double {
    let tails = GammaTails(shape: 1 / shape)
    return mean * (try tails.lowerProbability(cumulatedHazard(at: age)))
  }

  private func upperGamma(
    _ parameter: Double, at age: Double
  ) throws(LifeDistributionError) -> Double {
    try GammaTails(shape: parameter).upperProbability(cumulatedHazard(at: age))
  }
}
