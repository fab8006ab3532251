import Quantities
import Topology

/// A family of laws that lives can be fitted by. The raw value is the language's word for it.
public enum LifeFamily: String, Sendable, Hashable, CaseIterable {
  /// Constant rate.
  case exponential
  /// Wears out above shape 1, in below it.
  case weibull
  /// The logarithm is normal.
  case lognormal
  /// Any shape above 0.
  case gamma
  /// Gamma with a whole shape: a sum of equal exponential phases.
  case erlang
  /// Two exponentials of balanced means; coefficient of variation 1 or more.
  case hyperexponential
  /// Between two lengths.
  case uniform
  /// Always the same length.
  case fixed

  /// How many numbers a fit chooses. Erlang's whole shape counts as one.
  public var parameterCount: Int {
    switch self {
    case .exponential, .fixed: 1
    case .weibull, .lognormal, .gamma, .erlang, .hyperexponential, .uniform: 2
    }
  }

  /// The least number of complete lives that a fit asks for: 1 for an exponential law, else 3, since any
  /// two lives fit two numbers, and any life a fixed length.
  public var leastCompleteLives: Int { self == .exponential ? 1 : 3 }

  /// The word of the parameter beside the mean; nil where there is none.
  public var shapeName: String? {
    switch self {
    case .weibull, .gamma, .erlang: "shape"
    case .lognormal: "sigma"
    case .hyperexponential: "cv"
    case .exponential, .uniform, .fixed: nil
    }
  }

  /// The family with its article, for sentences.
  var phrase: String {
    switch self {
    case .exponential: "an exponential law"
    case .weibull: "a Weibull law"
    case .lognormal: "a lognormal law"
    case .gamma: "a gamma law"
    case .erlang: "an Erlang law"
    case .hyperexponential: "a hyperexponential law"
    case .uniform: "a uniform law"
    case .fixed: "a fixed length"
    }
  }

  /// The law of a family that has a mean and at most a shape beside it; nil for the uniform one.
  func law(mean: Duration, shape: Double) -> Law? {
    switch self {
    case .exponential: .exponential(mean: mean)
    case .weibull: .weibull(mean: mean, shape: shape)
    case .lognormal: .lognormal(mean: mean, sigma: shape)
    case .gamma: .gamma(mean: mean, shape: shape)
    case .erlang: Int(exactly: shape).map { .erlang(mean: mean, phases: $0) }
    case .hyperexponential: .hyperexponential(mean: mean, coefficientOfVariation: shape)
    case .uniform: nil
    case .fixed: .fixed(mean)
    }
  }
}

extension Law {
  /// The parameter beside the mean; nil for laws without one.
  var shapeParameter: Double? {
    switch self {
    case .weibull(_, let shape), .gamma(_, let shape): shape
    case .lognormal(_, let sigma): sigma
    case .erlang(_, let phases): Double(phases)
    case .hyperexponential(_, let variation): variation
    default: nil
    }
  }
}
