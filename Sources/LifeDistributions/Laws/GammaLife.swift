import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gamma, and Erlang where the shape is whole (Johnson, Kotz and Balakrishnan 1994, chapter 17).
///
/// With x = t / scale: S(t) = Q(shape, x). Relative error below 1e-12 for shapes up to 1e4, where no
/// other bound is given; beyond them below 1e-16 × shape, the effect of rounding x.
struct GammaLife: LifeFunctions {
  /// Seconds, above 0.
  let mean: Double
  /// Above 0.
  let shape: Double

  /// Seconds: mean / shape.
  var scale: Double { mean / shape }
  var variance: Double { mean * scale }
  var support: ClosedRange<Double> { 0...(.infinity) }

  private var tails: GammaTails { GammaTails(shape: shape) }
  private func argument(_ age: Double) -> GammaTails.Argument { GammaTails.Argument(age / scale) }

  /// x^shape e^-x / Γ(shape) over t; its limit at 0.
  func density(at age: Double) throws(LifeDistributionError) -> Double {
    guard age > 0 else { return densityAtZero }
    return exp(try tails.logarithmOfKernel(argument(age))) / age
  }

  private var densityAtZero: Double {
    shape < 1 ? .infinity : shape == 1 ? 1 / mean : 0
  }

  func distribution(at age: Double) throws(LifeDistributionError) -> Probability {
    let x = age / scale
    return Probability(
      uncheckedValue: try tails.lowerProbability(x),
      complement: try tails.upperProbability(x))
  }

  func hazard(at age: Double) throws(LifeDistributionError) -> Double {
    guard age > 0 else { return densityAtZero }
    return try tails.upper(argument(age)).slope / age
  }

  func quantile(of probability: Probability) throws(LifeDistributionError) -> Double {
    mean * exp(try tails.logarithmOfQuantile(probability))
  }

  /// scale^n shape (shape + 1) … (shape + n - 1). Relative error below n × 4e-16.
  func moment(_ order: Int) -> Double {
    (0..<order).reduce(1) { $0 * (mean + Double($1) * scale) }
  }

  /// mean × Q(shape + 1, x).
  func partialMean(from age: Double) throws(LifeDistributionError) -> Double {
    mean * (try GammaTails(shape: shape + 1).upperProbability(age / scale))
  }

  func expectedExcess(over age: Double) throws(LifeDistributionError) -> Double {
    scale * (try tails.expectedExcess(over: age / scale))
  }

  /// mean × P(shape + 1, x) + age × Q(shape, x).
  func expectedMinimum(with age: Double) throws(LifeDistributionError) -> Double {
    let x = age / scale
    let shorter = mean * (try GammaTails(shape: shape + 1).lowerProbability(x))
    return shorter + age * (try tails.upperProbability(x))
  }
}
