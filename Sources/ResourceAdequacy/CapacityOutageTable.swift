import Quantities
import Topology

/// The capacity outage probability table of a fleet (Billinton and Allan 1996, chapter 2): the exact
/// distribution of the capacity that is delivered at an instant, with how often it falls.
///
/// Capacities are whole multiples of one step, so that none is rounded. Both tails are sums of
/// positive terms: the relative error is below 2^-52 for each level and member, 1e-12 for some
/// thousands. Chances below 1e-308 are 0.
public struct CapacityOutageTable: Sendable {
  /// The unit of all capacities.
  public let unit: String
  /// Parts whose failures can't be placed in time, each once; with any there are no frequencies.
  public let untimed: [String]
  let step: CapacityFleet.Step
  let masses: [Double]
  /// P(at least x steps).
  let reached: [Double]
  /// P(fewer than x steps).
  let short: [Double]
  /// How often a second the capacity falls below x steps, and a bound on the error; empty for none.
  let falling: [Double]
  let fallingErrors: [Double]
  /// Sums of `short`: the expected capacity missing from x steps, in steps.
  let missing: [Double]
  /// Sums of `reached`: the expected capacity within x steps, in steps.
  let delivered: [Double]

  /// The table of units side by side that share nothing. Cost: the number of steps times the number
  /// of units, less when many are alike. Throws ``ResourceAdequacyError``.
  public init(_ units: [CapacityUnit]) throws(ResourceAdequacyError) {
    try self.init(CapacityFleet(units))
  }

  /// The table of a fleet. Cost: as that of independent units, times the states of what pools share
  /// in ways that don't nest. Throws ``ResourceAdequacyError``.
  public init(_ fleet: CapacityFleet) throws(ResourceAdequacyError) {
    var evaluator = try FleetEvaluator(fleet)
    let law = try evaluator.law()
    self.init(law, unit: fleet.unit, step: fleet.step, untimed: fleet.untimed)
  }

  init(_ law: CapacityLaw, unit: String, step: CapacityFleet.Step, untimed: [String]) {
    self.unit = unit
    self.step = step
    self.untimed = untimed
    masses = law.masses
    reached = law.reached
    short = law.short
    falling = law.falling
    fallingErrors = law.fallingErrors
    missing = Self.sums(law.short)
    delivered = Self.sums(law.reached)
  }

  private static func sums(_ tails: [Double]) -> [Double] {
    var sums = tails
    sums[0] = 0
    for place in sums.indices.dropFirst() { sums[place] += sums[place - 1] }
    return sums
  }

  // MARK: Capacities

  /// All capacity together, in ``unit``; error one rounding.
  public var totalCapacity: Double { capacity(at: masses.count - 1) }

  /// The mean of the delivered capacity, in ``unit``. Relative error that of the tails.
  public var expectedCapacity: Double { (delivered.last ?? 0) * step.double }

  /// A level's capacity, error one rounding.
  func capacity(at level: Int) -> Double { Double(level) * step.double }

  /// A capacity that is delivered with some chance.
  public struct State: Sendable, Hashable {
    /// What is delivered, in the table's unit.
    public let capacity: Double
    /// P(exactly that), above 0.
    public let probability: Double
    /// P(at least that), both tails.
    public let reached: Probability
  }

  /// All capacities that occur, ascending.
  public var states: [State] {
    masses.indices.filter { masses[$0] > 0 }.map { level in
      State(
        capacity: capacity(at: level), probability: masses[level],
        reached: probability(ofLevel: level))
    }
  }

  // MARK: Tails

  /// P(at least `load` is delivered), both tails. Throws ``ResourceAdequacyError/mixedUnits(_:_:)`` and
  /// ``ResourceAdequacyError/tooFine(_:)``.
  public func probability(atLeast load: Rate) throws(ResourceAdequacyError) -> Probability {
    probability(ofLevel: try place(of: load).level)
  }

  /// P(at least `outage` of all capacity is missing), both tails: the usual column of the table.
  /// Throws ``ResourceAdequacyError``.
  public func probability(outageAtLeast outage: Rate) throws(ResourceAdequacyError) -> Probability {
    let place = try place(of: outage)
    // Missing x steps or more is delivering total - x or fewer.
    guard place.level < masses.count else { return .impossible }
    return probability(ofLevel: masses.count - place.level).inverted
  }

  /// How often the capacity falls from `load` or more to less (Billinton and Allan 1996, chapter 3, as
  /// sums of positive terms); nil when ``untimed`` names parts. Its
  /// relative error is that of the tails and that of ``frequencyError(below:)``. Throws
  /// ``ResourceAdequacyError``.
  public func frequency(below load: Rate) throws(ResourceAdequacyError) -> Frequency? {
    guard untimed.isEmpty else { return nil }
    let level = try place(of: load).level
    return try? Frequency(perSecond: level < falling.count ? falling[level] : 0)
  }

  /// A bound on the relative error of ``frequency(below:)`` from differences of tails, which arise
  /// where pools share gates in ways that don't nest; 0 elsewhere. Throws ``ResourceAdequacyError``.
  public func frequencyError(below load: Rate) throws(ResourceAdequacyError) -> Double {
    let level = try place(of: load).level
    guard level < fallingErrors.count, falling[level] > 0 else { return 0 }
    return fallingErrors[level] / falling[level]
  }

  /// The expected flow that is missing from `load`, in ``unit``: E[(load - C)+], the sum of P(C < x)
  /// over all x up to the load. Throws ``ResourceAdequacyError``.
  public func expectedUnserved(of load: Rate) throws(ResourceAdequacyError) -> Double {
    unserved(at: try place(of: load))
  }

  private func place(of load: Rate) throws(ResourceAdequacyError) -> LoadPlace {
    let amounts = try WholeAmounts(exactly: [load], in: load.unit)
    return try LoadPlaces(amounts, unit: load.unit, in: self)[0]
  }

  // MARK: Levels

  /// P(at least x steps), both tails.
  func probability(ofLevel level: Int) -> Probability {
    guard level > 0 else { return .certain }
    guard level < masses.count else { return .impossible }
    return Probability(
      uncheckedValue: min(1, reached[level]), complement: min(1, short[level]))
  }

  /// The expected flow missing from a load.
  func unserved(at place: LoadPlace) -> Double {
    let top = masses.count - 1
    guard place.level <= top else {
      // Beyond all capacity every further bit of load is missing.
      return (missing[top] + Double(place.whole - top) + place.rest) * step.double
    }
    let rest = place.rest > 0 ? place.rest * short[place.level] : 0
    return (missing[place.whole] + rest) * step.double
  }

  /// The expected flow that a load gets.
  func served(at place: LoadPlace) -> Double {
    let top = masses.count - 1
    guard place.level <= top else { return delivered[top] * step.double }
    let rest = place.rest > 0 ? place.rest * reached[place.level] : 0
    return (delivered[place.whole] + rest) * step.double
  }
}
