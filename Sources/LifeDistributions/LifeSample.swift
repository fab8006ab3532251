import Quantities

/// Observed lives: complete ones, and others of which only a lower bound is known because they still
/// went on when the observation ended (right-censored).
public struct LifeSample: Sendable, Hashable {
  /// Lives that were seen to end, in any order.
  public let complete: [Duration]
  /// How long the others had lasted when they were last seen.
  public let censored: [Duration]

  /// A sample.
  public init(complete: [Duration], censored: [Duration] = []) {
    self.complete = complete
    self.censored = censored
  }

  /// The number of lives, complete or not.
  public var count: Int { complete.count + censored.count }
}
