import Quantities

/// What a supplier pays back, by the lowest availability that a window fell below.
public struct CreditLadder: Sendable, Hashable {
  /// A step: `credit` of the bill where the window's availability is below `below`.
  public struct Step: Sendable, Hashable {
    /// The share of the window's bill, above 0 and at most 1.
    public let credit: Probability
    /// The availability below which it is due.
    public let below: Probability

    /// `credit` below `below`.
    public init(credit: Probability, below: Probability) {
      self.credit = credit
      self.below = below
    }
  }

  /// The steps, from the mildest breach to the worst.
  public let steps: [Step]

  /// A ladder of steps, at least one: availabilities fall and credits rise from each to the next.
  /// Throws ``ServiceLevelError/ladder(_:)``.
  public init(_ steps: [Step]) throws(ServiceLevelError) {
    guard let first = steps.first else { throw .ladder("a ladder has at least one step") }
    guard first.credit.value > 0 else { throw .ladder("a credit is above 0%") }
    for (one, next) in zip(steps, steps.dropFirst()) {
      // Compared in the unavailability, which holds all digits of the nines.
      guard one.below.complement < next.below.complement else {
        throw .ladder("each step lies below a lower availability than the step before it")
      }
      guard one.credit.value < next.credit.value else {
        throw .ladder("each step pays more than the step before it")
      }
    }
    self.steps = steps
  }
}
