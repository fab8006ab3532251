import Quantities

/// Why lives have no fit, or a fit no interval.
public enum LifeFitError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No life was seen to end. With exposure the mean of an exponential law is at least
  /// `meanAtLeast`, with 95 % confidence; without, nothing is known.
  case noCompleteLife(meanAtLeast: Duration?)
  /// Fewer complete lives than the family's numbers need.
  case tooFewLives(family: LifeFamily, complete: Int, needed: Int)
  /// A complete life of 0 s, whose logarithm the family needs.
  case lifeOfZero(family: LifeFamily)
  /// All lives are 0 s long, or as good as that.
  case noTime
  /// All complete lives are equal, or nearly so: the likelihood grows without end.
  case equalLives(family: LifeFamily)
  /// The lives differ, so that no fixed length can have made them.
  case differentLives
  /// Moments of lives that still went on are unknown.
  case censoredLives(count: Int)
  /// No law of the family has the moments; the text says which.
  case impossibleMoments(family: LifeFamily, String)
  /// A confidence that doesn't lie between 0 and 1.
  case invalidConfidence(Double)
  /// Two quantiles that are no quantiles of one law; the text says why.
  case impossibleQuantiles(String)
  /// A family or method that has no such answer; the text says which, and what has.
  case unsupported(String)
  /// The search found no maximum.
  case noMaximum(family: LifeFamily)
  /// A function that the fit needs failed.
  case function(LifeDistributionError)

  /// One sentence for people, with what to do instead where there is something.
  public var description: String {
    switch self {
    case .noCompleteLife(nil): "no life was seen, complete or not; observe for longer"
    case .noCompleteLife(let bound?):
      "no life was seen to end, so no law can be fitted; the mean of an exponential law is at least "
        + "\(bound.seconds) s with 95 % confidence"
    case .tooFewLives(let family, let complete, let needed):
      "\(family.phrase) needs \(needed) complete lives or more, and there are \(complete); "
        + "fit exponential, which needs one"
    case .lifeOfZero(let family):
      "\(family.phrase) has no life of 0 s, but the sample does; leave those out, or fit exponential"
    case .noTime: "all lives are 0 s long, so no law can be fitted; check the unit of time"
    case .equalLives(let family):
      "the complete lives are as good as equal, which \(family.phrase) fits without limit; fit fixed"
    case .differentLives: "the lives differ, so they have no fixed length; fit another family"
    case .censoredLives(let count):
      "\(count) lives hadn't ended, so their moments are unknown; fit by maximum likelihood"
    case .impossibleMoments(let family, let reason):
      "\(family.phrase) can't have these moments: \(reason)"
    case .invalidConfidence(let value):
      "a confidence of \(value) is out of range; write one between 0 and 1, such as 0.95"
    case .impossibleQuantiles(let reason), .unsupported(let reason): reason
    case .noMaximum(let family):
      "no maximum of the likelihood was found for \(family.phrase); fit another family"
    case .function(let error): error.description
    }
  }

  /// The value of a function of laws, its error as one of fits.
  static func checked<Value>(
    _ body: () throws(LifeDistributionError) -> Value
  ) throws(LifeFitError) -> Value {
    do {
      return try body()
    } catch {
      throw .function(error)
    }
  }
}
