import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The logarithm is normal with standard deviation `sigma` (Johnson, Kotz and Balakrishnan 1994,
/// chapter 14).
///
/// With d = log(t / mean) / sigma + sigma / 2 the survival is Q(d), the normal upper tail. Relative
/// error below 1e-15 × (1 + |d|) × (1 + 1 / sigma + |d|).
struct LognormalLife: LifeFunctions {
  /// Seconds, above 0.
  let mean: Double
  /// Above 0.
  let sigma: Double

  /// mean² (e^(sigma²) - 1).
  var variance: Double { mean * mean * expm1(sigma * sigma) }
  var support: ClosedRange<Double> { 0...(.infinity) }

  /// The logarithm of an age, less its mean, in standard deviations; -infinity at 0.
  private func standardised(_ age: Double) -> Double { log(age / mean) / sigma + sigma / 2 }

  func density(at age: Double) -> Double {
    age > 0 ? NormalTail.density(standardised(age)) / sigma / age : 0
  }

  func distribution(at age: Double) -> Probability {
    let d = standardised(age)
    return Probability(uncheckedValue: NormalTail.upper(-d), complement: NormalTail.upper(d))
  }

  func hazard(at age: Double) throws(LifeDistributionError) -> Double {
    guard age > 0 else { return 0 }
    return try SpecialFunctions.normalHazard(standardised(age)) / sigma / age
  }

  func quantile(of probability: Probability) throws(LifeDistributionError) -> Double {
    let lower = min(probability.value, probability.complement)
    let z = try SpecialFunctions.normalQuantile(lower)
    let d = probability.value <= probability.complement ? z : -z
    return mean * exp(sigma * (d - sigma / 2))
  }

  /// mean^n e^(sigma² n (n - 1) / 2).
  func moment(_ order: Int) -> Double {
    let n = Double(order)
    return pow(mean, n) * exp(sigma * sigma * n * (n - 1) / 2)
  }

  /// mean × Q(d - sigma).
  func partialMean(from age: Double) -> Double {
    mean * NormalTail.upper(standardised(age) - sigma)
  }

  /// Mills' ratio at -sigma / 2 must not overflow.
  private static let greatestSigmaOfMillsRatio = 50.0

  /// mean × Q(d - sigma) - age × Q(d), the formula of Black and Scholes 1973 (equation 13), arranged
  /// so that little cancels: mean × φ(d - sigma) = age × φ(d), so that both tails of the excess are
  /// age × φ(d) times a fall of Mills' ratio.
  func expectedExcess(over age: Double) throws(LifeDistributionError) -> Double {
    guard age > 0 else { return mean }
    let d = standardised(age)
    guard sigma <= Self.greatestSigmaOfMillsRatio else {
      return mean * NormalTail.upper(d - sigma) - age * NormalTail.upper(d)
    }
    let certain = max(0, mean - age)
    let farther = age < mean ? sigma - d : d
    let fall = try NormalTail.fallOfMillsRatio(to: farther, over: sigma)
    return certain + age * NormalTail.density(d) * fall
  }

  /// mean × Φ(d - sigma) + age × Q(d).
  func expectedMinimum(with age: Double) -> Double {
    let d = standardised(age)
    return mean * NormalTail.upper(sigma - d) + age * NormalTail.upper(d)
  }
}
