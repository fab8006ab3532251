import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the lives say of the law's parameters.
extension LifeFit {
  /// Intervals of the mean and of the shape (`shape`, `sigma`, `cv`) that cover the true value with
  /// probability `confidence`, above 0 and below 1, when the lives come from a law of the family.
  ///
  /// Exact (chi-square) for an exponential law of complete lives (Epstein and Sobel 1953) and for a
  /// uniform law of complete lives (its ends too), else by profile likelihood, whose threshold is
  /// Student's quantile of n - 1 degrees of freedom for n lives in place of the normal one (Bates and Watts
  /// 1988, section 6.1), so that few lives don't cover less often than they say. Measured at 95 %, for
  /// the mean and the shape of Weibull, lognormal, gamma and Erlang laws: 94 to 96 % for 50 lives with
  /// none, 30 and 70 % of them censored, 95 to 97 % for 10 with none and 30 %. Hyperexponential laws of
  /// fewer than 100 lives: 95 to 100 %; where the lives could come from an exponential law too, cv has
  /// no upper bound. A uniform law's are too wide rather than too narrow when lives are censored.
  ///
  /// Erlang's intervals are gamma's, the shape's rounded inwards to whole ones, both widened to the
  /// estimate. Cost about five times the fit's.
  ///
  /// Throws ``LifeFitError``: for a confidence out of range, and for fits by moments and of fixed
  /// lengths, which have no interval.
  public func intervals(
    confidence: Double = 0.95
  ) throws(LifeFitError) -> [ParameterInterval] {
    guard confidence > 0, confidence < 1 else { throw .invalidConfidence(confidence) }
    guard method == .maximumLikelihood else {
      throw .unsupported("a fit by moments has no intervals; fit by maximum likelihood")
    }
    let lives = try ScaledLives(sample)
    switch family {
    case .fixed: throw .unsupported("a fixed length has no interval; fit another family")
    case .exponential: return [try exponentialInterval(lives, confidence)]
    case .uniform: return try uniformIntervals(lives, confidence)
    case .weibull, .lognormal, .gamma, .erlang, .hyperexponential:
      let surface = try Self.surface(of: family, lives)
      return try profileIntervals(surface, lives, confidence)
    }
  }

  /// The interval of the mean. Throws as ``intervals(confidence:)``.
  public func meanInterval(
    confidence: Double = 0.95
  ) throws(LifeFitError) -> ParameterInterval {
    let intervals = try intervals(confidence: confidence)
    guard let mean = intervals.first(where: { $0.name == "mean" }) else {
      throw .unsupported("\(family.phrase) has no interval of the mean")
    }
    return mean
  }
}

/// By profile likelihood.
extension LifeFit {
  private func profileIntervals(
    _ surface: some LikelihoodSurface, _ lives: ScaledLives, _ confidence: Double
  ) throws(LifeFitError) -> [ParameterInterval] {
    let start = law.point(unit: lives.unit)
    let ascent = LikelihoodAscent(surface: surface)
    let peak = try LifeFitError.checked { () throws(LifeDistributionError) in
      try ascent.maximum(from: start, moving: [.mean, .shape])
    }
    guard let peak else { throw .noMaximum(family: family) }
    let profile = ProfileLikelihood(ascent: ascent, peak: peak)
    let threshold = try Self.studentThreshold(confidence, Double(lives.count - 1))
    return [
      try interval(.mean, "mean", profile, threshold, lives.unit, confidence),
      try interval(.shape, family.shapeName ?? "shape", profile, threshold, 1, confidence),
    ]
  }

  /// z with a probability of `confidence` between -z and z.
  private static func normalThreshold(_ confidence: Double) throws(LifeFitError) -> Double {
    try LifeFitError.checked { () throws(LifeDistributionError) in
      -(try SpecialFunctions.normalQuantile((1 - confidence) / 2))
    }
  }

  /// The same for Student's law.
  private static func studentThreshold(
    _ confidence: Double, _ freedom: Double
  ) throws(LifeFitError) -> Double {
    try LifeFitError.checked { () throws(LifeDistributionError) in
      try SpecialFunctions.studentQuantile(ofUpper: (1 - confidence) / 2, freedom: freedom)
    }
  }

  private func interval<Surface: LikelihoodSurface>(
    _ axis: ParameterAxis, _ name: String, _ profile: ProfileLikelihood<Surface>,
    _ threshold: Double, _ unit: Double, _ confidence: Double
  ) throws(LifeFitError) -> ParameterInterval {
    let bounds = try LifeFitError.checked { () throws(LifeDistributionError) in
      (
        low: try ProfileBound(
          profile: profile, axis: axis, isUpper: false, threshold: threshold
        ).logarithm(),
        high: try ProfileBound(
          profile: profile, axis: axis, isUpper: true, threshold: threshold
        ).logarithm()
      )
    }
    let least = axis == .shape && family == .hyperexponential ? 1.0 : 0
    let estimate = axis == .mean ? law.mean.seconds : law.shapeParameter ?? 1
    let isWhole = axis == .shape && family == .erlang
    let low = bounds.low.map { exp($0) * unit } ?? least
    let high = bounds.high.map { exp($0) * unit } ?? .infinity
    return ParameterInterval(
      name: name, estimate: estimate,
      low: min(estimate, isWhole ? max(1, low.rounded(.up)) : low),
      high: max(estimate, isWhole ? high.rounded(.down) : high),
      confidence: confidence, method: .profileLikelihood)
  }
}

/// With known distributions.
extension LifeFit {
  /// Without censoring 2 n mean / true mean is chi-square with 2 n degrees of freedom, twice a gamma
  /// variable of shape n; with censoring by likelihood.
  private func exponentialInterval(
    _ lives: ScaledLives, _ confidence: Double
  ) throws(LifeFitError) -> ParameterInterval {
    let count = lives.completeCount
    let isExact = lives.censored.isEmpty
    let ratios =
      isExact
      ? try Self.gammaRatios(count, confidence)
      : Self.likelihoodRatios(pow(try Self.normalThreshold(confidence), 2) / (2 * count))
    return ParameterInterval(
      name: "mean", estimate: lives.unit, low: lives.unit / max(1, ratios.high),
      high: lives.unit / min(1, ratios.low), confidence: confidence,
      method: isExact ? .exact : .profileLikelihood)
  }

  /// The quantiles of a gamma law with shape `count` and mean 1 that leave half of the rest each.
  private static func gammaRatios(
    _ count: Double, _ confidence: Double
  ) throws(LifeFitError) -> (low: Double, high: Double) {
    let rest = (1 - confidence) / 2
    let below = Probability(uncheckedValue: rest, complement: 1 - rest)
    return try LifeFitError.checked { () throws(LifeDistributionError) in
      let tails = GammaTails(shape: count)
      return (
        low: exp(try tails.logarithmOfQuantile(below)),
        high: exp(try tails.logarithmOfQuantile(below.inverted))
      )
    }
  }

  /// The two x with x - 1 - log x = `excess`, the likelihood's fall per complete life, by Newton's
  /// method, which stays beyond the roots.
  private static func likelihoodRatios(_ excess: Double) -> (low: Double, high: Double) {
    var (low, high) = (exp(-1 - excess), 1 + 2 * excess + (2 * excess).squareRoot())
    for _ in 0..<60 {
      low -= (low - 1 - log(low) - excess) * low / (low - 1)
      high -= (high - 1 - log(high) - excess) * high / (high - 1)
    }
    return (low, high)
  }
}
