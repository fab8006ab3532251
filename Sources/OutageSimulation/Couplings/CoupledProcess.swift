import StructureFunctions
import Topology

/// The joint history of members that share crews, wait for each other or carry each other's load.
///
/// Semi-Markov in the members' ages: each fails at an age drawn when it is new, and ages at a speed
/// that depends on whether it works and on how many others are up (accelerated life, Cox and Oakes
/// 1984, section 5.2). At one instant failures come before restorations, each in order of declaration.
struct CoupledProcess: Sendable {
  private let members: [CoupledMember]
  private var groups: [CoupledGroup]
  /// For each group the number of its first member.
  private let firstMember: [Int]
  /// When each group's next member fails.
  private var failures: DueHeap
  /// When each member that a crew works on is up again.
  private var restorations: DueHeap
  private var crews: CrewQueue
  /// When each member that is down failed.
  private var failedAt: [Int64]

  /// For how long it remembers its start.
  let memory: CouplingMemory

  /// `component` gives each component of the network by its number; components without times count
  /// as ones that never fail.
  init(
    _ coupled: CoupledMembers, _ laws: inout LawCatalogue, component: (Int) -> Component
  ) {
    members = Self.members(coupled, &laws, component)
    firstMember = coupled.groups.indices.map { group in
      coupled.groups[..<group].reduce(0) { $0 + $1.components.count }
    }
    groups = coupled.groups.map { CoupledGroup($0) }
    failures = DueHeap(groups.count)
    restorations = DueHeap(members.count)
    crews = CrewQueue(members: members.count, crews: coupled.crews ?? members.count)
    failedAt = [Int64](repeating: 0, count: members.count)
    memory = CouplingMemory(coupled, component)
  }

  private static func members(
    _ coupled: CoupledMembers, _ laws: inout LawCatalogue, _ component: (Int) -> Component
  ) -> [CoupledMember] {
    var members: [CoupledMember] = []
    for (group, own) in coupled.groups.enumerated() {
      for (place, number) in own.components.enumerated() {
        members.append(
          CoupledMember(number, component(number), group: group, place: place, &laws))
      }
    }
    return members
  }

  /// Adds the down intervals of one replication, by their starts. At 0 all members are up and new and
  /// all crews idle. What begins before `end` may end behind it; what still waits for a crew at `end`
  /// is cut there. Cost: O(log n) a failure, and n up times at the start.
  mutating func draw(
    until end: Int64, _ pool: inout VariatePool, into intervals: inout [DownInterval]
  ) {
    begin(until: end, &pool, into: &intervals)
    while true {
      let failure = failures.first ?? (.max, 0)
      let restoration = restorations.first ?? (.max, 0)
      guard min(failure.time, restoration.time) < end else { break }
      if failure.time <= restoration.time {
        fail(group: failure.number, at: failure.time)
        assignCrew(at: failure.time, &pool, into: &intervals)
      } else {
        restore(restoration.number, at: restoration.time, &pool)
        assignCrew(at: restoration.time, &pool, into: &intervals)
      }
    }
    while let member = crews.leave() { add(member, until: end, to: &intervals) }
  }

  private mutating func begin(
    until end: Int64, _ pool: inout VariatePool, into intervals: inout [DownInterval]
  ) {
    restorations.removeAll()
    crews.begin()
    for group in groups.indices { groups[group].begin() }
    for number in members.indices {
      if members[number].isAlwaysDown {
        failedAt[number] = 0
        add(number, until: end, to: &intervals)
      } else {
        putIntoService(number, at: 0, &pool)
      }
    }
    for group in groups.indices { foresee(group) }
  }

  /// Notes when a group's next member fails.
  private mutating func foresee(_ group: Int) {
    if let next = groups[group].next {
      failures.set(group, due: next.time)
    } else if failures.contains(group) {
      failures.remove(group)
    }
  }

  private mutating func fail(group: Int, at now: Int64) {
    guard let place = groups[group].next?.number else { return }
    groups[group].fail(place, at: now)
    foresee(group)
    let member = firstMember[group] + place
    failedAt[member] = now
    crews.join(member)
  }

  private mutating func restore(_ member: Int, at now: Int64, _ pool: inout VariatePool) {
    restorations.remove(member)
    crews.release()
    putIntoService(member, at: now, &pool)
    foresee(members[member].group)
  }

  private mutating func putIntoService(
    _ member: Int, at now: Int64, _ pool: inout VariatePool
  ) {
    let life = members[member].life(&pool)
    groups[members[member].group].begin(members[member].place, life: life, at: now)
  }

  /// Lets an idle crew begin with the first member that waits. One event frees or asks for one.
  private mutating func assignCrew(
    at now: Int64, _ pool: inout VariatePool, into intervals: inout [DownInterval]
  ) {
    guard let member = crews.next() else { return }
    let restored = now + members[member].restoration(&pool)
    restorations.set(member, due: restored)
    add(member, until: restored, to: &intervals)
  }

  private func add(_ member: Int, until end: Int64, to intervals: inout [DownInterval]) {
    guard failedAt[member] < end else { return }
    intervals.append(
      DownInterval(start: failedAt[member], end: end, component: members[member].component))
  }
}
