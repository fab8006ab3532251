import Quantities

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

/// Weibull: W has the density e^(w - e^w), and κ(s) = log Γ(1 + s) with s = 1 / shape.
struct WeibullSurface: LocationScaleSurface {
  private let complete: [Double]
  private let censored: [Double]
  let sumOfLogarithms: Double
  let starts: [ParameterPoint]

  init(_ lives: ScaledLives) throws(LifeFitError) {
    complete = try lives.logarithms(for: .weibull)
    censored = lives.censored.map { log($0) }
    sumOfLogarithms = complete.reduce(0, +)
    // The standard deviation of W is π / √6.
    let spread = ScaledLives.moments(of: complete).variance.squareRoot()
    starts = [ParameterPoint(mean: 0, shape: log(1.282_549_830_161_864 / max(spread, 1e-6)))]
  }

  var completeCount: Double { Double(complete.count) }
  var sign: Double { -1 }

  func sums(location: Double, scale: Double) -> StandardisedSums {
    var sums = StandardisedSums()
    for logarithm in complete {
      let score = (logarithm - location) / scale
      let hazard = exp(score)
      sums.add(score, score - hazard, 1 - hazard, -hazard)
    }
    for logarithm in censored {
      let score = (logarithm - location) / scale
      let hazard = exp(score)
      sums.add(score, -hazard, -hazard, -hazard)
    }
    return sums
  }

  func cumulants(scale: Double) throws(LifeDistributionError) -> CumulantFunction {
    CumulantFunction(
      value: lgamma(1 + scale).0, first: try SpecialFunctions.digamma(1 + scale),
      second: try SpecialFunctions.trigamma(1 + scale))
  }
}

/// Lognormal: W is standard normal, and κ(s) = s² / 2 with s = sigma. Complete lives come in through
/// the mean and the variance of their logarithms.
struct LognormalSurface: LocationScaleSurface {
  let completeCount: Double
  private let mean: Double
  private let sumOfSquares: Double
  private let censored: [Double]
  let starts: [ParameterPoint]

  init(_ lives: ScaledLives) throws(LifeFitError) {
    let logarithms = try lives.logarithms(for: .lognormal)
    let moments = ScaledLives.moments(of: logarithms)
    completeCount = lives.completeCount
    mean = moments.mean
    sumOfSquares = moments.variance * completeCount
    censored = lives.censored.map { log($0) }
    let shape = log(max(moments.variance, 1e-12)) / 2
    starts = [ParameterPoint(mean: mean + moments.variance / 2, shape: shape)]
  }

  var sumOfLogarithms: Double { mean * completeCount }
  var sign: Double { 1 }

  func sums(location: Double, scale: Double) throws(LifeDistributionError) -> StandardisedSums {
    var sums = sumsOfComplete(location: location, scale: scale)
    for logarithm in censored {
      let score = (logarithm - location) / scale
      let hazard = try SpecialFunctions.normalHazard(score)
      let survival = NormalTail.logarithmOfUpper(score, hazard: hazard)
      sums.add(score, survival, -hazard, -hazard * (hazard - score))
    }
    return sums
  }

  /// g = -w² / 2 - log √(2 π), so that sums of w and w² are all.
  private func sumsOfComplete(location: Double, scale: Double) -> StandardisedSums {
    let offset = (mean - location) / scale
    let scores = completeCount * offset
    let squares = sumOfSquares / (scale * scale) + scores * offset
    return StandardisedSums(
      value: -squares / 2 - completeCount * NormalTail.logarithmOfRootOfTwoPi,
      first: -scores, firstTimesScore: -squares,
      second: -completeCount, secondTimesScore: -scores, secondTimesSquare: -squares)
  }

  func cumulants(scale: Double) -> CumulantFunction {
    CumulantFunction(value: scale * scale / 2, first: scale, second: 1)
  }
}

extension NormalTail {
  /// log √(2 π).
  static let logarithmOfRootOfTwoPi = 0.918_938_533_204_672_741_78

  /// log Q(z), which doesn't underflow: far out by the hazard φ / Q. Absolute error below 1e-15 ×
  /// (1 + z²).
  static func logarithmOfUpper(_ z: Double, hazard: Double) -> Double {
    z < 5 ? log(upper(z)) : -z * z / 2 - logarithmOfRootOfTwoPi - log(hazard)
  }
}
