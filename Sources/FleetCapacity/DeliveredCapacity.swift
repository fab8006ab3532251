import Quantities

/// The exact law of what a fleet delivers at an instant of the long run against its demand at peak.
///
/// Sums of positive terms: relative error of each chance below (instances + 100) × 1e-15, measured
/// below 1e-13 for fleets of up to 3,000.
public struct DeliveredCapacity: Sendable, Hashable {
  /// The demand at peak, in its unit.
  public let demand: Double
  /// What may be delivered, 0 to the demand, smallest first.
  public var amounts: [Double] { law.points.map(\.amount) }
  /// The chance of each of the amounts.
  public var chances: [Double] { law.points.map(\.chance) }
  let law: AmountLaw

  init(_ law: AmountLaw, demand: Double) {
    self.demand = demand
    self.law = law.mapped { min($0, demand) }
  }

  /// The chance that at least `amount` is delivered, both tails.
  public func chance(ofAtLeast amount: Double) -> Probability {
    var enough = 0.0
    var short = 0.0
    for point in law.points {
      if point.amount.covers(amount) { enough += point.chance } else { short += point.chance }
    }
    return Probability(uncheckedValue: min(1, enough), complement: min(1, short))
  }

  /// The chance that the whole demand is served, both tails.
  public var fullService: Probability { chance(ofAtLeast: demand) }

  /// The chance that nothing is delivered, both tails.
  public var noService: Probability { chance(ofAtLeast: .leastNonzeroMagnitude).inverted }

  /// The mean of what is delivered, in the unit of the demand.
  public var meanDelivered: Double { law.points.reduce(0) { $0 + $1.amount * $1.chance } }

  /// The mean of what is not served, in the unit of the demand: summed over the shortfalls, never
  /// the demand less the mean.
  public var meanUnserved: Double {
    law.points.reduce(0) { $0 + ($1.amount.covers(demand) ? 0 : demand - $1.amount) * $1.chance }
  }
}

extension Fleet {
  private static let mostOperations = 2e9

  /// The exact law of what is delivered at peak, over independent states of zones and instances.
  /// With ``OverloadResponse/shed`` and ``OverloadResponse/cascade(threshold:)`` of one split side
  /// by side it shows what a cascade costs.
  ///
  /// Instances of a zone are counted, not enumerated, and so are zones that are alike. Cost: about
  /// the square of the number of instances where all serve alike, 30 ms for 3,000; more for kinds
  /// that differ. Throws ``FleetError/threshold(_:)`` and
  /// ``FleetError/tooLarge(operations:most:)``.
  public func deliveredCapacity(
    _ overload: Overload = Overload()
  ) throws(FleetError) -> DeliveredCapacity {
    try deliveredCapacity(overload, replacedIn: zones.map { _ in nil })
  }

  /// The same where instances are back in so many seconds in the mean, nil for their own time.
  func deliveredCapacity(
    _ overload: Overload, replacedIn restorations: [Double?]
  ) throws(FleetError) -> DeliveredCapacity {
    try overload.validate()
    let kinds = kinds(replacedIn: restorations)
    switch overload.split {
    case .byCapacity:
      let need = overload.needed(for: demand.amount)
      let law = try totalCapacity(kinds).mapped { $0.covers(need) ? $0 : 0 }
      return DeliveredCapacity(law, demand: demand.amount)
    case .equallyOverZones:
      let survivors = SurvivingZones(kinds: kinds, demand: demand.amount, overload: overload)
      return DeliveredCapacity(try survivors.delivered(), demand: demand.amount)
    }
  }

  /// Zones that are alike, with their number.
  private func kinds(replacedIn restorations: [Double?]) -> [ZoneKind] {
    var kinds: [ZoneKind] = []
    for (place, zone) in zones.enumerated() {
      let counts = CountMasses.effective(zone, replacedIn: restorations[place])
      let capacity = instanceCapacities[place]
      if let known = kinds.firstIndex(where: { $0.counts == counts && $0.capacity == capacity }) {
        kinds[known].zones += 1
      } else {
        kinds.append(ZoneKind(counts: counts, capacity: capacity, zones: 1))
      }
    }
    return kinds
  }

  /// The law of the capacity of all zones together: counts where instances serve alike, sums of
  /// amounts between those that don't.
  private func totalCapacity(_ kinds: [ZoneKind]) throws(FleetError) -> AmountLaw {
    var law = AmountLaw.nothing
    var rest = kinds
    while let capacity = rest.first?.capacity {
      var counts = [1.0]
      for kind in rest where kind.capacity == capacity {
        for _ in 0..<kind.zones {
          try Self.checkSize(Double(counts.count) * Double(kind.counts.count))
          counts = CountMasses.convolve(counts, kind.counts)
        }
      }
      rest.removeAll { $0.capacity == capacity }
      let own = AmountLaw(counts: counts, each: capacity)
      try Self.checkSize(100 * Double(law.points.count) * Double(own.points.count))
      law = law.plus(own)
    }
    return law
  }

  static func checkSize(_ operations: Double) throws(FleetError) {
    guard operations <= mostOperations else {
      throw .tooLarge(operations: operations, most: mostOperations)
    }
  }
}

/// Zones with the same law of instances that serve.
struct ZoneKind {
  /// The chance of each number of instances that serve.
  let counts: [Double]
  /// What one of them serves.
  let capacity: Double
  var zones: Int
}
