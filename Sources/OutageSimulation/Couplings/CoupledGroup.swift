import StructureFunctions
import Topology

/// The members of one group while they are up: which of them work and which wait, and how they age.
///
/// Two clocks serve all members, one for those that work and one for those that wait, so that an
/// event costs O(log n) however many age at a speed that it changes.
struct CoupledGroup: Sendable {
  /// How many work at most.
  private let places: Int
  /// The speed of working members for each number of them; empty where it is always 1.
  private let speeds: [Double]
  private var working: AgeingMembers
  private var waiting: AgeingMembers
  /// Those that wait, in order of declaration.
  private var turns: DueHeap
  /// The next member to fail, and when; kept, because asking a group in an array would copy it.
  private(set) var next: (time: Int64, number: Int)?

  /// Faster than this, ages pass within an instant all the same.
  private static let highestSpeed = 1e9

  init(_ group: CoupledMembers.MemberGroup) {
    let count = group.components.count
    let speed = Self.waitingSpeed(group.spares)
    // Spares that age like the others might as well work.
    places = speed == 1 ? count : group.need
    speeds = group.sharing > 0 ? Self.speeds(count, exponent: group.sharing) : []
    working = AgeingMembers(count, speed: 1)
    waiting = AgeingMembers(count, speed: speed)
    turns = DueHeap(count)
  }

  private static func waitingSpeed(_ spares: GroupBehaviour.Spares?) -> Double {
    switch spares {
    case .cold: 0
    case .warm(let speed): speed.value
    case .hot, nil: 1
    }
  }

  /// (n / m) ^ f for m of n members.
  private static func speeds(_ count: Int, exponent: Double) -> [Double] {
    (0...count).map { up in
      up == 0
        ? 1 : min(SampledLaw.power(Double(count) / Double(up), exponent), highestSpeed)
    }
  }

  mutating func begin() {
    working.begin()
    waiting.begin()
    turns.removeAll()
    next = nil
  }

  /// A new member begins: it works where there is a place, else it waits.
  mutating func begin(_ member: Int, life: Int64, at now: Int64) {
    if working.count < places {
      working.add(member, rest: life, at: now)
      adjustSpeed(at: now)
    } else {
      waiting.add(member, rest: life, at: now)
      turns.set(member, due: 0)
    }
    foresee()
  }

  /// A member that is up fails; the first spare takes the place of one that worked.
  mutating func fail(_ member: Int, at now: Int64) {
    if working.contains(member) {
      working.remove(member, at: now)
      takeOver(at: now)
      adjustSpeed(at: now)
    } else {
      waiting.remove(member, at: now)
      turns.remove(member)
    }
    foresee()
  }

  private mutating func takeOver(at now: Int64) {
    guard let spare = turns.first?.number else { return }
    turns.remove(spare)
    working.add(spare, rest: waiting.remove(spare, at: now), at: now)
  }

  private mutating func adjustSpeed(at now: Int64) {
    if !speeds.isEmpty { working.run(at: speeds[working.count], from: now) }
  }

  private mutating func foresee() {
    guard let spare = waiting.next, let worker = working.next else {
      next = working.next ?? waiting.next
      return
    }
    next = spare < worker ? spare : worker
  }
}
