/// The worst case of a headroom rule for given numbers of instances by zone.
struct WorstLoss {
  let fleet: Fleet
  /// Instances by zone.
  let counts: [Int]

  /// Instances lost in each zone in the worst case.
  func lost(_ rule: HeadroomRule) -> [Int] {
    switch rule {
    case .loss(let zones): lostZones(zones)
    case .staticStability: lostZones(1)
    case .spare(let instances): lostInstances(instances)
    case .rollingUpdate(let share):
      lostInstances(Int((Double(counts.reduce(0, +)) * share * (1 + 1e-12)).rounded(.down)))
    }
  }

  /// What is left when so many are lost.
  func left(_ lost: [Int]) -> Double {
    counts.indices.reduce(0) { $0 + fleet.zoneCapacity($1, instances: counts[$1] - lost[$1]) }
  }

  func isKept(_ rule: HeadroomRule) -> Bool { fleet.isEnough(left(lost(rule))) }

  /// The zones of the largest capacity go.
  private func lostZones(_ zones: Int) -> [Int] {
    let largest = counts.indices.sorted {
      let (first, second) = (
        fleet.zoneCapacity($0, instances: counts[$0]), fleet.zoneCapacity($1, instances: counts[$1])
      )
      return first == second ? $0 < $1 : first > second
    }
    var lost = [Int](repeating: 0, count: counts.count)
    for zone in largest.prefix(zones) { lost[zone] = counts[zone] }
    return lost
  }

  /// The instances of the largest capacity go.
  private func lostInstances(_ instances: Int) -> [Int] {
    let order = counts.indices.sorted {
      let (first, second) = (fleet.instanceCapacities[$0], fleet.instanceCapacities[$1])
      return first == second ? $0 < $1 : first > second
    }
    var lost = [Int](repeating: 0, count: counts.count)
    var rest = instances
    for zone in order {
      lost[zone] = min(rest, counts[zone])
      rest -= lost[zone]
    }
    return lost
  }

  /// What is left once the instances of the lost zones have been started in the rooms of the
  /// others, each where the most room is.
  func leftAfterReplacement(ofZones lost: [Int]) -> Double {
    var rooms = fleet.zones.map(\.room)
    for zone in lost { rooms[zone] = 0 }
    var homeless = lost.reduce(0) { $0 + counts[$1] }
    var capacity = counts.indices.reduce(0) {
      lost.contains($1) ? $0 : $0 + fleet.zoneCapacity($1, instances: counts[$1])
    }
    while homeless > 0, let host = Self.host(rooms) {
      rooms[host] -= 1
      homeless -= 1
      capacity += fleet.instanceCapacities[host]
    }
    return capacity
  }

  /// The zone with the most room, the first of equals; nil when there is none.
  static func host(_ rooms: [Int]) -> Int? {
    var best: Int?
    for (zone, room) in rooms.enumerated() where room > best.map({ rooms[$0] }) ?? 0 { best = zone }
    return best
  }
}
