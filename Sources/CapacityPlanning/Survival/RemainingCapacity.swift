import Quantities
import Topology

/// What a topology carries while given domains and members are out and all else is up.
struct RemainingCapacity {
  let topology: Topology
  /// Domains that are down, by index.
  var domains: Set<Int> = []
  /// Members that are out, by the name of their group.
  var members: [String: Int] = [:]
  /// What each definition carries, once it is known, in the unit of ``unit``.
  private var known: [String: Double] = [:]
  /// The first capacity of the topology, whose unit all are counted in.
  let unit: Rate?

  init(_ topology: Topology) {
    self.topology = topology
    unit =
      topology.definitions.lazy.compactMap { definition in
        definition.capacities.first
      }.first
  }

  /// The flow through `name`: 0 where it is down, infinite where no capacity limits it.
  mutating func flow(through name: String) -> Double {
    guard let index = topology.index(ofDefinition: name) else {
      guard let domain = topology.index(ofDomain: name) else { return 0 }
      return areUp(topology.chain(ofDomain: domain)) ? .infinity : 0
    }
    if let flow = known[name] { return flow }
    let definition = topology.definitions[index]
    var flow = body(of: definition)
    for need in definition.needs { flow = min(flow, self.flow(through: need)) }
    for breaker in definition.breakers where breaker.fallback.fraction == 0 {
      flow = min(flow, self.flow(through: breaker.callee))
    }
    known[name] = flow
    return flow
  }

  private func areUp(_ chain: [Int]) -> Bool { !chain.contains(where: domains.contains) }

  private mutating func body(of definition: Definition) -> Double {
    switch definition.body {
    case .group(let group): members(of: group, definition.name)
    case .expression(let expression): flow(through: expression)
    case .changes, .maintenance: .infinity
    }
  }

  private func members(of group: Group, _ name: String) -> Double {
    let standing = topology.cells(of: group).reduce(0) { sum, cell in
      areUp(cell.domains) ? sum + cell.members : sum
    }
    let up = max(0, standing - members[name, default: 0])
    guard up >= group.need else { return 0 }
    return capacity(of: group.member).map { Double(up) * $0 } ?? .infinity
  }

  private func capacity(of component: Component) -> Double? {
    guard let unit, let ratio = component.capacity?.ratio(to: unit) else { return nil }
    return ratio * unit.amount
  }

  private mutating func flow(through expression: Expression) -> Double {
    switch expression {
    case .component(let component): return capacity(of: component) ?? .infinity
    case .level(let level): return level.fraction > 0 ? .infinity : 0
    case .name(let name): return flow(through: name)
    case .copies(_, _, let operand), .behaving(let operand, _): return flow(through: operand)
    case .fallback(let operand, let level):
      return level.fraction > 0 ? .infinity : flow(through: operand)
    case .atLeast(let need, let operands):
      return flows(through: operands).sorted(by: >)[need - 1]
    case .all(let operands): return flows(through: operands).min() ?? 0
    case .any(let operands): return flows(through: operands).max() ?? 0
    case .sum(let terms): return flows(through: terms).reduce(0, +)
    case .standby(let primary, let standby), .failover(let primary, let standby, _):
      return max(flow(through: primary), flow(through: standby))
    case .weighted(let terms):
      return flows(through: terms.map(\.expression)).min() ?? 0
    }
  }

  private mutating func flows(through expressions: [Expression]) -> [Double] {
    var result: [Double] = []
    for expression in expressions { result.append(flow(through: expression)) }
    return result
  }
}

extension Definition {
  /// The capacities of the components that it is made of.
  fileprivate var capacities: [Rate] {
    switch body {
    case .group(let group): [group.member.capacity].compactMap(\.self)
    case .expression(let expression): expression.capacities
    case .changes, .maintenance: []
    }
  }
}

extension Expression {
  fileprivate var capacities: [Rate] {
    if case .component(let component) = self { return [component.capacity].compactMap(\.self) }
    return operands.flatMap(\.capacities)
  }
}
