#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gamma by log mean and log shape, which are orthogonal (Cox and Reid 1987, section 2.3). Complete
/// lives come in through their sum and that of their logarithms.
struct GammaSurface: LikelihoodSurface {
  private let count: Double
  private let sum: Double
  private let sumOfLogarithms: Double
  /// With their logarithms.
  private let censored: [(life: Double, logarithm: Double)]
  let starts: [ParameterPoint]

  init(_ lives: ScaledLives, family: LifeFamily) throws(LifeFitError) {
    count = lives.completeCount
    sum = lives.complete.reduce(0, +)
    sumOfLogarithms = try lives.logarithms(for: family).reduce(0, +)
    censored = lives.censored.map { (life: $0, logarithm: log($0)) }
    let excess = log(sum / count) - sumOfLogarithms / count
    let shape = Self.startingShape(excess)
    starts = [ParameterPoint(mean: 0, shape: censored.isEmpty ? shape : min(shape, 4))]
  }

  /// The logarithm of the shape within 1.5 % of the maximum for complete lives, from the logarithm of
  /// their arithmetic over their geometric mean (Minka 2002).
  private static func startingShape(_ excess: Double) -> Double {
    let s = max(excess, 1e-12)
    return log((3 - s + ((s - 3) * (s - 3) + 24 * s).squareRoot()) / (12 * s))
  }

  func evaluate(at point: ParameterPoint) throws(LifeDistributionError) -> LogLikelihood {
    let shape = exp(point.shape)
    let digamma = try SpecialFunctions.digamma(shape)
    let trigamma = try SpecialFunctions.trigamma(shape)
    var result = complete(point, shape, digamma, trigamma)
    let tail = GammaTailByShape(shape: shape, digamma: digamma, trigamma: trigamma)
    for (life, logarithm) in censored {
      result += try tail.survival(
        at: shape * life * exp(-point.mean), logarithm: point.shape - point.mean + logarithm)
    }
    return result
  }

  /// Σ of k log(k t / mean) - k t / mean - log Γ(k) - log t.
  private func complete(
    _ point: ParameterPoint, _ shape: Double, _ digamma: Double, _ trigamma: Double
  ) -> LogLikelihood {
    let ratio = sum * exp(-point.mean)
    let inner = count * (point.shape - point.mean) + sumOfLogarithms - ratio
    let slopeOfMean = shape * (ratio - count)
    let slopeOfShape = shape * (inner + count * (1 - digamma))
    return LogLikelihood(
      value: shape * inner - count * lgamma(shape).0 - sumOfLogarithms,
      slopeOfMean: slopeOfMean,
      slopeOfShape: slopeOfShape,
      curvatureOfMean: -shape * ratio,
      mixedCurvature: slopeOfMean,
      curvatureOfShape: slopeOfShape + count * shape * (1 - shape * trigamma))
  }
}
