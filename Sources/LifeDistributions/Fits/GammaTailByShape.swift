#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// log Q(k, x) with its derivatives by the shape k too, which no library gives: the series and the
/// continued fraction of the tails, each term carried with its derivatives.
struct GammaTailByShape {
  let shape: Double
  /// ψ(k) and ψ'(k).
  let digamma: Double
  let trigamma: Double

  /// The log-likelihood of a life known to be longer, x being shape × life / mean: its derivatives by
  /// log mean and log shape. Relative error of the value below 1e-12 / min(1, shape).
  func survival(
    at x: Double, logarithm: Double
  ) throws(LifeDistributionError) -> LogLikelihood {
    let kernel = try GammaTails(shape: shape).logarithmOfKernel(GammaTails.Argument(x))
    let tail =
      x < shape + 1
      ? try bySeries(x, logarithm, kernel) : try byFraction(x, logarithm, kernel)
    // -∂ log Q by log x is the density times x over Q.
    let hazard = exp(kernel - tail.value)
    let bend = -hazard * (shape - x + hazard)
    let mixed = -shape * hazard * (logarithm - digamma - tail.first)
    let byShape = shape * tail.first
    return LogLikelihood(
      value: tail.value, slopeOfMean: hazard, slopeOfShape: byShape - hazard,
      curvatureOfMean: bend, mixedCurvature: -bend - mixed,
      curvatureOfShape: bend + 2 * mixed + byShape + shape * shape * tail.second)
  }

  /// log(1 - P), P being the kernel times Σ x^n / (k (k + 1) … (k + n)) (DLMF 8.11.4). A term's
  /// logarithm has the derivatives -Σ 1 / (k + j) and Σ 1 / (k + j)².
  private func bySeries(
    _ x: Double, _ logarithm: Double, _ kernel: Double
  ) throws(LifeDistributionError) -> ShapeJet {
    var (term, slope, bend) = (1 / shape, -1 / shape, 1 / (shape * shape))
    var sum = ShapeJet(value: term, first: term * slope, second: term * (slope * slope + bend))
    for n in 1...100_000 {
      let next = 1 / (shape + Double(n))
      term *= x * next
      slope -= next
      bend += next * next
      let curvature = term * (slope * slope + bend)
      sum = ShapeJet(
        value: sum.value + term, first: sum.first + term * slope, second: sum.second + curvature)
      if term <= sum.value * 1e-17, curvature <= sum.second * 1e-16 {
        return complement(sum.logarithm + ofKernel(kernel, logarithm))
      }
    }
    throw .noConvergence(
      function: "the lower gamma tail", arguments: [shape, x],
      reason: "100,000 terms don't settle it")
  }

  private func ofKernel(_ kernel: Double, _ logarithm: Double) -> ShapeJet {
    ShapeJet(value: kernel, first: logarithm - digamma, second: -trigamma)
  }

  /// log(1 - P) from log P.
  private func complement(_ lower: ShapeJet) -> ShapeJet {
    let value = min(exp(lower.value), 1 - .ulpOfOne)
    let odds = value / (1 - value)
    let first = -odds * lower.first
    let second = -odds * (lower.second + lower.first * lower.first) - first * first
    return ShapeJet(value: log1p(-value), first: first, second: second)
  }

  /// The kernel over a continued fraction (DLMF 8.9.2, its even part), by Lentz's algorithm as in
  /// ``ContinuedFraction``.
  private func byFraction(
    _ x: Double, _ logarithm: Double, _ kernel: Double
  ) throws(LifeDistributionError) -> ShapeJet {
    var value = ShapeJet(value: x + 1 - shape, first: -1, second: 0)
    var (ahead, behind) = (value, ShapeJet(value: 0, first: 0, second: 0))
    for index in 1...100_000 {
      let n = Double(index)
      let numerator = ShapeJet(value: n * (shape - n), first: n, second: 0)
      let denominator = ShapeJet(value: x + 2 * n + 1 - shape, first: -1, second: 0)
      behind = (denominator + numerator * behind).reciprocal
      ahead = denominator + numerator * ahead.reciprocal
      let factor = ahead * behind
      value = value * factor
      if factor.isOne { return ofKernel(kernel, logarithm) + value.logarithm.negated }
    }
    throw .noConvergence(
      function: "the upper gamma tail", arguments: [shape, x],
      reason: "100,000 terms don't settle it")
  }
}
