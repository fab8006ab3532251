import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Maximum likelihood with right censoring.
extension LifeFit {
  /// The law of `family` that makes the lives most likely.
  ///
  /// Closed formulas for exponential, uniform and fixed laws, Newton's method for the others: the
  /// mean and the shape are off the maximum by a relative 1e-9 at most. A hyperexponential law of lives
  /// that vary less than exponential ones comes out with cv 1, and an Erlang law is the best of the two
  /// next to the best gamma law.
  ///
  /// Cost O(n). Measured on one core for a million lives: 0.01 to 0.05 s, hyperexponential 0.8 s; with 30 %
  /// of them censored 0.4 s for lognormal and gamma laws, 1.2 s for Erlang, 2.5 s for hyperexponential.
  ///
  /// Throws ``LifeFitError``: without a complete life, with fewer than the family needs, for lives that
  /// no law of the family or a law without limit fits, and in a build without the trait GSL.
  public static func maximumLikelihood(
    _ family: LifeFamily, of sample: LifeSample
  ) throws(LifeFitError) -> LifeFit {
    let lives = try ScaledLives(sample)
    let needed = family.leastCompleteLives
    guard lives.complete.count >= needed else {
      throw .tooFewLives(family: family, complete: lives.complete.count, needed: needed)
    }
    switch family {
    case .exponential: return try exponential(lives, of: sample)
    case .uniform: return try uniform(lives, of: sample)
    case .fixed: return try fixed(of: sample)
    case .erlang: return try erlang(lives, of: sample)
    case .weibull, .lognormal, .gamma, .hyperexponential:
      let peak = try peak(of: family, lives)
      return try fit(family, at: peak.point, peak.value, lives, of: sample)
    }
  }

  /// A parameter point with its log-likelihood in units of the lives.
  struct Peak {
    let point: ParameterPoint
    let value: Double
  }

  /// The log-likelihood of a family with mean and shape; Erlang's is gamma's.
  static func surface(
    of family: LifeFamily, _ lives: ScaledLives
  ) throws(LifeFitError) -> any LikelihoodSurface {
    guard family != .hyperexponential else { return HyperexponentialSurface(lives) }
    guard !lives.areEqual else { throw .equalLives(family: family) }
    return switch family {
    case .weibull: try WeibullSurface(lives)
    case .lognormal: try LognormalSurface(lives)
    default: try GammaSurface(lives, family: family)
    }
  }

  static func peak(
    of family: LifeFamily, _ lives: ScaledLives
  ) throws(LifeFitError) -> Peak {
    try peak(on: try surface(of: family, lives), lives, family)
  }

  private static func peak(
    on surface: some LikelihoodSurface, _ lives: ScaledLives, _ family: LifeFamily
  ) throws(LifeFitError) -> Peak {
    let ascent = LikelihoodAscent(surface: surface)
    let position = try LifeFitError.checked { () throws(LifeDistributionError) in
      try ascent.maximum(from: surface.starts, moving: [.mean, .shape])
    }
    guard let position else { throw .noMaximum(family: family) }
    // The far end of a hyperexponential law's shapes is the exponential law once more.
    guard position.point.shape < surface.logShapes.upperBound else {
      return Peak(point: ParameterPoint(mean: 0, shape: 0), value: -lives.completeCount)
    }
    return Peak(point: position.point, value: position.likelihood.value)
  }

  static func fit(
    _ family: LifeFamily, at point: ParameterPoint, _ value: Double, _ lives: ScaledLives,
    of sample: LifeSample
  ) throws(LifeFitError) -> LifeFit {
    let mean = try duration(exp(point.mean) * lives.unit, family)
    let shape = family == .erlang ? exp(point.shape).rounded() : exp(point.shape)
    guard let law = family.law(mean: mean, shape: shape) else {
      throw .noMaximum(family: family)
    }
    return LifeFit(
      family: family, law: law, method: .maximumLikelihood, sample: sample,
      logLikelihood: value - lives.logarithmOfUnits)
  }

  static func duration(
    _ seconds: Double, _ family: LifeFamily
  ) throws(LifeFitError) -> Duration {
    guard seconds > 0, let duration = try? Duration(seconds: seconds) else {
      throw .noMaximum(family: family)
    }
    return duration
  }
}

/// Fits with closed formulas.
extension LifeFit {
  /// The mean is the total time over the number of complete lives (Epstein and Sobel 1953), which is
  /// the unit.
  private static func exponential(
    _ lives: ScaledLives, of sample: LifeSample
  ) throws(LifeFitError) -> LifeFit {
    let point = ParameterPoint(mean: 0, shape: 0)
    return try fit(.exponential, at: point, -lives.completeCount, lives, of: sample)
  }

  /// Lives that differ have likelihood 0.
  private static func fixed(of sample: LifeSample) throws(LifeFitError) -> LifeFit {
    guard let length = sample.complete.first, length > .zero else {
      throw .lifeOfZero(family: .fixed)
    }
    guard sample.complete.allSatisfy({ $0 == length }), sample.censored.allSatisfy({ $0 <= length })
    else { throw .differentLives }
    return LifeFit(
      family: .fixed, law: .fixed(length), method: .maximumLikelihood, sample: sample,
      logLikelihood: nil)
  }

  /// The best whole shape is next to the best gamma shape, each with its best mean.
  private static func erlang(
    _ lives: ScaledLives, of sample: LifeSample
  ) throws(LifeFitError) -> LifeFit {
    let surface = try GammaSurface(lives, family: .erlang)
    let gamma = try peak(of: .erlang, lives)
    let phases = max(1, exp(gamma.point.shape).rounded(.down))
    var best: Peak?
    for candidate in [phases, phases + 1] {
      let start = ParameterPoint(mean: gamma.point.mean, shape: log(candidate))
      let position = try LifeFitError.checked { () throws(LifeDistributionError) in
        try LikelihoodAscent(surface: surface).maximum(from: start, moving: [.mean])
      }
      guard let position, position.likelihood.value > best?.value ?? -.infinity else { continue }
      best = Peak(point: position.point, value: position.likelihood.value)
    }
    guard let best else { throw .noMaximum(family: .erlang) }
    return try fit(.erlang, at: best.point, best.value, lives, of: sample)
  }

  /// From the shortest complete life; to the longest life, or where censored ones want more.
  private static func uniform(
    _ lives: ScaledLives, of sample: LifeSample
  ) throws(LifeFitError) -> LifeFit {
    let likelihood = try UniformLikelihood(lives)
    let end = likelihood.bestEnd(from: likelihood.least)
    guard let value = likelihood.value(from: likelihood.least, to: end) else {
      throw .noMaximum(family: .uniform)
    }
    let (least, greatest) = (sample.complete.min() ?? .zero, sample.complete.max() ?? .zero)
    let isCensored = end > likelihood.greatest
    let to = isCensored ? try duration(end * lives.unit, .uniform) : greatest
    return LifeFit(
      family: .uniform, law: .uniform(from: least, to: to), method: .maximumLikelihood,
      sample: sample, logLikelihood: value - lives.logarithmOfUnits)
  }
}
