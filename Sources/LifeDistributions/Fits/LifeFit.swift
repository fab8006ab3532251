import Quantities
import Topology

/// One law fitted to lives.
public struct LifeFit: Sendable, Hashable {
  /// How the law was chosen.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// The law that makes the lives most likely.
    case maximumLikelihood = "maximum likelihood"
    /// The law with the lives' mean and variance.
    case moments
  }

  /// The law's family.
  public let family: LifeFamily
  /// The fitted law.
  public let law: Law
  /// How it was chosen.
  public let method: Method
  /// What it was fitted to.
  public let sample: LifeSample
  /// The logarithm of the likelihood, times in seconds: the sum of the complete lives' log densities
  /// and the censored ones' log survivals. Relative error n × 1e-15; nil for a fixed length, which has
  /// no density.
  public let logLikelihood: Double?

  /// The parameter beside the mean, by the word of ``LifeFamily/shapeName``; nil where there is none.
  public var shape: Double? { law.shapeParameter }

  /// The number of chosen numbers.
  public var parameterCount: Int { family.parameterCount }

  /// 2 p - 2 log L with p the number of parameters (Akaike 1974, equation 14), the less the better;
  /// nil without likelihood. Fits to the same lives compare.
  public var aic: Double? {
    logLikelihood.map { 2 * (Double(parameterCount) - $0) }
  }

  /// AIC + 2 p (p + 1) / (n - p - 1), the correction for few lives (Hurvich and Tsai 1989, equation
  /// 5); n is the number of complete lives, since censored ones say less. Nil without likelihood, and
  /// up to n = p + 1.
  public var aicc: Double? {
    let spare = sample.complete.count - parameterCount - 1
    guard let aic, spare > 0 else { return nil }
    return aic + 2 * Double(parameterCount * (parameterCount + 1)) / Double(spare)
  }
}
