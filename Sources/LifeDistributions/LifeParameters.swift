#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A law's parameters as textbooks write its formulas; times in seconds, relative error below 2e-15.
public enum LifeParameters: Sendable, Hashable {
  /// S(t) = e^(-rate t); `rate` per second.
  case exponential(rate: Double)
  /// S(t) = e^(-(t / scale)^shape); `scale` = mean / Γ(1 + 1 / shape) in seconds.
  case weibull(scale: Double, shape: Double)
  /// log(t / 1 s) is normal with mean `mu` = log(mean / 1 s) - sigma² / 2 and standard deviation
  /// `sigma`.
  case lognormal(mu: Double, sigma: Double)
  /// Density t^(shape - 1) e^(-t / scale) / (Γ(shape) scale^shape), Erlang's law too; `scale` in
  /// seconds.
  case gamma(shape: Double, scale: Double)
  /// S(t) = p1 e^(-rate1 t) + p2 e^(-rate2 t) with balanced means; `probability` is p1, at least
  /// 1/2, and both rates are per second.
  case hyperexponential(probability: Double, rates: [Double])
  /// Between two lengths in seconds.
  case uniform(from: Double, to: Double)
  /// One length in seconds.
  case fixed(Double)
  /// As many observations.
  case empirical(count: Int)

  init(_ life: LognormalLife) {
    self = .lognormal(mu: log(life.mean) - life.sigma * life.sigma / 2, sigma: life.sigma)
  }

  /// Why the parameters can't be worked with though they make a law; nil when they can.
  var flaw: String? {
    switch self {
    case .exponential(let rate): Self.flaw(of: [rate], "rate")
    case .weibull(let scale, _), .gamma(_, let scale): Self.flaw(of: [scale], "scale")
    case .lognormal(let mu, _): mu.isFinite ? nil : Self.flaw(of: [mu], "mean logarithm")
    case .hyperexponential(_, let rates): Self.flaw(of: rates, "rate")
    case .uniform, .fixed, .empirical: nil
    }
  }

  private static func flaw(of values: [Double], _ name: String) -> String? {
    values.allSatisfy { $0 >= .leastNormalMagnitude && $0.isFinite }
      ? nil : "its \(name) is beyond what a Double holds"
  }
}
