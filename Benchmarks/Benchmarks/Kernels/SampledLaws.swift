import RandomStreams

/// The laws that the benchmarks draw from.
enum SampledLaws {
  static let all: [(name: String, variate: Variate)] = [
    ("uniform", .uniform), ("exponential", .exponential), ("normal", .normal),
    ("lognormal", .lognormal(sigma: 1.2)), ("Weibull", .weibull(shape: 1.5)),
    ("gamma above 1", .gamma(shape: 2.5)), ("gamma below 1", .gamma(shape: 0.5)),
  ]
}
