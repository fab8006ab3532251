/// The random times of a fleet, a stream for each law of each zone.
struct FleetSamplers {
  private struct Pair {
    var up: LawSampler
    var restoration: LawSampler
  }

  private var zones: [Pair?] = []
  private var slots: [Pair?] = []
  private var lead: LawSampler?

  /// Throws ``FleetError/sampling(_:)`` and ``FleetError/law(_:_:)``.
  init(_ fleet: Fleet, _ replacement: Replacement?) throws(FleetError) {
    if let flaw = replacement?.leadTime.flaw { throw .law("the lead time", flaw) }
    for zone in fleet.zones {
      zones.append(try Self.pair(zone.zoneLife))
      slots.append(try Self.pair(zone.instanceLife))
    }
    if let replacement { lead = try LawSampler(replacement.leadTime) }
  }

  private static func pair(_ life: AlternatingLife?) throws(FleetError) -> Pair? {
    guard let life else { return nil }
    return Pair(up: try LawSampler(life.up), restoration: try LawSampler(life.restoration))
  }

  /// Each stream has a purpose of its own: 0 the lead times, then four a zone.
  mutating func restart(seed: UInt64, block: UInt64) {
    lead?.restart(seed: seed, block: block, purpose: 0)
    for place in zones.indices {
      let first = UInt64(4 * place + 1)
      zones[place]?.up.restart(seed: seed, block: block, purpose: first)
      zones[place]?.restoration.restart(seed: seed, block: block, purpose: first + 1)
      slots[place]?.up.restart(seed: seed, block: block, purpose: first + 2)
      slots[place]?.restoration.restart(seed: seed, block: block, purpose: first + 3)
    }
  }

  /// How long a zone stays up, or down; nil when it never fails.
  mutating func zoneTime(_ zone: Int, isUp: Bool) -> Double? {
    isUp ? zones[zone]?.up.next() : zones[zone]?.restoration.next()
  }

  /// How long a slot of a zone stays up, or down until it is restored or replaced; nil when it
  /// never fails.
  mutating func slotTime(_ zone: Int, isUp: Bool) -> Double? {
    if isUp { return slots[zone]?.up.next() }
    guard let own = slots[zone]?.restoration.next() else { return nil }
    guard let replaced = lead?.next() else { return own }
    return min(own, replaced)
  }

  /// The time to a substitute; without replacement it never comes.
  mutating func leadTime() -> Double { lead?.next() ?? .infinity }
}
