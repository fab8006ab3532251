#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sums over lives with standardised logarithms w of g, the logarithm of the standard density
/// (complete lives) or survival (censored ones), and of its derivatives.
struct StandardisedSums: Sendable {
  var value = 0.0
  /// Σ g', Σ g' w.
  var first = 0.0
  var firstTimesScore = 0.0
  /// Σ g'', Σ g'' w, Σ g'' w².
  var second = 0.0
  var secondTimesScore = 0.0
  var secondTimesSquare = 0.0

  /// One life's share.
  mutating func add(_ score: Double, _ value: Double, _ first: Double, _ second: Double) {
    self.value += value
    self.first += first
    firstTimesScore += first * score
    self.second += second
    secondTimesScore += second * score
    secondTimesSquare += second * score * score
  }
}

/// The logarithm κ(s) of E[e^(s W)], W the standard error, with two derivatives by s.
struct CumulantFunction: Sendable {
  let value: Double
  let first: Double
  let second: Double
}

/// Laws whose logarithm is location + scale × W with a fixed law of W: Weibull and lognormal (Lawless
/// 2003, section 5.1). The mean is e^(location + κ(scale)).
protocol LocationScaleSurface: LikelihoodSurface {
  /// The number of complete lives, and the sum of their logarithms.
  var completeCount: Double { get }
  var sumOfLogarithms: Double { get }
  /// 1 where the shape is the scale, -1 where it is its reciprocal.
  var sign: Double { get }
  func sums(location: Double, scale: Double) throws(LifeDistributionError) -> StandardisedSums
  func cumulants(scale: Double) throws(LifeDistributionError) -> CumulantFunction
}

extension LocationScaleSurface {
  /// By the chain rule, with τ = log scale and location = log mean - κ(scale).
  func evaluate(at point: ParameterPoint) throws(LifeDistributionError) -> LogLikelihood {
    let scale = exp(sign * point.shape)
    let cumulants = try cumulants(scale: scale)
    let sums = try sums(location: point.mean - cumulants.value, scale: scale)
    // Derivatives of the location by τ.
    let drift = -cumulants.first * scale
    let bend = drift - cumulants.second * scale * scale
    let byLocation = -sums.first / scale
    let byLocationTwice = sums.second / (scale * scale)
    let mixed = (sums.secondTimesScore + sums.first) / scale
    let byScaleTwice = sums.secondTimesSquare + sums.firstTimesScore
    return LogLikelihood(
      value: sums.value - completeCount * sign * point.shape - sumOfLogarithms,
      slopeOfMean: byLocation,
      slopeOfShape: sign * (byLocation * drift - sums.firstTimesScore - completeCount),
      curvatureOfMean: byLocationTwice,
      mixedCurvature: sign * (mixed + byLocationTwice * drift),
      curvatureOfShape: byScaleTwice + 2 * mixed * drift + byLocationTwice * drift * drift
        + byLocation * bend)
  }
}
