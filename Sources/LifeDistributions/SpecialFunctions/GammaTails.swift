import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Both tails of the gamma law of scale 1 as functions of u = log x, on the logarithmic scale, where
/// they don't underflow.
///
/// Both log P and log Q are concave in u: x p / P = 1 / ∫ s^(a - 1) e^(x (1 - s)) ds over 0 to 1 falls
/// with x, and x p / Q, its counterpart over 1 to infinity, rises. So Newton's method can't miss.
struct GammaTails {
  /// Above 0.
  let shape: Double

  /// x with its logarithm u: either is exact where the other is rounded or underflows.
  struct Argument {
    let value: Double
    let logarithm: Double

    /// x, above 0.
    init(_ value: Double) {
      self.value = value
      self.logarithm = log(value)
    }

    /// `shape` × e^`excess`. From shape 1 on the excess is near 0 where it matters, so that its
    /// rounding doesn't reach the tails.
    init(shape: Double, timesPowerOfE excess: Double) {
      self.value = shape * exp(excess)
      self.logarithm = log(shape) + excess
    }
  }

  /// The logarithm of a tail and the size of its derivative by u.
  struct Tail {
    let logarithm: Double
    let slope: Double
  }

  /// log(x^shape e^-x / Γ(shape)), the density times x. Absolute error below 4e-16 times the largest
  /// term; from shape 10 by Stirling's ratio, whose terms are small near the mode (Temme 1979,
  /// equation 1.5).
  func logarithmOfKernel(_ argument: Argument) throws(LifeDistributionError) -> Double {
    let (x, u) = (argument.value, argument.logarithm)
    guard shape >= 10 else { return shape * u - x - log(tgamma(shape)) }
    let ratio = x / shape
    let exponent =
      ratio < 0.5
      ? u - log(shape) - ratio + 1
      : try SpecialFunctions.logarithmWithoutLinearTerm((x - shape) / shape)
    let stirling = try SpecialFunctions.stirlingRatio(shape)
    return shape * exponent + 0.5 * log(shape / (2 * .pi)) - log(stirling)
  }

  /// From this shape on, the library's P loses digits around the mean, 3e-12 at shape 1,000 and 1e-7
  /// at 1e5 (measured); below shape 0.2 its Q is good to 6e-11 only.
  private static let libraryShapes = 0.2..<100

  /// P(shape, x) for x 0 or more. Relative error below 4e-13 + 2e-16 × shape.
  func lowerProbability(_ x: Double) throws(LifeDistributionError) -> Double {
    guard shape >= Self.libraryShapes.upperBound else {
      return try SpecialFunctions.lowerGamma(shape: shape, x)
    }
    return x < shape ? try lowerBySeries(x) : 1 - (try upperByFraction(x))
  }

  /// Q(shape, x) for x 0 or more. Relative error below 4e-13 + 2e-16 × shape.
  ///
  /// For small shapes 1 - P serves while it keeps 14 digits, and the continued fraction beyond, where
  /// x is above 1 unless Q is 0.
  func upperProbability(_ x: Double) throws(LifeDistributionError) -> Double {
    if Self.libraryShapes.contains(shape) {
      return try SpecialFunctions.upperGamma(shape: shape, x)
    }
    if shape >= 1 { return x < shape ? 1 - (try lowerBySeries(x)) : try upperByFraction(x) }
    let lower = try lowerProbability(x)
    if lower < 0.99 { return 1 - lower }
    return exp(-x) * pow(x, shape) / tgamma(shape) / (try upperDenominator(x))
  }

  private func lowerBySeries(_ x: Double) throws(LifeDistributionError) -> Double {
    guard x > 0 else { return 0 }
    let kernel = exp(try logarithmOfKernel(Argument(x)))
    return kernel > 0 ? kernel * (try lowerSeries(x)) : 0
  }

  private func upperByFraction(_ x: Double) throws(LifeDistributionError) -> Double {
    let kernel = exp(try logarithmOfKernel(Argument(x)))
    return kernel > 0 ? kernel / (try upperDenominator(x)) : 0
  }

  /// log P and its derivative.
  func lower(_ argument: Argument) throws(LifeDistributionError) -> Tail {
    let kernel = try logarithmOfKernel(argument)
    let tail = try lowerProbability(argument.value)
    guard tail < .leastNormalMagnitude else {
      return Tail(logarithm: log(tail), slope: exp(kernel - log(tail)))
    }
    let slope = 1 / (try lowerSeries(argument.value))
    return Tail(logarithm: kernel - log(slope), slope: slope)
  }

  /// log Q and the size of its derivative.
  func upper(_ argument: Argument) throws(LifeDistributionError) -> Tail {
    let kernel = try logarithmOfKernel(argument)
    let tail = try upperProbability(argument.value)
    guard tail < .leastNormalMagnitude else {
      return Tail(logarithm: log(tail), slope: exp(kernel - log(tail)))
    }
    let slope = try upperDenominator(argument.value)
    return Tail(logarithm: kernel - log(slope), slope: slope)
  }

  /// P over the kernel: Σ x^n / (a (a + 1) … (a + n)) (DLMF 8.11.4). For x below the shape.
  private func lowerSeries(_ x: Double) throws(LifeDistributionError) -> Double {
    var (term, sum) = (1 / shape, 1 / shape)
    for n in 1...100_000 {
      term *= x / (shape + Double(n))
      sum += term
      if term <= sum * 1e-17 { return sum }
    }
    throw .noConvergence(
      function: "the lower gamma tail", arguments: [shape, x],
      reason: "100,000 terms don't settle it")
  }

  /// The kernel over Q: x + 1 - a - 1 (1 - a) / (x + 3 - a - …) (DLMF 8.9.2, its even part). For x
  /// above the shape.
  private func upperDenominator(_ x: Double) throws(LifeDistributionError) -> Double {
    try ContinuedFraction.evaluate(leading: x + 1 - shape) { n in
      (numerator: n * (shape - n), denominator: x + 2 * n + 1 - shape)
    }
  }

  /// E[(X - x)+] for x 0 or more.
  ///
  /// (a - x) Q(a, x) + kernel while that is a sum of positive terms; beyond the mean a Q(a + 1, x) r,
  /// with r the ratio of ∫ s (1 + s)^(a - 1) e^(-x s) ds to the same integral of (1 + s)^a, which is
  /// the tail of the continued fraction for Γ(a + 1, x).
  func expectedExcess(over x: Double) throws(LifeDistributionError) -> Double {
    guard x > 0 else { return shape }
    guard x > shape + 2 * shape.squareRoot() else {
      let upper = try upperProbability(x)
      return (shape - x) * upper + exp(try logarithmOfKernel(Argument(x)))
    }
    let denominator = try ContinuedFraction.evaluate(leading: x + 2 - shape) { n in
      (numerator: (n + 1) * (shape - n), denominator: x + 2 * n + 2 - shape)
    }
    return shape * (try GammaTails(shape: shape + 1).upperProbability(x)) / denominator
  }
}
