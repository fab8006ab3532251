#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Balanced hyperexponential by log mean and b = log cv, 0 or more.
///
/// With ρ = tanh b, r = √ρ and y = t / mean, twice the survival is E1 and twice the density E2 / mean,
/// where En = (1 + r)^n e^(-(1 + r) y) + (1 - r)^n e^(-(1 - r) y): even in r, so smooth in ρ down to the
/// exponential law at ρ = 0.
struct HyperexponentialSurface: LikelihoodSurface {
  private let complete: [Double]
  private let censored: [Double]
  let starts: [ParameterPoint]

  init(_ lives: ScaledLives) {
    complete = lives.complete
    censored = lives.censored
    let moments = lives.moments
    let variation = moments.mean > 0 ? moments.variance.squareRoot() / moments.mean : 1
    starts = [
      ParameterPoint(mean: 0, shape: log(min(max(variation, 1.3), 50))),
      ParameterPoint(mean: -0.5, shape: 0.5), Self.farEnd,
    ]
  }

  /// A million as cv is as good as infinite: the rarer branch is never seen.
  var logShapes: ClosedRange<Double> { 0...Self.farEnd.shape }

  /// Towards an infinite cv the law of the lives seen becomes exponential with half the mean, which
  /// is as likely as cv 1: the unit is the best mean of an exponential law.
  var ridge: ParameterPoint? { Self.farEnd }

  private static let farEnd = ParameterPoint(mean: 0.693_147_180_559_945_3, shape: 13.8)

  func evaluate(at point: ParameterPoint) -> LogLikelihood {
    let mixture = HyperexponentialMixture(logVariation: max(0, point.shape))
    let rate = exp(-point.mean)
    var total = LogLikelihood()
    for life in complete { total += mixture.logarithm(order: 2, at: life * rate) }
    total.value -= Double(complete.count) * point.mean
    total.slopeOfMean -= Double(complete.count)
    for life in censored { total += mixture.logarithm(order: 1, at: life * rate) }
    return total
  }
}
