import Quantities

/// Zones with instances, and the demand at peak that they serve together.
public struct Fleet: Sendable, Hashable {
  /// The zones, at least one.
  public let zones: [FleetZone]
  /// The demand at peak, above 0.
  public let demand: Rate
  /// What one instance of each zone serves, in the unit of the demand.
  let instanceCapacities: [Double]

  /// The most instances of a fleet.
  public static let mostInstances = 1_000_000

  /// A fleet. Throws ``FleetError`` for no zones, counts out of range, capacities or a demand of 0,
  /// units that don't mix, and laws that aren't any.
  public init(zones: [FleetZone], demand: Rate) throws(FleetError) {
    guard !zones.isEmpty else { throw .noZones }
    guard demand.amount > 0 else { throw .demand }
    var capacities: [Double] = []
    for zone in zones { capacities.append(try Self.capacity(of: zone, demand)) }
    let instances = zones.reduce(0) { $0 + min($1.instances, Self.mostInstances) }
    guard (1...Self.mostInstances).contains(instances) else { throw .instances(instances) }
    self.zones = zones
    self.demand = demand
    instanceCapacities = capacities
  }

  private static func capacity(of zone: FleetZone, _ demand: Rate) throws(FleetError) -> Double {
    guard zone.instances >= 0 else { throw .instances(zone.instances) }
    guard (0...mostInstances).contains(zone.room) else { throw .room(zone.name, zone.room) }
    guard let share = zone.capacity.ratio(to: demand) else {
      throw .units(zone.capacity.unit, demand.unit)
    }
    guard share > 0 else { throw .capacity(zone.name) }
    for life in [zone.instanceLife, zone.zoneLife] {
      if let flaw = life?.flaw { throw .law(zone.name, flaw) }
    }
    return zone.capacity.unit == demand.unit ? zone.capacity.amount : share * demand.amount
  }

  /// Instances in all zones.
  public var instances: Int { zones.reduce(0) { $0 + $1.instances } }

  /// What all instances serve together, in the unit of the demand; error one rounding a zone.
  public var installedCapacity: Double {
    zones.indices.reduce(0) { $0 + zoneCapacity($1, instances: zones[$1].instances) }
  }

  func zoneCapacity(_ zone: Int, instances: Int) -> Double {
    Double(instances) * instanceCapacities[zone]
  }

  /// True when the capacity is the demand or more; a difference below one in 10^12 is rounding.
  func isEnough(_ capacity: Double) -> Bool { capacity.covers(demand.amount) }
}

extension Double {
  /// True when this capacity is at least `need`, up to what products of decimals are rounded by.
  func covers(_ need: Double) -> Bool { self >= need * (1 - 1e-12) }
}
