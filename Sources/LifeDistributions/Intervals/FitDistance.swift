import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far complete observed lives lie from a continuous law, as one number.
public enum FitDistance: Sendable, Hashable, CaseIterable {
  /// A²: the squared distance of the distribution functions, weighted to see both tails (Anderson and
  /// Darling 1954).
  case andersonDarling
  /// W²: the same without the weight (Cramér 1928, von Mises 1931).
  case cramerVonMises
  /// D: the largest distance of the distribution functions (Kolmogorov 1933).
  case kolmogorovSmirnov

  /// The distance; infinite for A² of a life that the law can't have. O(n log n) and one distribution
  /// function a life. Relative error below n × 1e-12.
  ///
  /// Throws ``LifeDistributionError/outsideRange(_:)`` for a sample with censored lives or with none,
  /// ``LifeDistributionError/noDensity(law:)`` for a law with single lengths, and what its
  /// distribution function throws.
  public func between(
    _ sample: LifeSample, _ life: LifeDistribution
  ) throws(LifeDistributionError) -> Double {
    try Self.check(sample)
    try life.requireContinuity()
    var chances: [Probability] = []
    chances.reserveCapacity(sample.complete.count)
    for age in sample.complete.sorted() { chances.append(try life.distribution(at: age)) }
    return distance(of: chances)
  }

  static func check(_ sample: LifeSample) throws(LifeDistributionError) {
    guard sample.censored.isEmpty else {
      throw .outsideRange(
        """
        goodness of fit is not defined for censored lives; leave them out on purpose, or compare the \
        law with the Kaplan-Meier curve by eye
        """)
    }
    guard !sample.complete.isEmpty else {
      throw .outsideRange("goodness of fit needs at least one life that was seen to end")
    }
  }

  /// The distance of the law's probabilities at the ordered lives from their even places (Stephens
  /// 1974, section 2).
  func distance(of chances: [Probability]) -> Double {
    switch self {
    case .andersonDarling: Self.andersonDarling(chances)
    case .cramerVonMises: Self.cramerVonMises(chances)
    case .kolmogorovSmirnov: Self.kolmogorovSmirnov(chances)
    }
  }

  /// -n - Σ (2 i - 1) (log F(x_i) + log S(x_(n + 1 - i))) / n, both tails from where they are kept.
  private static func andersonDarling(_ chances: [Probability]) -> Double {
    let count = chances.count
    var sum = 0.0
    for place in chances.indices {
      let below = chances[place].inverted.negativeLogarithmOfComplement
      let above = chances[count - 1 - place].negativeLogarithmOfComplement
      sum += Double(2 * place + 1) * (below + above)
    }
    return sum / Double(count) - Double(count)
  }

  /// 1 / (12 n) + Σ (F(x_i) - (2 i - 1) / (2 n))².
  private static func cramerVonMises(_ chances: [Probability]) -> Double {
    let count = Double(chances.count)
    let start = 1 / (12 * count)
    return chances.enumerated().reduce(start) { sum, item in
      let difference = item.element.value - (2 * Double(item.offset) + 1) / (2 * count)
      return sum + difference * difference
    }
  }

  private static func kolmogorovSmirnov(_ chances: [Probability]) -> Double {
    let count = Double(chances.count)
    return chances.enumerated().reduce(0) { largest, item in
      let (chance, place) = (item.element.value, Double(item.offset))
      return max(largest, chance - place / count, (place + 1) / count - chance)
    }
  }
}

extension LifeDistribution {
  /// Throws ``LifeDistributionError/noDensity(law:)`` for laws of single lengths.
  func requireContinuity() throws(LifeDistributionError) {
    switch parameters {
    case .fixed: throw .noDensity(law: "a fixed length")
    case .empirical: throw .noDensity(law: "an empirical law")
    default: return
    }
  }
}
