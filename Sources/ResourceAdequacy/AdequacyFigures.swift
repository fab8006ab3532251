import Quantities

/// What a capacity falls short of a demand in the long run, exactly.
///
/// A shortfall is a capacity strictly below the load. Figures are for the profile's length, and those
/// of a year are scaled to it: a profile of 364 to 366 days counts as a year. The capacity is
/// stationary and independent of the demand. Sums of positive terms: relative error below 2^-52 for
/// each load beyond that of the table (Billinton and Allan 1996, chapter 2; frequency: chapter
/// 3, with load steps at their exact times).
public struct AdequacyFigures: Sendable {
  /// What one load says.
  public struct LoadFigures: Sendable, Hashable {
    /// The load, in the profile's unit.
    public let load: Double
    /// P(the load is met), both tails; the complement is P(short).
    public let met: Probability
    /// The expected flow missing while the load lasts, E[(load - C)+], in the table's unit.
    public let unserved: Double
    /// How often a second the capacity falls below the load; 0 where the times are unknown.
    let fallsPerSecond: Double
    /// P(short of this load, but not of the one before).
    let newlyShort: Double
  }

  /// The demand.
  public let profile: DemandProfile
  /// The unit of all flows but the loads', the table's.
  public let unit: String
  /// The figures of each load, in the profile's order.
  public let loads: [LoadFigures]
  /// Parts whose failures can't be placed in time; with any there are no numbers of shortfalls.
  public let untimed: [String]
  /// P(the load is met) at a random instant, both tails.
  public let met: Probability
  /// The expected flow missing at a random instant, in ``unit``.
  public let meanUnserved: Double
  /// The expected flow that is delivered at a random instant, the load at most, in ``unit``.
  public let meanServed: Double
  /// The mean over time of the share of the load that is served, min(1, C / load), both tails; an hour
  /// without load counts as served. The expected level of the service.
  public let level: Probability

  /// The figures of a table against a profile. Cost: linear in the profile. Throws
  /// ``ResourceAdequacyError/mixedUnits(_:_:)`` and ``ResourceAdequacyError/tooFine(_:)``.
  public init(
    _ table: CapacityOutageTable, against profile: DemandProfile
  ) throws(ResourceAdequacyError) {
    self.profile = profile
    unit = table.unit
    untimed = table.untimed
    let places = try LoadPlaces(profile.loads, unit: profile.unit, in: table)
    var sums = TimeSums()
    var loads: [LoadFigures] = []
    loads.reserveCapacity(profile.count)
    var before = profile.placeBeforeFirst.map { places[$0] }
    for index in 0..<profile.count {
      let place = places[index]
      let figures = LoadFigures(
        load: profile.load(at: index), met: table.probability(ofLevel: place.level),
        unserved: table.unserved(at: place), fallsPerSecond: table.fallsPerSecond(place),
        newlyShort: profile.step == nil ? 0 : table.newlyShort(from: before, to: place))
      sums.add(figures, served: table.served(at: place), share: profile.share(at: index))
      loads.append(figures)
      before = place
    }
    self.loads = loads
    met = sums.met.probability
    level = sums.level.probability
    meanUnserved = sums.unserved
    meanServed = sums.served
  }

  /// The share of all that is asked for that is served, both tails: the complement is the expected
  /// unserved share. Certain for a demand of nothing.
  public var servedShare: Probability {
    let asked = meanServed + meanUnserved
    guard asked > 0 else { return .certain }
    return Probability(uncheckedValue: meanServed / asked, complement: meanUnserved / asked)
  }
}

/// Sums over the loads of a profile, each with its share of the time.
private struct TimeSums {
  var met = ProbabilityMixture()
  var level = ProbabilityMixture()
  var unserved = 0.0
  var served = 0.0

  mutating func add(_ figures: AdequacyFigures.LoadFigures, served: Double, share: Double) {
    met.add(figures.met, weight: share)
    let asked = served + figures.unserved
    let part =
      asked > 0
      ? Probability(uncheckedValue: served / asked, complement: figures.unserved / asked)
      : .certain
    level.add(part, weight: share)
    unserved += share * figures.unserved
    self.served += share * served
  }
}

extension DemandProfile {
  /// The load before the first one: the last, or none when the series doesn't repeat.
  fileprivate var placeBeforeFirst: Int? {
    guard case .series(_, repeats: true) = shape else { return nil }
    return count - 1
  }
}

extension CapacityOutageTable {
  fileprivate func fallsPerSecond(_ place: LoadPlace) -> Double {
    place.level < falling.count ? falling[place.level] : 0
  }

  /// P(short of a load and not of the one before it); before the first one nothing was short.
  fileprivate func newlyShort(from before: LoadPlace?, to place: LoadPlace) -> Double {
    let from = before?.level ?? 0
    guard place.level > from, from < masses.count else { return 0 }
    guard from > 0 else { return probability(ofLevel: place.level).complement }
    let end = min(place.level, masses.count)
    let (high, low) = (end < short.count ? short[end] : 1, short[from])
    let difference = high - low
    // Of a difference in which more than ten bits cancel the terms are added up.
    return difference >= high * 0x1p-10 ? difference : masses[from..<end].reduce(0, +)
  }
}
