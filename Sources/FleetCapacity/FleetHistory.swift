import Topology

/// One history of a fleet, event by event.
///
/// A slot serves while its own clock is up and it is placed in a zone that is up: at home, or as a
/// substitute. Times in seconds; the window begins at 0.
struct FleetHistory {
  private let fleet: Fleet
  private let overload: Overload
  private let replaces: Bool
  private var samplers: FleetSamplers
  private var queue = EventQueue()
  private var slots: [Slot] = []
  private var isZoneUp: [Bool]
  private var rooms: [Int]
  private var serving: [Int]
  private var capacities: [Double]
  /// Slots whose lead time is over and which found no room, first come first.
  private var waiting: [Int] = []
  private var firstSlot: [Int] = []

  private struct Slot {
    let home: Int
    var isUp = true
    /// Where it runs; nil while it runs nowhere.
    var zone: Int?
    /// Counts its orders, so that events of earlier ones are void.
    var order = 0
  }

  /// What one history shows.
  struct Figures {
    /// Seconds in which the demand was not served.
    var shortTime = 0.0
    /// What was not served, in the unit of the demand times seconds.
    var unserved = 0.0
    /// Shortfalls that began in the window.
    var shortfalls = 0.0
    /// Substitutes that started in other zones.
    var substitutes = 0.0
  }

  init(
    _ fleet: Fleet, _ replacement: Replacement?, _ overload: Overload
  ) throws(FleetError) {
    self.fleet = fleet
    self.overload = overload
    replaces = replacement != nil
    samplers = try FleetSamplers(fleet, replacement)
    isZoneUp = fleet.zones.map { _ in true }
    rooms = fleet.zones.map(\.room)
    serving = fleet.zones.map(\.instances)
    capacities = fleet.zones.map { _ in 0 }
    for zone in fleet.zones.indices {
      firstSlot.append(slots.count)
      for _ in 0..<fleet.zones[zone].instances { slots.append(Slot(home: zone, zone: zone)) }
    }
    firstSlot.append(slots.count)
  }

  /// Becomes the streams of another block.
  mutating func restart(seed: UInt64, block: UInt64) {
    samplers.restart(seed: seed, block: block)
  }

  /// Draws one history: it begins at -`warmUp`, watched from 0 to `horizon`; nil when the
  /// surrounding task is cancelled.
  mutating func draw(warmUp: Double, horizon: Double) -> Figures? {
    begin(at: -warmUp)
    var figures = Figures()
    var now = -warmUp
    var missing = fleet.demand.amount - delivered()
    var isShort = !fleet.isEnough(fleet.demand.amount - missing)
    var events = 0
    while let event = queue.next(), event.time < horizon {
      events += 1
      if events.isMultiple(of: 4096), Task.isCancelled { return nil }
      add(&figures, from: max(now, 0), to: event.time, missing: isShort ? missing : 0)
      now = event.time
      let substitutes = apply(event)
      missing = fleet.demand.amount - delivered()
      let wasShort = isShort
      isShort = !fleet.isEnough(fleet.demand.amount - missing)
      guard now >= 0 else { continue }
      figures.substitutes += Double(substitutes)
      if isShort && !wasShort { figures.shortfalls += 1 }
    }
    add(&figures, from: max(now, 0), to: horizon, missing: isShort ? missing : 0)
    return figures
  }

  private func add(_ figures: inout Figures, from: Double, to: Double, missing: Double) {
    guard to > from, missing > 0 else { return }
    figures.shortTime += to - from
    figures.unserved += (to - from) * missing
  }

  private mutating func delivered() -> Double {
    for zone in capacities.indices {
      capacities[zone] = fleet.zoneCapacity(zone, instances: serving[zone])
    }
    return capacities.withUnsafeBufferPointer {
      overload.delivered($0, demand: fleet.demand.amount)
    }
  }

  private mutating func begin(at start: Double) {
    queue.removeAll()
    waiting.removeAll(keepingCapacity: true)
    for zone in fleet.zones.indices {
      isZoneUp[zone] = true
      rooms[zone] = fleet.zones[zone].room
      serving[zone] = fleet.zones[zone].instances
    }
    for slot in slots.indices { begin(slot: slot, at: start) }
    for zone in fleet.zones.indices {
      guard let clock = samplers.zoneStart(zone) else { continue }
      if !clock.isUp { loseZone(zone, at: start) }
      queue.add(.init(time: start + clock.rest, kind: .zone, place: zone, order: 0))
    }
  }

  private mutating func begin(slot: Int, at start: Double) {
    let home = slots[slot].home
    slots[slot] = Slot(home: home, zone: home)
    guard let clock = samplers.slotStart(home) else { return }
    queue.add(.init(time: start + clock.rest, kind: .slot, place: slot, order: 0))
    guard !clock.isUp else { return }
    slots[slot].isUp = false
    serving[home] -= 1
  }

  /// Returns the number of substitutes that started.
  private mutating func apply(_ event: EventQueue.Event) -> Int {
    switch event.kind {
    case .slot:
      changeSlot(event.place, at: event.time)
      return 0
    case .zone:
      if isZoneUp[event.place] {
        loseZone(event.place, at: event.time)
      } else {
        returnZone(event.place)
      }
      if let time = samplers.zoneTime(event.place, isUp: isZoneUp[event.place]) {
        queue.add(.init(time: event.time + time, kind: .zone, place: event.place, order: 0))
      }
      return startWaiting()
    case .start:
      guard slots[event.place].order == event.order else { return 0 }
      waiting.append(event.place)
      return startWaiting()
    }
  }

  private mutating func changeSlot(_ slot: Int, at time: Double) {
    let isUp = !slots[slot].isUp
    slots[slot].isUp = isUp
    if let zone = slots[slot].zone { serving[zone] += isUp ? 1 : -1 }
    if let next = samplers.slotTime(slots[slot].home, isUp: isUp) {
      queue.add(.init(time: time + next, kind: .slot, place: slot, order: 0))
    }
  }

  /// All that runs in the zone is lost, and ordered elsewhere.
  private mutating func loseZone(_ zone: Int, at time: Double) {
    isZoneUp[zone] = false
    serving[zone] = 0
    rooms[zone] = fleet.zones[zone].room
    if fleet.zones[zone].room == 0 {
      for slot in firstSlot[zone]..<firstSlot[zone + 1] { displace(slot, at: time) }
    } else {
      for slot in slots.indices where slots[slot].zone == zone { displace(slot, at: time) }
    }
  }

  private mutating func displace(_ slot: Int, at time: Double) {
    slots[slot].zone = nil
    guard replaces else { return }
    slots[slot].order += 1
    queue.add(
      .init(
        time: time + samplers.leadTime(), kind: .start, place: slot, order: slots[slot].order))
  }

  /// The zone's own slots come home; their substitutes end and leave room.
  private mutating func returnZone(_ zone: Int) {
    isZoneUp[zone] = true
    var isAnyWaiting = false
    for slot in firstSlot[zone]..<firstSlot[zone + 1] {
      if let host = slots[slot].zone {
        rooms[host] += 1
        if slots[slot].isUp { serving[host] -= 1 }
      } else {
        isAnyWaiting = true
      }
      slots[slot].order += 1
      slots[slot].zone = zone
      if slots[slot].isUp { serving[zone] += 1 }
    }
    if isAnyWaiting { waiting.removeAll { slots[$0].home == zone } }
  }

  /// Starts what waits for room, while there is some.
  private mutating func startWaiting() -> Int {
    var started = 0
    while started < waiting.count, let host = host() {
      let slot = waiting[started]
      rooms[host] -= 1
      slots[slot].zone = host
      if slots[slot].isUp { serving[host] += 1 }
      started += 1
    }
    waiting.removeFirst(started)
    return started
  }

  /// The zone that is up and has the most room, the first of equals.
  private func host() -> Int? {
    var best: Int?
    var most = 0
    for zone in rooms.indices where isZoneUp[zone] && rooms[zone] > most {
      best = zone
      most = rooms[zone]
    }
    return best
  }
}
