import Quantities

/// Which family suits lives best.
extension LifeFit {
  /// A family that has no fit, and why.
  public struct Refusal: Sendable, Hashable {
    /// The family.
    public let family: LifeFamily
    /// Why it has no fit.
    public let reason: LifeFitError
  }

  /// Fits of several families, the best first, and the families that have none.
  public struct Ranking: Sendable, Hashable {
    /// By AICc, the least first.
    public let fits: [LifeFit]
    /// In the order of the families.
    public let refusals: [Refusal]
  }

  /// The maximum-likelihood fits of `families` by AICc, the best first; fits without one come last,
  /// those with fewer parameters before others, but a fixed length first, which only equal lives
  /// have. Cost that of the fits.
  ///
  /// Throws ``LifeFitError`` where no family has a fit: the reason of the first.
  public static func ranked(
    _ families: [LifeFamily] = LifeFamily.allCases, of sample: LifeSample
  ) throws(LifeFitError) -> Ranking {
    var fits: [LifeFit] = []
    var refusals: [Refusal] = []
    for family in families {
      do throws(LifeFitError) {
        fits.append(try maximumLikelihood(family, of: sample))
      } catch {
        refusals.append(Refusal(family: family, reason: error))
      }
    }
    guard !fits.isEmpty else {
      throw refusals.first?.reason ?? .unsupported("no family was given; name one or more")
    }
    return Ranking(fits: fits.sorted { $0.rank < $1.rank }, refusals: refusals)
  }

  /// The fit that ``ranked(_:of:)`` puts first. Throws as it does.
  public static func best(
    _ families: [LifeFamily] = LifeFamily.allCases, of sample: LifeSample
  ) throws(LifeFitError) -> LifeFit {
    let ranking = try ranked(families, of: sample)
    guard let best = ranking.fits.first else { throw .noMaximum(family: .exponential) }
    return best
  }

  private var rank: Rank {
    Rank(criterion: family == .fixed ? -.infinity : aicc ?? .infinity, parameters: parameterCount)
  }

  private struct Rank: Comparable {
    let criterion: Double
    let parameters: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.criterion, left.parameters) < (right.criterion, right.parameters)
    }
  }
}
