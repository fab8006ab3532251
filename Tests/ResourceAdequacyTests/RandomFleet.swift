import Quantities
import Topology

/// A small random system of pools over zones and versions, written down twice: as a topology, and as
/// single components with a rule that is worked out state by state.
struct RandomFleet {
  struct Pool {
    let count: Int
    let capacity: Double
    let need: Int
    let across: [String]
    let hasCommonCause: Bool
    let needsBalancer: Bool
    let life: Component
  }

  let topology: Topology
  let pools: [Pool]
  private(set) var states: StateSum

  /// Nil when the draw has too many components.
  init?(seed: UInt64, limit: Int = 14) throws {
    var random = TestGenerator(seed: seed)
    let zones = random.number(1...3)
    // Zones in two regions, or in none.
    let isNested = zones < 3 && random.happens(40)
    let versions = random.number(1...2)
    let balancers = random.number(1...2)
    pools = try (0..<random.number(1...3)).map { _ in try Self.pool(&random) }
    let lives = try (0..<4).map { _ in try random.life() }
    let balancer = Group(
      .members(balancers), need: 1, of: lives[2], across: random.happens(50) ? ["az"] : [])
    var definitions = [Definition("lb", .group(balancer))]
    for (place, pool) in pools.enumerated() {
      let group = Group(
        .members(pool.count), need: pool.need,
        of: pool.life.carrying(try Rate(pool.capacity, unit: "MW")),
        commonCause: pool.hasCommonCause ? try .percent(20) : nil, across: pool.across)
      definitions.append(
        Definition("p\(place)", .group(group), needs: pool.needsBalancer ? ["lb"] : []))
    }
    let sum = Expression.sum(pools.indices.map { .name("p\($0)") })
    let hasRoot = random.happens(50)
    definitions.append(
      Definition("all", .expression(hasRoot ? .all([.name("lb"), sum]) : sum)))
    topology = try Topology(
      definitions: definitions,
      families: [
        DomainFamily("region", count: isNested ? 2 : 1, lives[3]),
        DomainFamily("az", count: zones, per: isNested ? "region" : nil, lives[0]),
        DomainFamily("v", count: versions, lives[1]),
      ])
    states = try StateSum(topology)
    guard states.components.count <= limit else { return nil }
  }

  private static func pool(_ random: inout TestGenerator) throws -> Pool {
    let count = random.number(1...4)
    return Pool(
      count: count, capacity: random.pick([5, 7.5, 10, 12]), need: random.number(1...count),
      across: random.pick([[], ["az"], ["az"], ["v"], ["az", "v"]]),
      hasCommonCause: count > 1 && random.happens(30), needsBalancer: random.happens(40),
      life: try random.life())
  }
}

/// All states of the components of such a system.
struct StateSum {
  struct Part {
    let component: Component
    /// What takes the part down with it.
    var behind: [Int] = []
  }
  struct Members {
    let need: Int
    let capacity: Double
    var parts: [Int] = []
  }

  private(set) var components: [Part] = []
  private var balancer = Members(need: 1, capacity: 0)
  private var pools: [(members: Members, needsBalancer: Bool)] = []
  private let isBehindBalancer: Bool

  init(_ topology: Topology) throws {
    for domain in topology.domains {
      components.append(Part(component: topology.families[domain.family].component))
    }
    if case .expression(.all) = topology.definitions.last?.body {
      isBehindBalancer = true
    } else {
      isBehindBalancer = false
    }
    for definition in topology.definitions {
      guard case .group(let group) = definition.body else { continue }
      let members = add(group, topology)
      if definition.name == "lb" {
        balancer = members
      } else {
        pools.append((members, definition.needs == ["lb"]))
      }
    }
  }

  private mutating func add(_ group: Group, _ topology: Topology) -> Members {
    var behind: [Int] = []
    var member = group.member
    if let beta = group.commonCause {
      let split = group.member.split(commonCause: beta)
      components.append(Part(component: split.common))
      behind = [components.count - 1]
      member = split.own
    }
    var members = Members(need: group.need, capacity: group.member.capacity?.amount ?? 0)
    for cell in topology.cells(of: group) {
      for _ in 0..<cell.members {
        components.append(Part(component: member, behind: behind + cell.domains))
        members.parts.append(components.count - 1)
      }
    }
    return members
  }

  private func effective(_ members: Members, _ state: Int) -> Int {
    members.parts.count { part in
      state >> part & 1 == 1 && components[part].behind.allSatisfy { state >> $0 & 1 == 1 }
    }
  }

  private func capacity(_ state: Int) -> Double {
    let balanced = effective(balancer, state) >= 1
    guard balanced || !isBehindBalancer else { return 0 }
    var sum = 0.0
    for (members, needsBalancer) in pools where balanced || !needsBalancer {
      let up = effective(members, state)
      if up >= members.need { sum += Double(up) * members.capacity }
    }
    return sum
  }

  /// For each threshold P(capacity below it), P(at least it), and falls below it a second.
  func figures(below thresholds: [Double]) -> [StateFigures] {
    var result = thresholds.map { _ in StateFigures() }
    let capacities = (0..<1 << components.count).map(capacity)
    for state in capacities.indices {
      let probability = probability(of: state)
      for (place, threshold) in thresholds.enumerated() {
        guard capacities[state] >= threshold else {
          result[place].short += probability
          result[place].unserved += probability * (threshold - capacities[state])
          continue
        }
        result[place].reached += probability
        for (part, entry) in components.enumerated()
        where state >> part & 1 == 1 && capacities[state & ~(1 << part)] < threshold {
          let rate = (entry.component.failureFrequency?.perSecond ?? 0)
          result[place].falls += probability * rate / entry.component.availability.value
        }
      }
    }
    return result
  }

  private func probability(of state: Int) -> Double {
    components.enumerated().reduce(1) { product, entry in
      let availability = entry.element.component.availability
      return product
        * (state >> entry.offset & 1 == 1 ? availability.value : availability.complement)
    }
  }
}

/// What all states together say about a threshold; frequencies are a second's.
struct StateFigures {
  var short = 0.0
  var reached = 0.0
  var falls = 0.0
  var unserved = 0.0
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct TestGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func happens(_ percent: Int) -> Bool { number(0...99) < percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }
  mutating func life() throws -> Component {
    try Component(
      mtbf: .exponential(mean: .hours(UInt32(number(50...2000)))),
      mttr: .exponential(mean: .hours(UInt32(number(1...40)))))
  }
}
