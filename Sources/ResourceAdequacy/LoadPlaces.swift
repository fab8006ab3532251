import Quantities

/// Where a load lies among a table's levels.
struct LoadPlace: Sendable, Hashable {
  /// The smallest level that is at least the load.
  let level: Int
  /// The largest level that is at most the load.
  let whole: Int
  /// What the load is beyond that, as a part of a step, 0 to below 1; error one rounding.
  let rest: Double
}

/// Loads placed among the levels of a table, by whole numbers: a load equal to a capacity is met.
struct LoadPlaces {
  private let loads: WholeAmounts
  private let stepWhole: Int

  /// Throws ``ResourceAdequacyError/mixedUnits(_:_:)``, and ``ResourceAdequacyError/tooFine(_:)`` when
  /// loads and steps together have more digits than 2^53.
  init(
    _ loads: WholeAmounts, unit: String, in table: CapacityOutageTable
  ) throws(ResourceAdequacyError) {
    try self.init(loads, unit: unit, step: table.step, of: table.unit)
  }

  /// The same with the step of a table, in the table's unit.
  init(
    _ loads: WholeAmounts, unit: String, step: CapacityFleet.Step, of tableUnit: String
  ) throws(ResourceAdequacyError) {
    let step = WholeAmounts(values: [step.whole], exponent: step.exponent)
    let down = WholeAmounts.factor(from: unit, to: tableUnit)
    let up = WholeAmounts.factor(from: tableUnit, to: unit)
    guard down != nil || up != nil else { throw .mixedUnits("a load in \(unit)", tableUnit) }
    let exponent = min(loads.exponent, step.exponent)
    guard let fineLoads = loads.refined(to: exponent)?.multiplied(by: down ?? 1),
      let fineStep = step.refined(to: exponent)?.multiplied(by: down == nil ? up ?? 1 : 1)
    else { throw .tooFine(unit) }
    self.loads = fineLoads
    stepWhole = fineStep.values[0]
  }

  /// The place of the load with that index.
  subscript(index: Int) -> LoadPlace {
    let (whole, rest) = loads.values[index].quotientAndRemainder(dividingBy: stepWhole)
    return LoadPlace(
      level: rest > 0 ? whole + 1 : whole, whole: whole, rest: Double(rest) / Double(stepWhole))
  }
}
