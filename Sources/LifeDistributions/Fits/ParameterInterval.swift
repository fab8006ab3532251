/// What the lives say of one parameter of a law: an estimate between two bounds.
public struct ParameterInterval: Sendable, Hashable {
  /// Where the bounds come from.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// The statistic's own distribution: the coverage is the confidence at any size.
    case exact
    /// The parameter's values whose likelihood, the others at their best, is near the maximum
    /// (Wilks 1938). The coverage approaches the confidence as lives are added.
    case profileLikelihood = "profile likelihood"
    /// The same with a threshold that covers at least as often as it says, where the usual theory
    /// doesn't hold.
    case conservativeLikelihood = "conservative profile likelihood"
  }

  /// `mean`, or the language's word: `shape`, `sigma`, `cv`; `from` and `to` of a uniform law.
  public let name: String
  /// The fitted value: seconds for `mean`, `from` and `to`, else without unit. Infinite where no life
  /// was seen to end.
  public let estimate: Double
  /// At most the estimate; 0, or the least value that the parameter can have, where the lives set no
  /// bound.
  public let low: Double
  /// At least the estimate; infinity where the lives set no bound.
  public let high: Double
  /// The probability with which such intervals cover the true value.
  public let confidence: Double
  /// Where the bounds come from.
  public let method: Method
}
