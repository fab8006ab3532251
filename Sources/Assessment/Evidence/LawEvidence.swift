import LifeDistributions
import Quantities
import Topology

/// Which laws suit observed lives, and what is known of the best one.
public struct LawEvidence: Sendable, Hashable {
  /// The lives.
  public let sample: LifeSample
  /// Maximum-likelihood fits by AICc, the best first; empty where there are too few lives.
  public let fits: [LifeFit]
  /// Why there is no fit; nil where there is one.
  public let refusal: LifeFitError?
  /// Intervals of the best law's parameters, the mean first; empty without one.
  public let intervals: [ParameterInterval]
  /// How well the best law fits, by the Anderson-Darling distance and parametric bootstrap; nil for
  /// censored lives, fewer than ``judged`` and more.
  public let goodness: GoodnessOfFit?
  /// The best law with 90 % intervals of its parameters; nil where nothing was observed.
  public let believed: BelievedLife?

  /// How many lives a fit is judged by: fewer tell nothing, and of more every law is refused in the end.
  public static let judged = 8...500
  /// The laws that are tried: those that an unbounded length may have. Erlang's are gamma's.
  public static let families: [LifeFamily] = [
    .exponential, .weibull, .lognormal, .gamma, .hyperexponential,
  ]
  /// How often the fit is repeated to judge it.
  private static let rounds = 199

  /// Fits laws to lives; intervals of `confidence`, above 0 and below 1. Cost: five fits, 199 for the
  /// goodness.
  init(_ sample: LifeSample, confidence: Double) {
    self.sample = sample
    let ranking = Self.ranking(sample)
    fits = (try? ranking.get())?.fits ?? []
    refusal = ranking.failure
    let best = fits.first
    intervals = best.flatMap { try? $0.intervals(confidence: confidence) } ?? []
    goodness = best.flatMap { Self.goodness(of: $0) }
    believed = best.flatMap { BelievedLife($0) }
  }

  private static func ranking(_ sample: LifeSample) -> Result<LifeFit.Ranking, LifeFitError> {
    do throws(LifeFitError) {
      return .success(try LifeFit.ranked(families, of: sample))
    } catch {
      return .failure(error)
    }
  }

  private static func goodness(of fit: LifeFit) -> GoodnessOfFit? {
    guard fit.sample.censored.isEmpty, judged.contains(fit.sample.complete.count),
      let life = try? LifeDistribution(fit.law)
    else { return nil }
    return try? GoodnessOfFit(of: fit.sample, fitted: life, rounds: rounds) { drawn in
      guard let again = try? LifeFit.maximumLikelihood(fit.family, of: drawn) else { return nil }
      return try? LifeDistribution(again.law)
    }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    guard case .failure(let failure) = self else { return nil }
    return failure
  }
}
