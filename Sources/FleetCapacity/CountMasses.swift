import Quantities

/// The chances that exactly 0, 1, … of so many independent members are up.
///
/// From the likeliest number outwards by ratios, divided by their sum, all terms positive: relative
/// error below members × 5e-16; chances below 1e-300 of the largest are 0.
enum CountMasses {
  static func binomial(members: Int, up: Probability) -> [Double] {
    var masses = [Double](repeating: 0, count: members + 1)
    guard up.complement > 0 else {
      masses[members] = 1
      return masses
    }
    let odds = up.value / up.complement
    let peak = min(members, Int(Double(members + 1) * up.value))
    masses[peak] = 1
    for count in stride(from: peak, to: 0, by: -1) {
      masses[count - 1] = masses[count] * Double(count) / (Double(members - count + 1) * odds)
    }
    for count in peak..<members {
      masses[count + 1] = masses[count] * (Double(members - count) * odds) / Double(count + 1)
    }
    let total = masses.reduce(0, +)
    return masses.map { $0 / total }
  }

  /// The instances of a zone that serve: none while the zone is down.
  static func effective(_ zone: FleetZone, replacedIn restoration: Double?) -> [Double] {
    let life = zone.instanceLife
    let up = life.map { life in
      restoration.map(life.availability(restoredIn:)) ?? life.availability
    }
    var masses = binomial(members: zone.instances, up: up ?? .certain)
    let zoneUp = zone.zoneLife?.availability ?? .certain
    for count in masses.indices { masses[count] *= zoneUp.value }
    masses[0] += zoneUp.complement
    return masses
  }

  /// The law of a sum of two independent counts. Cost: the product of their lengths.
  static func convolve(_ left: [Double], _ right: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: left.count + right.count - 1)
    for (count, mass) in left.enumerated() where mass > 0 {
      for (more, chance) in right.enumerated() { sums[count + more] += mass * chance }
    }
    return sums
  }
}
