#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The sums En of ``HyperexponentialSurface`` at one coefficient of variation.
struct HyperexponentialMixture {
  /// ρ and r.
  private let square: Double
  private let root: Double
  /// 1 - r, without cancellation.
  private let remainder: Double
  /// The derivatives of ρ by b.
  private let slope: Double
  private let bend: Double

  init(logVariation: Double) {
    square = tanh(logVariation)
    root = square.squareRoot()
    let complement = 2 / (exp(2 * logVariation) + 1)
    remainder = complement / (1 + root)
    slope = complement * (1 + square)
    bend = -2 * square * slope
  }

  /// log(En / 2) at y with its derivatives by log mean and b: the survival for n = 1, the density
  /// times the mean for n = 2. Relative error of En below 1e-14.
  func logarithm(order: Int, at y: Double) -> LogLikelihood {
    let isSmall = root * y < 0.5
    // The larger term's exponential is left out of the sums.
    let shift = isSmall ? -y : -remainder * y
    let terms = isSmall ? seriesTerms(order, y) : branchTerms(order, y)
    return logarithm(terms, Double(order), y, shift)
  }

  /// En, Dn / (2 r) with Dn the difference of the two terms of En, and the latter's derivative by ρ.
  private struct Term {
    let sum: Double
    let difference: Double
    let slope: Double
  }

  /// Those of n - 1, n and n + 1, and En + 2.
  private struct Terms {
    let before: Term
    let here: Term
    let after: Term
    let last: Double
  }
}

/// The sums.
extension HyperexponentialMixture {
  /// Over e^-y, from cosh(r y), and from sinh(r y) and its kin by their series in z = (r y)².
  private func seriesTerms(_ order: Int, _ y: Double) -> Terms {
    let z = square * y * y
    let third = Self.series(z, first: 1.0 / 15, from: 7)
    let second = Self.series(z, first: 1.0 / 3, from: 5)
    let first = 3 * second + z * third
    let zero = Term(
      sum: 2 * (first + z * second), difference: -y * first, slope: -y * y * y * second / 2)
    let one = term(after: zero, 0, previousDifference: 0, y)
    let two = term(after: one, 1, previousDifference: zero.difference, y)
    let three = term(after: two, 2, previousDifference: one.difference, y)
    guard order > 1 else { return Terms(before: zero, here: one, after: two, last: three.sum) }
    let four = three.sum + 2 * square * three.difference
    return Terms(before: one, here: two, after: three, last: four)
  }

  /// That of n + 1: each of the two terms gains a factor 1 ± r.
  private func term(
    after term: Term, _ n: Double, previousDifference: Double, _ y: Double
  ) -> Term {
    Term(
      sum: term.sum + 2 * square * term.difference,
      difference: term.difference + term.sum / 2,
      slope: term.slope + (n * previousDifference - y * term.difference) / 2)
  }

  /// Σ (z / 2)^k / (k! × odd numbers), the modified spherical Bessel functions over their powers (DLMF
  /// 10.53.3), for z below 0.25: eight terms leave 1e-17.
  private static func series(_ z: Double, first: Double, from odd: Double) -> Double {
    var (term, sum) = (first, first)
    for k in 1...7 {
      term *= z / 2 / (Double(k) * (odd + 2 * Double(k - 1)))
      sum += term
    }
    return sum
  }

  /// Over e^-(1 - r) y.
  private func branchTerms(_ order: Int, _ y: Double) -> Terms {
    let large = 1 + root
    var first = exp(-2 * root * y)
    var second = 1.0
    var sum = 0.0
    func next(_ n: Double) -> Term {
      let previous = sum
      sum = first + second
      let difference = (first - second) / (2 * root)
      let slope = (n * previous - y * sum - 2 * difference) / (4 * square)
      first *= large
      second *= remainder
      return Term(sum: sum, difference: difference, slope: slope)
    }
    let (zero, one, two) = (next(0), next(1), next(2))
    guard order > 1 else { return Terms(before: zero, here: one, after: two, last: first + second) }
    let three = next(3)
    return Terms(before: one, here: two, after: three, last: first + second)
  }

  /// En has the derivatives -En+1 by y, and n D(n-1) - y Dn over 2 r by ρ.
  private func logarithm(
    _ terms: Terms, _ n: Double, _ y: Double, _ shift: Double
  ) -> LogLikelihood {
    let scale = 1 / terms.here.sum
    let byAge = -terms.after.sum * scale
    let byAgeTwice = terms.last * scale - byAge * byAge
    let bySquare = (n * terms.before.difference - y * terms.here.difference) * scale
    let mixed =
      (y * terms.after.difference - (n + 1) * terms.here.difference) * scale - byAge * bySquare
    let bySquareTwice =
      (n * terms.before.slope - y * terms.here.slope) * scale - bySquare * bySquare
    return LogLikelihood(
      value: log(terms.here.sum / 2) + shift,
      slopeOfMean: -y * byAge, slopeOfShape: bySquare * slope,
      curvatureOfMean: y * (byAge + y * byAgeTwice), mixedCurvature: -y * mixed * slope,
      curvatureOfShape: bySquareTwice * slope * slope + bySquare * bend)
  }
}
