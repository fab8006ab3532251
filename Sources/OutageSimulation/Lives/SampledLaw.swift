import RandomStreams
import Topology

/// A law of life in the form in which it is drawn: a standard variate and what is done with it.
///
/// Times are in nanoseconds. Parameters come from the module's own elementary functions, so that a
/// seed gives the same histories on every machine.
struct SampledLaw: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    /// scale × variate.
    case scaled
    /// scale × variate ^ second.
    case power
    /// The first scale with probability `share`, else the second, × variate.
    case mixture
    /// scale + second × uniform.
    case uniform
    /// √(scale + second × uniform).
    case squareRoot
    /// Always the scale.
    case fixed
    /// One of a table's lengths.
    case observed
    /// One of a table's lengths, in proportion to it.
    case observedByLength
  }

  let form: Form
  /// The standard variate; uniform where the form needs no other.
  let variate: Variate
  /// Nanoseconds.
  let scale: Double
  /// True for the exponential law.
  let isExponential: Bool
  var second = 0.0
  var share = 1.0
  /// The place of its lengths in the pool, for the forms that draw from them: laws are read in inner
  /// loops, where to hold the lengths themselves would count references.
  var table = 0
  /// The place of the variate in the pool that it is drawn from.
  var buffer = 0

  static let nanoseconds = 1e9

  init(_ law: Law) {
    let mean = law.mean.seconds * Self.nanoseconds
    switch law {
    case .exponential: self.init(.scaled, .exponential, mean)
    case .weibull(_, let shape):
      let scale = mean / ReproducibleFunctions.gammaFunction(1 + 1 / shape)
      self.init(.scaled, .weibull(shape: shape), scale)
    case .lognormal(_, let sigma):
      let scale = mean * ReproducibleFunctions.exp(-sigma * sigma / 2)
      self.init(.scaled, .lognormal(sigma: sigma), scale)
    case .gamma(_, let shape): self.init(.scaled, .gamma(shape: shape), mean / shape)
    case .erlang(_, let phases):
      self.init(.scaled, .gamma(shape: Double(phases)), mean / Double(phases))
    case .hyperexponential(_, let variation): self.init(mean: mean, variation: variation)
    case .uniform(let from, let to):
      let low = from.seconds * Self.nanoseconds
      self.init(.uniform, .uniform, low, second: to.seconds * Self.nanoseconds - low)
    case .fixed: self.init(.fixed, .uniform, mean)
    case .empirical: self.init(.observed, .uniform, mean)
    }
  }

  private init(
    _ form: Form, _ variate: Variate, _ scale: Double, second: Double = 0, share: Double = 1
  ) {
    self.form = form
    self.variate = variate
    self.scale = scale
    self.second = second
    self.share = share
    isExponential = form == .scaled && variate == .exponential
  }

  /// Two exponential branches with balanced means, p1 m1 = p2 m2 (Morse 1958).
  private init(mean: Double, variation: Double) {
    let square = variation * variation
    let share = (1 + ((square - 1) / (square + 1)).squareRoot()) / 2
    self.init(
      .mixture, .exponential, mean / (2 * share), second: mean / (2 * (1 - share)), share: share)
  }

  /// The law of the interval that covers a given instant of a long history: density x f(x) / mean
  /// (length bias; Cox 1962, section 5.4).
  var lengthBiased: SampledLaw {
    switch (form, variate) {
    case (.scaled, .exponential): SampledLaw(.scaled, .gamma(shape: 2), scale)
    case (.scaled, .weibull(let shape)):
      SampledLaw(.power, .gamma(shape: 1 + 1 / shape), scale, second: 1 / shape)
    case (.scaled, .lognormal(let sigma)):
      SampledLaw(.scaled, variate, scale * ReproducibleFunctions.exp(sigma * sigma))
    case (.scaled, .gamma(let shape)): SampledLaw(.scaled, .gamma(shape: shape + 1), scale)
    case (.mixture, _):
      // Branches with balanced means have equal shares once weighted by length.
      SampledLaw(.mixture, .gamma(shape: 2), scale, second: second, share: 0.5)
    case (.uniform, _):
      SampledLaw(.squareRoot, .uniform, scale * scale, second: second * (2 * scale + second))
    case (.observed, _): SampledLaw(.observedByLength, .uniform, scale)
    default: self
    }
  }

  /// The length that is exceeded with probability `tail`, above 0 and at most 1; nil for laws whose
  /// inverse has no closed form, and for observed lengths. Falls as `tail` grows.
  func quantile(tail: Double) -> Double? {
    switch (form, variate) {
    case (.scaled, .exponential): -scale * ReproducibleFunctions.log(tail)
    case (.scaled, .weibull(let shape)):
      scale * Self.power(-ReproducibleFunctions.log(tail), 1 / shape)
    case (.scaled, .lognormal(let sigma)):
      tail < 1
        ? scale * ReproducibleFunctions.exp(sigma * ReproducibleFunctions.upperNormalQuantile(tail))
        : 0
    case (.uniform, _): scale + second * (1 - tail)
    case (.fixed, _): scale
    default: nil
    }
  }

  static func power(_ base: Double, _ exponent: Double) -> Double {
    base > 0 ? ReproducibleFunctions.exp(ReproducibleFunctions.log(base) * exponent) : 0
  }
}
