/// How the demand is split over the zones that have instances up.
public enum LoadSplit: Sendable, Hashable {
  /// In proportion to the capacity that is up: all instances are equally loaded.
  case byCapacity
  /// Equal shares for all zones with at least one instance up, as names or anycast deal them.
  case equallyOverZones
}

/// What happens when a zone gets more than it can serve.
public enum OverloadResponse: Sendable, Hashable {
  /// The excess is shed; what can be served is.
  case shed
  /// A zone whose load passes `threshold` times its capacity fails with all its instances, and its
  /// load moves on to the others, one zone after another, the most loaded first.
  case cascade(threshold: Double)
}

/// How a fleet meets more demand than capacity. At each instant what is delivered follows from the
/// instances that are up then: a zone that a cascade has taken down is back once the others can
/// bear it.
public struct Overload: Sendable, Hashable {
  /// How the demand is split.
  public let split: LoadSplit
  /// What happens to the excess.
  public let response: OverloadResponse

  /// The default sheds what exceeds the capacity of all zones together.
  public init(split: LoadSplit = .byCapacity, response: OverloadResponse = .shed) {
    self.split = split
    self.response = response
  }

  func validate() throws(FleetError) {
    guard case .cascade(let threshold) = response else { return }
    guard threshold > 0, threshold.isFinite else { throw .threshold(threshold) }
  }

  /// The capacity that keeps a zone, or all together, from failing under this load.
  func needed(for load: Double) -> Double {
    switch response {
    case .shed: 0
    case .cascade(let threshold): load / threshold
    }
  }
}

/// What became of a demand in one state of a fleet.
public struct OverloadOutcome: Sendable, Hashable {
  /// What is served, in the unit of the demand, 0 to the demand; error one rounding a zone.
  public let delivered: Double
  /// What each zone serves.
  public let deliveredByZone: [Double]
  /// The zones that failed, by their place, in the order in which they did.
  public let failures: [Int]
}

extension Overload {
  /// What becomes of `demand` with these capacities up in each zone, all in one unit and 0 or more.
  /// Cost: the square of the number of zones. Throws ``FleetError/threshold(_:)``.
  public func outcome(
    capacities: [Double], demand: Double
  ) throws(FleetError) -> OverloadOutcome {
    try validate()
    var alive = capacities.indices.filter { capacities[$0] > 0 }
    var failures: [Int] = []
    while let zone = firstToFail(alive, capacities, demand) {
      failures.append(zone)
      alive.removeAll { $0 == zone }
    }
    let loads = loads(alive, capacities, demand)
    var delivered = [Double](repeating: 0, count: capacities.count)
    for (zone, load) in zip(alive, loads) { delivered[zone] = min(load, capacities[zone]) }
    return OverloadOutcome(
      delivered: min(delivered.reduce(0, +), demand), deliveredByZone: delivered,
      failures: failures)
  }

  private func loads(_ alive: [Int], _ capacities: [Double], _ demand: Double) -> [Double] {
    switch split {
    case .byCapacity:
      let total = alive.reduce(0) { $0 + capacities[$1] }
      return alive.map { demand * (capacities[$0] / total) }
    case .equallyOverZones: return alive.map { _ in demand / Double(alive.count) }
    }
  }

  /// Of the zones that are loaded beyond what they bear the most loaded, the first of equals.
  private func firstToFail(
    _ alive: [Int], _ capacities: [Double], _ demand: Double
  ) -> Int? {
    let loads = loads(alive, capacities, demand)
    var worst: (zone: Int, ratio: Double)?
    for (zone, load) in zip(alive, loads) where !capacities[zone].covers(needed(for: load)) {
      let ratio = load / capacities[zone]
      if ratio > worst.map({ $0.ratio * (1 + 1e-12) }) ?? 0 { worst = (zone, ratio) }
    }
    return worst?.zone
  }

  /// What is delivered, without the order of failures and without memory of its own.
  ///
  /// Under equal shares the weakest zone fails first, so that the survivors are the most zones j of
  /// which each bears the j-th part of the demand.
  func delivered(_ capacities: UnsafeBufferPointer<Double>, demand: Double) -> Double {
    switch split {
    case .byCapacity:
      var total = 0.0
      for capacity in capacities { total += capacity }
      return total.covers(needed(for: demand)) ? min(total, demand) : 0
    case .equallyOverZones:
      var survivors = 0
      for capacity in capacities where capacity > 0 { survivors += 1 }
      while survivors > 0 {
        if let sum = sum(capacities, over: survivors, demand) { return min(sum, demand) }
        survivors -= 1
      }
      return 0
    }
  }

  /// What so many zones deliver; nil when fewer bear their share.
  private func sum(
    _ capacities: UnsafeBufferPointer<Double>, over survivors: Int, _ demand: Double
  ) -> Double? {
    let share = demand / Double(survivors)
    let need = needed(for: share)
    var count = 0
    var sum = 0.0
    for capacity in capacities where capacity > 0 && capacity.covers(need) {
      count += 1
      sum += min(capacity, share)
    }
    return count >= survivors ? sum : nil
  }
}
