import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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

extension ParameterInterval {
  /// What lives none of which was seen to end say of the mean of an exponential law: it is at least
  /// their total time over -log(1 - confidence), exact and one-sided (Epstein and Sobel 1953); 8760 h
  /// give 2924.16 h at 95 %.
  ///
  /// Throws ``LifeFitError`` when a life ended, without any time, and for a confidence that doesn't lie
  /// between 0 and 1.
  public static func meanWithoutEnd(
    of sample: LifeSample, confidence: Double = 0.95
  ) throws(LifeFitError) -> ParameterInterval {
    guard confidence > 0, confidence < 1 else { throw .invalidConfidence(confidence) }
    guard sample.complete.isEmpty else {
      throw .unsupported("lives were seen to end; fit exponential and ask for its interval")
    }
    let exposure = sample.exposure
    guard exposure > 0 else { throw .noCompleteLife(meanAtLeast: nil) }
    return ParameterInterval(
      name: "mean", estimate: .infinity, low: exposure / -log1p(-confidence), high: .infinity,
      confidence: confidence, method: .exact)
  }
}
