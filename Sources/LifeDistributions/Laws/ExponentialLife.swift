import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Constant rate 1 / mean. All formulas: Johnson, Kotz and Balakrishnan 1994, chapter 19; relative
/// error below 4e-16 × (1 + age / mean).
struct ExponentialLife: LifeFunctions {
  /// Seconds, above 0.
  let mean: Double

  var variance: Double { mean * mean }
  var support: ClosedRange<Double> { 0...(.infinity) }

  func density(at age: Double) -> Double { exp(-age / mean) / mean }

  func distribution(at age: Double) -> Probability {
    Probability(uncheckedValue: -expm1(-age / mean), complement: exp(-age / mean))
  }

  func hazard(at age: Double) -> Double { 1 / mean }

  func quantile(of probability: Probability) -> Double {
    mean * probability.negativeLogarithmOfComplement
  }

  func moment(_ order: Int) -> Double { tgamma(Double(order) + 1) * pow(mean, Double(order)) }

  func partialMean(from age: Double) -> Double { (mean + age) * exp(-age / mean) }

  func expectedExcess(over age: Double) -> Double { mean * exp(-age / mean) }

  func expectedMinimum(with age: Double) -> Double { -mean * expm1(-age / mean) }
}

extension Probability {
  /// -log(1 - p) from the tail that keeps it: relative error below 4e-16.
  var negativeLogarithmOfComplement: Double {
    value < 0.5 ? -log1p(-value) : -log(complement)
  }
}
