import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension GammaTails {
  /// log x with P(shape, x) = `probability`, from its smaller tail; neither tail may be 0.
  func logarithmOfQuantile(_ probability: Probability) throws(LifeDistributionError) -> Double {
    probability.value <= probability.complement
      ? try rootOfLower(log(probability.value)) : try rootOfUpper(log(probability.complement))
  }

  private func rootOfLower(_ target: Double) throws(LifeDistributionError) -> Double {
    try MonotoneRoot.find("a gamma quantile", from: try startOfLower(target), .upwards) {
      (u) throws(LifeDistributionError) in
      let tail = try lower(Argument(logarithm: u))
      return (target - tail.logarithm) / tail.slope
    }
  }

  /// The better of two points below the root: P is at most x^a / Γ(a + 1), and the tangent of log P
  /// at the mean lies above it.
  private func startOfLower(_ target: Double) throws(LifeDistributionError) -> Double {
    let bound = (target + lgamma(shape + 1).0) / shape
    guard shape >= 1 else { return bound }
    let mean = try lower(Argument(shape))
    return max(bound, log(shape) + (target - mean.logarithm) / mean.slope)
  }

  private func rootOfUpper(_ target: Double) throws(LifeDistributionError) -> Double {
    try MonotoneRoot.find("a gamma quantile", from: try startOfUpper(target), .downwards) {
      (u) throws(LifeDistributionError) in
      let tail = try upper(Argument(logarithm: u))
      return (tail.logarithm - target) / tail.slope
    }
  }

  /// A point above the root: below shape 1, Q is at most e^-x from x = 1; from shape 1, log Q is
  /// concave in x itself, and its tangent at the mean lies above it.
  private func startOfUpper(_ target: Double) throws(LifeDistributionError) -> Double {
    guard shape >= 1 else { return log(max(1, -target)) }
    let mean = try upper(Argument(shape))
    return log(shape) + log1p((mean.logarithm - target) / mean.slope)
  }
}
