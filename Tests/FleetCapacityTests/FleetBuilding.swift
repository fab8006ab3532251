import FleetCapacity
import Quantities

/// Zones of instances that serve a whole number of requests each.
func zone(
  _ name: String, _ instances: Int, serving capacity: Double = 1, room: Int = 0,
  instance: AlternatingLife? = nil, zone: AlternatingLife? = nil
) throws -> FleetZone {
  FleetZone(
    name, instances: instances, capacity: try Rate(capacity, unit: "rps"), instanceLife: instance,
    zoneLife: zone, room: room)
}

func fleet(_ zones: [FleetZone], demand: Double) throws -> Fleet {
  try Fleet(zones: zones, demand: Rate(demand, unit: "rps"))
}

/// A life of exponential times in seconds.
func life(_ up: Double, _ down: Double) throws -> AlternatingLife {
  .exponential(mtbf: try Duration(seconds: up), mttr: try Duration(seconds: down))
}

/// SplitMix64 (Steele, Lea and Flood 2014), for random small cases.
struct SmallNumbers {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((word ^ (word >> 31)) % UInt64(bound))
  }
}
