#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
