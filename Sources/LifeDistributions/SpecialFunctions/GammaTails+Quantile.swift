import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Quantiles by Newton's method for the logarithm of a tail in v = log(x / shape), u less a constant.
extension GammaTails {
  /// v with P(shape, x) = `probability`, from its smaller tail; neither tail may be 0.
  func logarithmOfQuantile(_ probability: Probability) throws(LifeDistributionError) -> Double {
    probability.value <= probability.complement
      ? try rootOfLower(log(probability.value)) : try rootOfUpper(log(probability.complement))
  }

  private func argument(_ v: Double) -> Argument { Argument(shape: shape, timesPowerOfE: v) }

  private func rootOfLower(_ target: Double) throws(LifeDistributionError) -> Double {
    try MonotoneRoot.find("a gamma quantile", from: try startOfLower(target), .upwards) {
      (v) throws(LifeDistributionError) in
      let tail = try lower(argument(v))
      return (target - tail.logarithm) / tail.slope
    }
  }

  /// The better of two points below the root: P is at most x^a / Γ(a + 1), and the tangent of log P
  /// at the mean lies above it.
  private func startOfLower(_ target: Double) throws(LifeDistributionError) -> Double {
    let bound = (target + lgamma(shape + 1).0) / shape - log(shape)
    guard shape >= 1 else { return bound }
    let mean = try lower(argument(0))
    return max(bound, (target - mean.logarithm) / mean.slope)
  }

  private func rootOfUpper(_ target: Double) throws(LifeDistributionError) -> Double {
    try MonotoneRoot.find("a gamma quantile", from: try startOfUpper(target), .downwards) {
      (v) throws(LifeDistributionError) in
      let tail = try upper(argument(v))
      return (tail.logarithm - target) / tail.slope
    }
  }

  /// A point above the root: below shape 1, Q is at most e^-x from x = 1; from shape 1, log Q is
  /// concave in x itself, and its tangent at the mean lies above it.
  private func startOfUpper(_ target: Double) throws(LifeDistributionError) -> Double {
    guard shape >= 1 else { return log(max(1, -target)) - log(shape) }
    let mean = try upper(argument(0))
    return log1p((mean.logarithm - target) / mean.slope)
  }
}
