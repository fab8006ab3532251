import BenchmarkSupport
import Nines

/// Which laws the reference topology has; the means are the same in all.
enum Variant: String {
  /// Exponential up times and restorations.
  case exponential = "E"
  /// Exponential up times, lognormal restorations (sigma 1).
  case lognormalRepairs = "L"
  /// Weibull up times (shape 1.5), exponential restorations.
  case weibullUptimes = "W"

  func topology(repairs factor: Double) throws -> Topology {
    switch self {
    case .exponential: try ReferenceSite.topology(repairs: factor)
    case .lognormalRepairs:
      try ReferenceSite.topology(down: { .lognormal(mean: $0, sigma: 1) }, repairs: factor)
    case .weibullUptimes:
      try ReferenceSite.topology(up: { .weibull(mean: $0, shape: 1.5) }, repairs: factor)
    }
  }
}
