import Quantities

/// The law of an up time or a restoration time, as data. Its functions live in the module of life
/// distributions; long-run availability needs the mean alone.
public enum Law: Sendable, Hashable {
  /// Constant rate 1 / mean.
  case exponential(mean: Duration)
  /// Weibull with the given mean; `shape` above 0 (1 is exponential, above 1 wears out).
  case weibull(mean: Duration, shape: Double)
  /// Lognormal with the given mean; `sigma` above 0 is the standard deviation of the logarithm.
  case lognormal(mean: Duration, sigma: Double)
  /// Gamma with the given mean; `shape` above 0.
  case gamma(mean: Duration, shape: Double)
  /// The sum of `phases` (1 or more) equal exponential phases, with the given mean.
  case erlang(mean: Duration, phases: Int)
  /// A mixture of two exponentials with the given mean; coefficient of variation 1 or more.
  case hyperexponential(mean: Duration, coefficientOfVariation: Double)
  /// Uniform between two lengths.
  case uniform(from: Duration, to: Duration)
  /// Always the same length.
  case fixed(Duration)
  /// One of some observed lengths, all equally probable.
  case empirical(ObservedLives)

  /// The mean. Exact but for one rounding of a uniform law, and the roundings of an average of
  /// observed lives.
  public var mean: Duration {
    switch self {
    case .exponential(let mean), .weibull(let mean, _), .lognormal(let mean, _),
      .gamma(let mean, _), .erlang(let mean, _), .hyperexponential(let mean, _), .fixed(let mean):
      mean
    case .uniform(let from, let to):
      (try? Duration(seconds: from.seconds + (to.seconds - from.seconds) / 2)) ?? to
    case .empirical(let lives): lives.mean
    }
  }

  /// Why the parameters don't make a law; nil when they do.
  package var flaw: String? {
    if !(mean > .zero) { return "its mean must be longer than 0" }
    return switch self {
    case .exponential, .fixed, .empirical: nil
    case .weibull(_, let shape), .gamma(_, let shape): Self.flaw(ofPositive: shape, "shape")
    case .lognormal(_, let sigma): Self.flaw(ofPositive: sigma, "sigma")
    case .erlang(_, let phases): phases >= 1 ? nil : "it needs at least one phase"
    case .hyperexponential(_, let variation):
      variation >= 1 && variation.isFinite ? nil : "its coefficient of variation must be at least 1"
    case .uniform(let from, let to): from < to ? nil : "its ends must be in order"
    }
  }

  private static func flaw(ofPositive value: Double, _ name: String) -> String? {
    value > 0 && value.isFinite ? nil : "its \(name) must be above 0"
  }

  /// The same shape of law with its mean multiplied by `factor`.
  package func scaled(by factor: Double) -> Law {
    func times(_ duration: Duration) -> Duration {
      (try? Duration(seconds: duration.seconds * factor)) ?? duration
    }
    return switch self {
    case .exponential(let mean): .exponential(mean: times(mean))
    case .weibull(let mean, let shape): .weibull(mean: times(mean), shape: shape)
    case .lognormal(let mean, let sigma): .lognormal(mean: times(mean), sigma: sigma)
    case .gamma(let mean, let shape): .gamma(mean: times(mean), shape: shape)
    case .erlang(let mean, let phases): .erlang(mean: times(mean), phases: phases)
    case .hyperexponential(let mean, let variation):
      .hyperexponential(mean: times(mean), coefficientOfVariation: variation)
    case .uniform(let from, let to): .uniform(from: times(from), to: times(to))
    case .fixed(let mean): .fixed(times(mean))
    case .empirical(let lives): .empirical(lives.scaled(by: factor))
    }
  }
}
