import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lower tail of the beta law as a function of w, the log odds of x less those of its mean a /
/// (a + b), on the logarithmic scale, where it doesn't underflow. The upper tail is the lower one of
/// 1 - x, with the parameters exchanged and w reversed.
///
/// The density of w, x^a (1 - x)^b / B(a, b), is log-concave, and so is its tail (Prékopa 1973): Newton's
/// method for the logarithm can't miss.
struct BetaTails {
  /// a, above 0.
  let first: Double
  /// b, above 0.
  let second: Double

  /// The logarithm of a tail and its derivative by w.
  struct Tail {
    let logarithm: Double
    let slope: Double
  }

  /// The same law seen from 1 - x.
  var mirrored: BetaTails { BetaTails(first: second, second: first) }

  /// x and 1 - x as shares of their means, less 1: each to full precision.
  private struct Departures {
    let first: Double
    let second: Double
  }

  /// For w of 0 or less: x / x0 - 1 = b (e^w - 1) / (b + a e^w), and the other likewise.
  private func departures(_ w: Double) -> Departures {
    let scale = second + first * exp(w)
    return Departures(first: second * expm1(w) / scale, second: -first * expm1(w) / scale)
  }

  /// log(x^a (1 - x)^b / B(a, b)) for w of 0 or less. By Stirling's ratios and without linear terms,
  /// which add to 0, so that nothing cancels (after Temme 1994, section 2). Absolute error below 4e-15
  /// times the largest term.
  private func logarithmOfKernel(
    _ w: Double, _ departures: Departures
  ) throws(LifeDistributionError) -> Double {
    let count = first + second
    let ratios =
      log(try SpecialFunctions.stirlingRatio(count))
      - log(try SpecialFunctions.stirlingRatio(first))
      - log(try SpecialFunctions.stirlingRatio(second))
    let near = try SpecialFunctions.logarithmWithoutLinearTerm(departures.second)
    let exponent = first * (try bend(w, departures.first)) + second * near
    return 0.5 * log(first / count * second / (2 * .pi)) + ratios + exponent
  }

  /// log(1 + u) - u with u = x / x0 - 1, also where x underflows.
  private func bend(_ w: Double, _ u: Double) throws(LifeDistributionError) -> Double {
    guard u <= -0.5 else { return try SpecialFunctions.logarithmWithoutLinearTerm(u) }
    return w - log((second + first * exp(w)) / (first + second)) - u
  }

  /// The log of the tail and its derivative at w of 0 or less, by the even part of the continued
  /// fraction DLMF 8.17.22 (Didonato and Morris 1992, equation 9.1): the kernel over the tail, which is the
  /// derivative.
  private func tailBelowMean(_ w: Double) throws(LifeDistributionError) -> Tail {
    let departures = departures(w)
    let slope = try denominator(w, departures)
    return Tail(
      logarithm: try logarithmOfKernel(w, departures) - log(slope), slope: slope)
  }

  private func denominator(
    _ w: Double, _ departures: Departures
  ) throws(LifeDistributionError) -> Double {
    let (a, b) = (first, second)
    let x = a * exp(w) / (b + a * exp(w))
    // a (1 - x) - b x, which is 0 at the mean.
    let distance = -a * departures.first
    return try ContinuedFraction.evaluate(leading: a * (distance + 1) / (a + 1)) { m in
      let step = a + 2 * m - 1
      let numerator = (m * (a + m - 1) / step) * ((a + b + m - 1) / step) * (b - m) * x * x
      let turn = (a + m) * (distance + 1 + m * (2 - x)) / (step + 2)
      return (numerator: numerator, denominator: m + m * (b - m) * x / step + turn)
    }
  }

  /// log I and its derivative at any w. Relative error of I and of the derivative below 1e-13 where
  /// the parameters are at most 1e6.
  func lower(_ w: Double) throws(LifeDistributionError) -> Tail {
    if w <= 0 { return try tailBelowMean(w) }
    let upper = try mirrored.tailBelowMean(-w)
    let share = exp(upper.logarithm)
    return Tail(logarithm: log1p(-share), slope: upper.slope * share / (1 - share))
  }

  /// w with I = e^`target`, below 0.
  func logarithmOfQuantile(_ target: Double) throws(LifeDistributionError) -> Double {
    try MonotoneRoot.find("a beta quantile", from: 0, .upwards) {
      (w) throws(LifeDistributionError) in
      let tail = try lower(w)
      return (target - tail.logarithm) / tail.slope
    }
  }
}
