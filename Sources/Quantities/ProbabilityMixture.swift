/// The mean of probabilities by weights, both tails of it: the chance of an event whose probability
/// depends on which of some cases applies.
///
/// Sums of positive terms: of n cases each tail has a relative error below n × 2e-16, that of weights
/// and probabilities apart.
package struct ProbabilityMixture: Sendable {
  private var value = 0.0
  private var complement = 0.0

  /// Of no case yet.
  package init() {}

  /// A case that applies with the chance `weight`; those of all cases sum to 1.
  package mutating func add(_ probability: Probability, weight: Double) {
    value += weight * probability.value
    complement += weight * probability.complement
  }

  /// The mean over the cases so far.
  package var probability: Probability {
    Probability(uncheckedValue: min(1, value), complement: min(1, complement))
  }
}
