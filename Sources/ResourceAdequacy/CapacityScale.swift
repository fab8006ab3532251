import Quantities

/// The coarsest step of which some capacities are whole multiples.
struct CapacityScale {
  /// `rpm` where requests a second and a minute mix, else the only unit.
  let unit: String
  let step: CapacityFleet.Step
  /// Each capacity in steps, above 0.
  let steps: [Int]

  init(_ capacities: [Rate]) throws(ResourceAdequacyError) {
    guard let first = capacities.first else { throw .noCapacity }
    unit = capacities.contains { $0.unit == "rpm" } ? "rpm" : first.unit
    for capacity in capacities {
      guard capacity.amount > 0 else { throw .capacityOfNothing(capacity.label) }
    }
    let amounts = try WholeAmounts(exactly: capacities, in: unit)
    let divisor = amounts.greatestCommonDivisor
    step = CapacityFleet.Step(whole: divisor, exponent: amounts.exponent)
    steps = amounts.values.map { $0 / divisor }
  }
}

extension WholeAmounts {
  /// Flows as the decimals that were written, exactly, in one unit. Throws
  /// ``ResourceAdequacyError/mixedUnits(_:_:)`` and ``ResourceAdequacyError/tooFine(_:)``.
  init(exactly rates: [Rate], in unit: String) throws(ResourceAdequacyError) {
    guard let own = WholeAmounts(rates.compactMap { try? DecimalNumber(shortest: $0.amount) })
    else { throw .tooFine(unit) }
    var values = own.values
    for (place, rate) in rates.enumerated() {
      guard let factor = Self.factor(from: rate.unit, to: unit) else {
        throw .mixedUnits(rate.label, unit)
      }
      guard values[place] <= Self.limit / factor else { throw .tooFine(unit) }
      values[place] *= factor
    }
    self.init(values: values, exponent: own.exponent)
  }

  /// How many of one unit make up another; nil for units that don't mix, or not in whole numbers.
  static func factor(from unit: String, to other: String) -> Int? {
    if unit == other { return 1 }
    return unit == "rps" && other == "rpm" ? 60 : nil
  }
}
