/// A law in standard form, from which a stream draws values. A caller scales them.
///
/// All but gamma are drawn by inversion of one random word. With u the open uniform of that word,
/// `uniform` is u itself and the others are the value that is exceeded with probability u, so that
/// they fall when the word rises; see ``value(ofWord:)``.
public enum Variate: Sendable, Hashable {
  /// Uniform in the open interval (0, 1), on the odd multiples of 2^-53.
  case uniform
  /// Exponential of mean 1.
  case exponential
  /// Normal of mean 0 and standard deviation 1.
  case normal
  /// exp(sigma z) with z standard normal: median 1. `sigma` from 0 to 80, without unit.
  case lognormal(sigma: Double)
  /// Weibull of scale 1: survival exp(-x^shape). `shape` from 0.01 to 1e6, without unit.
  case weibull(shape: Double)
  /// Gamma of scale 1, mean and variance `shape`; from 0.01 to 1e9, without unit. Below a shape of
  /// about 0.05 some values are too small for a Double and come out as 0.
  case gamma(shape: Double)

  /// Throws ``RandomStreamError/outOfRange(parameter:value:valid:)`` when the parameter is not in
  /// the range given with the case.
  public func validate() throws(RandomStreamError) {
    switch self {
    case .uniform, .exponential, .normal: return
    case .lognormal(let sigma): try Self.require(sigma, "sigma", in: 0...80)
    case .weibull(let shape): try Self.require(shape, "shape", in: 0.01...1e6)
    case .gamma(let shape): try Self.require(shape, "shape", in: 0.01...1e9)
    }
  }

  private static func require(
    _ value: Double, _ parameter: String, in valid: ClosedRange<Double>
  ) throws(RandomStreamError) {
    guard valid.contains(value) else {
      throw .outOfRange(parameter: parameter, value: value, valid: valid)
    }
  }
}
