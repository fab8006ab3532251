import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A mixture of two exponentials with balanced means (Whitt 1982, section 3): each branch
/// contributes half the mean. With c the coefficient of variation,
/// p1 = (1 + √((c² - 1) / (c² + 1))) / 2, p2 = 1 - p1, and branch i has the rate 2 p_i / mean.
///
/// Sums of positive terms throughout: relative error below 1e-15 × (1 + rate × age), with the rate
/// of the branch that dominates.
struct HyperexponentialLife: LifeFunctions {
  /// One of the two exponentials.
  struct Branch {
    /// 0 to 1, without the ends.
    let probability: Double
    /// Seconds.
    let mean: Double
    var rate: Double { 1 / mean }
  }

  /// Seconds, above 0.
  let mean: Double
  /// 1 or more.
  let coefficientOfVariation: Double
  /// The more probable branch, which has the shorter mean, first.
  let branches: [Branch]

  init(mean: Double, coefficientOfVariation: Double) {
    let squared = coefficientOfVariation * coefficientOfVariation
    let difference = (coefficientOfVariation - 1) * (coefficientOfVariation + 1)
    let root = (difference / (squared + 1)).squareRoot()
    // 1 - root² = 2 / (c² + 1): no subtraction for the rare branch.
    let probabilities = [(1 + root) / 2, 1 / ((squared + 1) * (1 + root))]
    self.mean = mean
    self.coefficientOfVariation = coefficientOfVariation
    self.branches = probabilities.map { Branch(probability: $0, mean: mean / (2 * $0)) }
  }

  var variance: Double {
    let deviation = mean * coefficientOfVariation
    return deviation * deviation
  }
  var support: ClosedRange<Double> { 0...(.infinity) }

  private func sum(_ term: (Branch) -> Double) -> Double {
    branches.reduce(0) { $0 + $1.probability * term($1) }
  }

  func density(at age: Double) -> Double { sum { $0.rate * exp(-age * $0.rate) } }

  func distribution(at age: Double) -> Probability {
    Probability(
      uncheckedValue: min(1, sum { -expm1(-age * $0.rate) }),
      complement: min(1, sum { exp(-age * $0.rate) }))
  }

  /// Relative to the slower branch, so that it lasts beyond the underflow of both.
  func hazard(at age: Double) -> Double {
    let slowest = branches[1].rate
    let survival = sum { exp(-age * ($0.rate - slowest)) }
    return sum { $0.rate * exp(-age * ($0.rate - slowest)) } / survival
  }

  func quantile(of probability: Probability) throws(LifeDistributionError) -> Double {
    probability.value <= probability.complement
      ? try lowerQuantile(probability.value) : try upperQuantile(probability.complement)
  }

  /// The distribution function is concave.
  private func lowerQuantile(_ target: Double) throws(LifeDistributionError) -> Double {
    try MonotoneRoot.find("a hyperexponential quantile", from: 0, .upwards) { age in
      (target - sum { -expm1(-age * $0.rate) }) / density(at: age)
    }
  }

  /// The logarithm of the survival is convex, and each branch alone is below it.
  private func upperQuantile(_ target: Double) throws(LifeDistributionError) -> Double {
    let logarithm = log(target)
    let start = branches.reduce(0) { max($0, (log($1.probability) - logarithm) * $1.mean) }
    return try MonotoneRoot.find("a hyperexponential quantile", from: start, .upwards) { age in
      (log(sum { exp(-age * $0.rate) }) - logarithm) / hazard(at: age)
    }
  }

  /// Σ p_i n! mean_i^n.
  func moment(_ order: Int) -> Double {
    tgamma(Double(order) + 1) * sum { pow($0.mean, Double(order)) }
  }

  func partialMean(from age: Double) -> Double {
    sum { ($0.mean + age) * exp(-age * $0.rate) }
  }

  func expectedExcess(over age: Double) -> Double { sum { $0.mean * exp(-age * $0.rate) } }

  func expectedMinimum(with age: Double) -> Double { sum { -$0.mean * expm1(-age * $0.rate) } }
}
