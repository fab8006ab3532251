#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
