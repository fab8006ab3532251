/// Continued fractions b0 + a1 / (b1 + a2 / (b2 + …)).
enum ContinuedFraction {
  private static let termLimit = 100_000

  /// The fraction to 2e-16 per term, by Lentz's algorithm as Thompson and Barnett 1986 (section III)
  /// modified it. `leading` is b0, not 0; `term` gives a and b at n = 1, 2, …. Throws
  /// ``LifeDistributionError/noConvergence(function:arguments:reason:)`` after 100,000 terms.
  static func evaluate(
    leading: Double, term: (Double) -> (numerator: Double, denominator: Double)
  ) throws(LifeDistributionError) -> Double {
    var (value, ahead, behind) = (leading, leading, 0.0)
    for n in 1...termLimit {
      let (numerator, denominator) = term(Double(n))
      behind = 1 / nonzero(denominator + numerator * behind)
      ahead = nonzero(denominator + numerator / ahead)
      let factor = ahead * behind
      value *= factor
      if abs(factor - 1) <= .ulpOfOne { return value }
    }
    throw .noConvergence(
      function: "a continued fraction", arguments: [leading],
      reason: "100,000 terms don't settle it")
  }

  private static func nonzero(_ value: Double) -> Double { value == 0 ? 1e-300 : value }
}
