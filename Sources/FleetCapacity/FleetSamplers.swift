import Quantities
import Topology

/// The random times of a fleet, a stream for each law of each zone.
struct FleetSamplers {
  private struct Pair {
    var up: LawSampler
    var restoration: LawSampler
    let hasMemory: Bool
  }

  /// Where a clock stands when a history begins.
  struct Start {
    let isUp: Bool
    /// Seconds until it changes.
    let rest: Double
  }

  private var zones: [Pair?] = []
  private var slots: [Pair?] = []
  private var lead: LawSampler?
  /// Uniform in 0 to 1.
  private var phase: LawSampler

  /// Throws ``FleetError/sampling(_:)`` and ``FleetError/law(_:_:)``.
  init(_ fleet: Fleet, _ replacement: Replacement?) throws(FleetError) {
    if let flaw = replacement?.leadTime.flaw { throw .law("the lead time", flaw) }
    phase = try LawSampler(.uniform(from: .zero, to: .seconds(1)))
    for zone in fleet.zones {
      zones.append(try Self.pair(zone.zoneLife))
      slots.append(try Self.pair(zone.instanceLife))
    }
    if let replacement { lead = try LawSampler(replacement.leadTime) }
  }

  private static func pair(_ life: AlternatingLife?) throws(FleetError) -> Pair? {
    guard let life else { return nil }
    var hasMemory = true
    if case .exponential = life.up { hasMemory = false }
    return Pair(
      up: try LawSampler(life.up), restoration: try LawSampler(life.restoration),
      hasMemory: hasMemory)
  }

  /// Each stream has a purpose of its own: 0 the lead times, then four a zone, and the phases.
  mutating func restart(seed: UInt64, block: UInt64) {
    lead?.restart(seed: seed, block: block, purpose: 0)
    phase.restart(seed: seed, block: block, purpose: UInt64(4 * zones.count + 1))
    for place in zones.indices {
      let first = UInt64(4 * place + 1)
      zones[place]?.up.restart(seed: seed, block: block, purpose: first)
      zones[place]?.restoration.restart(seed: seed, block: block, purpose: first + 1)
      slots[place]?.up.restart(seed: seed, block: block, purpose: first + 2)
      slots[place]?.restoration.restart(seed: seed, block: block, purpose: first + 3)
    }
  }

  /// Where a zone's clock stands at the beginning; nil when it never fails.
  mutating func zoneStart(_ zone: Int) -> Start? {
    start(hasMemory: zones[zone]?.hasMemory) { $0.zoneTime(zone, isUp: $1) }
  }

  /// Where a slot's clock stands at the beginning; nil when it never fails.
  mutating func slotStart(_ zone: Int) -> Start? {
    start(hasMemory: slots[zone]?.hasMemory) { $0.slotTime(zone, isUp: $1) }
  }

  /// Up times without memory begin anew. Others begin at a uniform place of a cycle of up and down
  /// time, since clocks of fixed lengths that begin together would stay together.
  private mutating func start(
    hasMemory: Bool?, _ time: (inout FleetSamplers, Bool) -> Double?
  ) -> Start? {
    guard let hasMemory, let up = time(&self, true) else { return nil }
    guard hasMemory, let down = time(&self, false) else {
      return Start(isUp: true, rest: up)
    }
    let place = phase.next() * (up + down)
    return place < up
      ? Start(isUp: true, rest: up - place)
      : Start(isUp: false, rest: up + down - place)
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
