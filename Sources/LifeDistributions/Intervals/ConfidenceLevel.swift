import Quantities

extension Probability {
  /// The quantile levels of the two ends of an interval with this confidence, each missed with half
  /// of what is left.
  var ends: (low: Probability, high: Probability) {
    let half = complement / 2
    let low = Probability(uncheckedValue: half, complement: value + half)
    return (low, low.inverted)
  }

  /// Throws ``LifeDistributionError/outsideRange(_:)`` unless the confidence lies between 0 and 100 %.
  func requireConfidence() throws(LifeDistributionError) {
    guard value > 0, complement > 0, !value.isNaN, !complement.isNaN else {
      throw .outsideRange("a confidence of \(value * 100) % is out of range; write 95 %")
    }
  }
}
