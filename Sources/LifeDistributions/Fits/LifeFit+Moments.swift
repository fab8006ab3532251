import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Fits by the mean and the variance.
extension LifeFit {
  /// The law of `family` with the mean and, where it has a shape, the variance (divided by n) of
  /// complete lives. Erlang's shape is the nearest whole one. Relative error 1e-12. O(n).
  ///
  /// Throws ``LifeFitError``: for censored lives, for fewer than the family needs, and where the family has
  /// no such law.
  public static func byMoments(
    _ family: LifeFamily, of sample: LifeSample
  ) throws(LifeFitError) -> LifeFit {
    guard sample.censored.isEmpty else { throw .censoredLives(count: sample.censored.count) }
    let lives = try ScaledLives(sample)
    let needed = family.leastCompleteLives
    guard lives.complete.count >= needed else {
      throw .tooFewLives(family: family, complete: lives.complete.count, needed: needed)
    }
    let moments = lives.moments
    let variation = moments.variance.squareRoot() / moments.mean
    let seconds = moments.mean * lives.unit
    let law =
      family == .uniform
      ? try uniformLaw(seconds, variation)
      : family.law(
        mean: try duration(seconds, family), shape: try shape(of: family, variation))
    guard let law else { throw .impossibleMoments(family: family, "they have no whole shape") }
    return LifeFit(
      family: family, law: law, method: .moments, sample: sample,
      logLikelihood: try logLikelihood(of: law, family, lives))
  }

  /// The shape with a coefficient of variation; 1 for laws without one.
  private static func shape(
    of family: LifeFamily, _ variation: Double
  ) throws(LifeFitError) -> Double {
    if family.shapeName != nil, family != .hyperexponential, variation < 1e-4 {
      throw .equalLives(family: family)
    }
    switch family {
    case .weibull: return try weibullShape(variation)
    case .lognormal: return log1p(variation * variation).squareRoot()
    case .gamma: return 1 / (variation * variation)
    case .erlang: return max(1, (1 / (variation * variation)).rounded())
    case .hyperexponential:
      guard variation >= 1 else {
        throw .impossibleMoments(
          family: family, "their coefficient of variation is below 1; fit gamma or weibull")
      }
      return variation
    case .exponential, .uniform, .fixed: return 1
    }
  }

  /// Log Γ(1 + 2 s) - 2 log Γ(1 + s) = log(1 + cv²), s = 1 / shape, rises with s: by bisection in log s,
  /// over the shapes that a law can have.
  private static func weibullShape(_ variation: Double) throws(LifeFitError) -> Double {
    let target = log1p(variation * variation)
    func excess(_ s: Double) -> Double {
      lgamma(1 + 2 * s).0 - 2 * lgamma(1 + s).0 - target
    }
    var (low, high) = (-12.0, 4.0)
    guard excess(exp(high)) > 0 else {
      throw .impossibleMoments(family: .weibull, "they vary too much; fit lognormal")
    }
    while high - low > 1e-14 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if excess(exp(middle)) > 0 { high = middle } else { low = middle }
    }
    return exp(-(low + high) / 2)
  }

  /// Mean ± √3 standard deviations.
  private static func uniformLaw(
    _ mean: Double, _ variation: Double
  ) throws(LifeFitError) -> Law {
    let half = variation * 3.0.squareRoot()
    guard variation >= 1e-4 else { throw .equalLives(family: .uniform) }
    guard half <= 1, let from = try? Duration(seconds: mean * (1 - half)),
      let to = try? Duration(seconds: mean * (1 + half))
    else {
      throw .impossibleMoments(
        family: .uniform, "it would start before 0; fit a law with a longer tail")
    }
    return .uniform(from: from, to: to)
  }
}

extension LifeFit {
  /// Of complete lives under any law of a family; nil without density or where a life is impossible.
  static func logLikelihood(
    of law: Law, _ family: LifeFamily, _ lives: ScaledLives
  ) throws(LifeFitError) -> Double? {
    let value: Double?
    switch law {
    case .fixed: return nil
    case .uniform(let from, let to):
      value = try UniformLikelihood(lives).value(
        from: from.seconds / lives.unit, to: to.seconds / lives.unit)
    case .exponential(let mean):
      let ratio = mean.seconds / lives.unit
      value = -lives.completeCount * (log(ratio) + 1 / ratio)
    default:
      let surface = try surface(of: family, lives)
      value = try LifeFitError.checked { () throws(LifeDistributionError) in
        try surface.evaluate(at: law.point(unit: lives.unit)).value
      }
    }
    return value.flatMap { $0.isFinite ? $0 - lives.logarithmOfUnits : nil }
  }
}
