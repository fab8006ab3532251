import Quantities
import Topology

/// What a topology serves while given domains and members are out for long and all else is up.
struct RemainingService {
  /// What flows through something: at most so much, at a level.
  struct Flow: Sendable, Hashable {
    /// In the unit of ``RemainingService/unit``; infinite where no capacity limits it.
    var amount: Double
    /// The level at which it serves, 0 to 1, its own capacity left out.
    var level: Double

    static let nothing = Flow(amount: 0, level: 0)
    static let all = Flow(amount: .infinity, level: 1)

    /// True where nothing is served.
    var isDown: Bool { amount == 0 || level == 0 }

    /// What is carried of a demand; without one all that can be.
    func carried(of demand: Double?) -> Double {
      isDown ? 0 : min(amount, demand.map { level * $0 } ?? amount)
    }

    /// The smaller in both.
    func limited(by other: Flow) -> Flow {
      Flow(amount: min(amount, other.amount), level: min(level, other.level))
    }
  }

  private struct Visit: Hashable {
    let name: String
    let demand: Double?
  }

  let topology: Topology
  /// Domains that are down, by index.
  var domains: Set<Int> = []
  /// Members that are out, by the name of their group.
  var members: [String: Int] = [:]
  /// Groups that lose nothing, whatever else is lost.
  var spared: Set<String> = []
  private var known: [Visit: Flow] = [:]
  /// The first capacity or demand of the topology, whose unit all are counted in.
  let unit: Rate?

  /// All that `topology` has. Cost: the definitions up to the first with a capacity or a demand,
  /// and their expressions.
  init(_ topology: Topology) {
    self.topology = topology
    unit = topology.definitions.lazy.compactMap { $0.capacities.first ?? $0.demand }.first
  }

  /// An amount in the common unit as a rate; nil where no capacity limits it.
  func rate(_ amount: Double) -> Rate? {
    amount.isFinite ? unit.flatMap { try? Rate(amount, unit: $0.unit) } : nil
  }

  /// What `name` serves; of a demand of its own the share that it carries is its level.
  mutating func flow(through name: String) -> Flow { flow(through: name, under: nil) }

  /// The amount of a rate in the common unit.
  func amount(_ rate: Rate) -> Double? {
    guard let unit, let ratio = rate.ratio(to: unit) else { return nil }
    return ratio * unit.amount
  }

  private mutating func flow(through name: String, under demand: Double?) -> Flow {
    guard let index = topology.index(ofDefinition: name) else {
      guard let domain = topology.index(ofDomain: name) else { return .nothing }
      return areUp(topology.chain(ofDomain: domain)) ? .all : .nothing
    }
    let visit = Visit(name: name, demand: demand)
    if let flow = known[visit] { return flow }
    let definition = topology.definitions[index]
    let own = definition.demand.flatMap(amount)
    let flow = flow(of: definition, under: own ?? demand)
    known[visit] = flow
    return flow
  }

  private mutating func flow(of definition: Definition, under demand: Double?) -> Flow {
    var flow = body(of: definition, under: demand)
    for need in definition.needs {
      flow = flow.limited(by: self.flow(through: need, under: demand))
    }
    for want in definition.wants where self.flow(through: want.name, under: demand).isDown {
      flow.level = min(flow.level, want.degraded.fraction)
    }
    for breaker in definition.breakers
    where self.flow(through: breaker.callee, under: demand).isDown {
      flow.level = min(flow.level, breaker.fallback.fraction)
    }
    // What is lost for long fills every buffer.
    for send in definition.sends {
      let isLost =
        self.flow(through: send.consumer, under: demand).isDown
        || self.flow(through: send.queue, under: demand).isDown
      if isLost { flow = .nothing }
    }
    return flow
  }

  private func areUp(_ chain: [Int]) -> Bool { !chain.contains(where: domains.contains) }

  private mutating func body(of definition: Definition, under demand: Double?) -> Flow {
    switch definition.body {
    case .group(let group): members(of: group, definition.name)
    case .expression(let expression): flow(through: expression, under: demand)
    case .changes, .maintenance: .all
    }
  }

  private func members(of group: Group, _ name: String) -> Flow {
    let up =
      spared.contains(name)
      ? topology.memberCount(of: group)
      : max(0, standing(of: group) - members[name, default: 0])
    guard up >= group.need else { return .nothing }
    let each = group.member.capacity.flatMap(amount)
    return Flow(amount: each.map { Double(up) * $0 } ?? .infinity, level: 1)
  }

  /// The members whose domains are all up.
  private func standing(of group: Group) -> Int {
    guard !domains.isEmpty else { return topology.memberCount(of: group) }
    return topology.cells(of: group).reduce(0) { sum, cell in
      areUp(cell.domains) ? sum + cell.members : sum
    }
  }

  private mutating func flow(through expression: Expression, under demand: Double?) -> Flow {
    switch expression {
    case .component(let component):
      return Flow(amount: component.capacity.flatMap(amount) ?? .infinity, level: 1)
    case .level(let level): return Flow(amount: .infinity, level: level.fraction)
    case .name(let name): return inner(name, demand)
    case .copies(_, _, let operand), .behaving(let operand, _):
      return flow(through: operand, under: demand)
    case .fallback(let operand, let level):
      let rest = Flow(amount: .infinity, level: level.fraction)
      return better(flow(through: operand, under: demand), rest, demand)
    case .atLeast(let need, let operands):
      let ranked = flows(through: operands, demand).sorted { isBetter($0, $1, demand) }
      return ranked[need - 1]
    case .all(let operands):
      return flows(through: operands, demand).reduce(.all) { $0.limited(by: $1) }
    case .any(let operands):
      return flows(through: operands, demand).reduce(.nothing) { better($0, $1, demand) }
    case .standby(let primary, let standby), .failover(let primary, let standby, _):
      return better(
        flow(through: primary, under: demand), flow(through: standby, under: demand), demand)
    case .sum(let terms):
      let carried = flows(through: terms, demand).map { $0.carried(of: demand) }
      return Flow(amount: carried.reduce(0, +), level: 1)
    case .weighted(let terms): return weighted(terms, demand)
    }
  }

  /// Something with a demand of its own serves at the share of it that it carries, whatever flows above.
  private mutating func inner(_ name: String, _ demand: Double?) -> Flow {
    let flow = flow(through: name, under: demand)
    guard let own = topology.definition(named: name)?.demand.flatMap(amount) else { return flow }
    return Flow(amount: .infinity, level: min(1, flow.carried(of: own) / own))
  }

  private mutating func weighted(_ terms: [WeightedTerm], _ demand: Double?) -> Flow {
    var level = 0.0
    for term in terms {
      let flow = flow(through: term.expression, under: demand)
      level += term.weight * (flow.isDown ? 0 : flow.level)
    }
    return Flow(amount: .infinity, level: min(1, level))
  }

  private mutating func flows(through expressions: [Expression], _ demand: Double?) -> [Flow] {
    var result: [Flow] = []
    for expression in expressions { result.append(flow(through: expression, under: demand)) }
    return result
  }

  private func better(_ left: Flow, _ right: Flow, _ demand: Double?) -> Flow {
    isBetter(right, left, demand) ? right : left
  }

  private func isBetter(_ left: Flow, _ right: Flow, _ demand: Double?) -> Bool {
    let amounts = (left.carried(of: demand), right.carried(of: demand))
    return amounts.0 == amounts.1 ? left.level > right.level : amounts.0 > amounts.1
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
