import Foundation
import RandomStreams

/// |z| that a standard normal exceeds one time in a million.
let zScoreBound = 4.8917

/// What the tests hold a law's samples against; written from the textbook definitions with the C
/// library's functions.
extension Variate {
  /// P(X <= x).
  func cumulative(_ x: Double) -> Double {
    switch self {
    case .uniform: min(max(x, 0), 1)
    case .exponential: -expm1(-x)
    case .normal: erfc(-x / 2.0.squareRoot()) / 2
    case .lognormal(let sigma): erfc(-log(x) / sigma / 2.0.squareRoot()) / 2
    case .weibull(let shape): -expm1(-pow(x, shape))
    case .gamma(let shape): lowerIncompleteGamma(shape, x)
    }
  }

  /// Mean, variance and fourth central moment.
  var moments: (mean: Double, variance: Double, fourth: Double) {
    switch self {
    case .uniform: (1 / 2, 1 / 12, 1 / 80)
    case .exponential: (1, 1, 9)
    case .normal: (0, 1, 3)
    case .lognormal(let sigma): central { exp(Double($0 * $0) * sigma * sigma / 2) }
    case .weibull(let shape): central { tgamma(1 + Double($0) / shape) }
    case .gamma(let shape): (shape, shape, 3 * shape * shape + 6 * shape)
    }
  }

  private func central(_ raw: (Int) -> Double) -> (mean: Double, variance: Double, fourth: Double) {
    let (m, second, third, fourth) = (raw(1), raw(2), raw(3), raw(4))
    let squares = m * m
    let central = fourth - 4 * m * third + 6 * squares * second - 3 * squares * squares
    return (m, second - squares, central)
  }
}

/// The regularised lower incomplete gamma function (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31).
private func lowerIncompleteGamma(_ a: Double, _ x: Double) -> Double {
  guard x > 0 else { return 0 }
  let factor = exp(a * log(x) - x - lgamma(a))
  return x < a + 1 ? factor * incompleteSeries(a, x) : 1 - factor * incompleteFraction(a, x)
}

private func incompleteSeries(_ a: Double, _ x: Double) -> Double {
  var (term, sum, n) = (1 / a, 1 / a, a)
  while term > sum * 1e-17 {
    n += 1
    term *= x / n
    sum += term
  }
  return sum
}

/// The continued fraction by its convergents from the far end.
private func incompleteFraction(_ a: Double, _ x: Double) -> Double {
  var below = x + 401 - a
  for n in stride(from: 200.0, to: 0, by: -1) {
    below = x + 2 * n - 1 - a + n * (a - n) / below
  }
  return 1 / below
}
