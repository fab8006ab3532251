import StructureFunctions
import TestSupport

/// Compares the exact engine with the enumeration of all states, case by case.
struct EnumerationCheck: Sendable {
  /// The largest relative errors met so far, and what was covered.
  private(set) var cases = 0
  private(set) var thresholds = 0
  private(set) var largeCases = 0
  private(set) var zeros = 0
  private(set) var refusals = 0
  private(set) var smallest = 0
  private(set) var unavailability = 0.0
  private(set) var availability = 0.0
  private(set) var frequency = 0.0
  /// One text for each case that missed a tolerance.
  private(set) var failures: [String] = []

  /// Tails below this power of ten are beyond what a `Double` holds to full precision.
  private static let rarest = -290
  /// Sums of sums list hundreds of levels; of more than this a part is checked, evenly chosen.
  private static let thresholdLimit = 40

  mutating func compare(_ drawn: RandomTopology) {
    cases += 1
    if drawn.unfolding.components.count > 12 { largeCases += 1 }
    do {
      let engine = try StructureFunction(drawn.topology, of: drawn.subject)
      let exact = StateEnumeration(drawn.unfolding)
      check(listed: engine.positiveLevels, occurring: exact.positiveLevels, drawn)
      let levels = engine.positiveLevels
      let step = 1 + levels.count / Self.thresholdLimit
      for place in stride(from: levels.count - 1, through: 0, by: -step) {
        let level = levels[place]
        compare(
          try engine.figures(atLeast: level), exact.figures(atLeast: level), level, drawn)
      }
    } catch StructureFunctionError.tooManyLevels {
      refusals += 1
    } catch {
      fail("\(error)", drawn)
    }
  }

  /// The engine may list levels that never occur, but none may be missing.
  private mutating func check(listed: [Double], occurring: [Double], _ drawn: RandomTopology) {
    for level in occurring where !listed.contains(where: { abs($0 - level) < 1e-9 }) {
      fail("level \(level) is not listed", drawn)
    }
  }

  private mutating func compare(
    _ found: StructureFunction.Figures, _ exact: StateEnumeration.Figures, _ level: Double,
    _ drawn: RandomTopology
  ) {
    thresholds += 1
    if let power = exact.unavailability.decimalExponent { smallest = min(smallest, power) }
    let below = error(found.probability.complement, exact.unavailability)
    let above = error(found.probability.value, exact.availability)
    let rate = exact.frequency.map { error(found.frequency?.perSecond ?? .nan, $0) } ?? 0
    unavailability = max(unavailability, below)
    availability = max(availability, above)
    frequency = max(frequency, rate)
    if below > 1e-12 { fail("U at level \(level): error \(below), \(found.probability)", drawn) }
    if above > 1e-12 { fail("A at level \(level): error \(above), \(found.probability)", drawn) }
    if rate > 1e-11 {
      fail("frequency at level \(level): error \(rate), bound \(found.frequencyError)", drawn)
    }
  }

  private mutating func error(_ found: Double, _ exact: ExactFraction) -> Double {
    guard let power = exact.decimalExponent else {
      zeros += 1
      return found.relativeError(to: exact)
    }
    return power < Self.rarest ? 0 : found.relativeError(to: exact)
  }

  private mutating func fail(_ reason: String, _ drawn: RandomTopology) {
    let size = drawn.unfolding.components.count
    failures.append(
      "seed \(drawn.seed), \(drawn.subject), \(size) components: \(reason)\n\(drawn.topology.text)")
  }

  /// Adds what another check met.
  mutating func merge(_ other: EnumerationCheck) {
    cases += other.cases
    thresholds += other.thresholds
    largeCases += other.largeCases
    zeros += other.zeros
    refusals += other.refusals
    smallest = min(smallest, other.smallest)
    unavailability = max(unavailability, other.unavailability)
    availability = max(availability, other.availability)
    frequency = max(frequency, other.frequency)
    failures += other.failures
  }
}
