import Quantities
import Topology

/// Reads a topology as a sum of pools behind gates, or says what stands in the way.
struct FleetBuilder {
  let topology: Topology
  private(set) var gates: [CapacityFleet.Gate] = []
  private(set) var pools: [CapacityFleet.DraftPool] = []
  private var gatesOfName: [String: [Int]] = [:]
  private var gateOfDomain: [Int: Int] = [:]
  private var flowing: Set<String> = []
  /// Parts that the exact engine answers for as a whole, each with all that it depends on.
  private var answered: [(name: String, support: Set<String>)] = []

  init(_ topology: Topology, of name: String) throws(ResourceAdequacyError) {
    self.topology = topology
    guard let index = topology.index(ofDefinition: name) else { throw .unknownName(name) }
    guard !topology.hasMaintenance else { throw .notASum(name, "maintenance takes parts down") }
    let definition = topology.definitions[index]
    let own = definition.components.contains { $0.capacity != nil }
    guard own || !topology.flowing(into: index).isEmpty else { throw .noCapacity }
    try addFlow(of: definition, behind: [])
    try checkAnswered()
  }

  // MARK: Pools

  private mutating func addFlow(
    of definition: Definition, behind outer: [Int]
  ) throws(ResourceAdequacyError) {
    let name = definition.name
    guard flowing.insert(name).inserted else { throw .notASum(name, "it is used twice") }
    try checkPlain(definition)
    let behind = outer + (try gates(neededBy: definition))
    switch definition.body {
    case .group(let group):
      guard let capacity = group.member.capacity else { throw .notASum(name, "it has no capacity") }
      let cells = try cells(of: group, name, behind: behind)
      pools.append(.init(name: name, need: group.need, capacity: capacity, cells: cells))
    case .expression(let expression): try addFlow(of: expression, name, behind: behind)
    case .changes, .maintenance: throw .notASum(name, "it is a schedule")
    }
  }

  private mutating func addFlow(
    of expression: Expression, _ name: String, behind: [Int]
  ) throws(ResourceAdequacyError) {
    switch expression {
    case .component(let component):
      guard let capacity = component.capacity else {
        throw .notASum(name, "a term has no capacity")
      }
      let cell = CapacityFleet.Cell(component: component, members: 1, gates: behind.distinct)
      pools.append(.init(name: name, need: 1, capacity: capacity, cells: [cell]))
    case .name(let inner):
      guard let definition = topology.definition(named: inner) else { throw .unknownName(inner) }
      guard definition.demand == nil else { throw .notASum(inner, "it has a demand of its own") }
      try addFlow(of: definition, behind: behind)
    case .sum(let terms):
      for term in terms { try addFlow(of: term, name, behind: behind) }
    case .all(let operands):
      let carriers = operands.filter(topology.carriesCapacity)
      guard carriers.count == 1 else { throw .notASum(name, "& joins several capacities") }
      var behind = behind
      for operand in operands where !topology.carriesCapacity(operand) {
        behind += try gates(of: operand, name)
      }
      try addFlow(of: carriers[0], name, behind: behind)
    case .fallback(let operand, .none): try addFlow(of: operand, name, behind: behind)
    default: throw .notASum(name, "capacities meet in another way than by +")
    }
  }

  private mutating func cells(
    of group: Group, _ name: String, behind: [Int]
  ) throws(ResourceAdequacyError) -> [CapacityFleet.Cell] {
    var member = group.member
    var behind = behind
    if let beta = group.commonCause {
      let split = member.split(commonCause: beta)
      member = split.own
      behind += gate(named: "the common cause of \(name)", split.common)
    }
    var cells: [CapacityFleet.Cell] = []
    for cell in topology.cells(of: group) where cell.members > 0 {
      let gates = behind + cell.domains.flatMap { gate(ofDomain: $0) }
      cells.append(.init(component: member, members: cell.members, gates: gates.distinct))
    }
    return cells
  }

  // MARK: Gates

  private mutating func gates(
    neededBy definition: Definition
  ) throws(ResourceAdequacyError) -> [Int] {
    var found: [Int] = []
    for need in definition.needs { found += try gates(named: need) }
    return found
  }

  private mutating func gates(named name: String) throws(ResourceAdequacyError) -> [Int] {
    if let known = gatesOfName[name] { return known }
    guard let definition = topology.definition(named: name) else {
      guard let domain = topology.index(ofDomain: name) else { throw .unknownName(name) }
      return topology.chain(ofDomain: domain).flatMap { gate(ofDomain: $0) }
    }
    guard definition.demand == nil else { throw .notASum(name, "it has a demand of its own") }
    guard !topology.carriesCapacity(.name(name)) else {
      throw .notASum(name, "it is needed and has a capacity")
    }
    let before = self
    do throws(ResourceAdequacyError) {
      gatesOfName[name] = try plainGates(of: definition).distinct
    } catch .notASum(let part, let what) {
      self = before
      guard let component = try topology.wholePart(name) else { throw .notASum(part, what) }
      gatesOfName[name] = append(
        name, need: 1, [.init(component: component, members: 1, gates: [])], isWhole: true)
      answered.append((name, topology.support(of: name)))
    }
    return gatesOfName[name] ?? []
  }

  private mutating func plainGates(
    of definition: Definition
  ) throws(ResourceAdequacyError) -> [Int] {
    let name = definition.name
    try checkPlain(definition)
    let needed = try gates(neededBy: definition)
    switch definition.body {
    case .group(let group):
      return needed + append(name, need: group.need, try cells(of: group, name, behind: []))
    case .expression(let expression): return needed + (try gates(of: expression, name))
    case .changes, .maintenance: throw .notASum(name, "it is a schedule")
    }
  }

  /// What is answered for as a whole must share nothing with anything else.
  private func checkAnswered() throws(ResourceAdequacyError) {
    let wholes = Set(answered.map(\.name))
    var used = flowing.union(gatesOfName.keys.filter { !wholes.contains($0) })
    used.formUnion(gateOfDomain.keys.map { topology.domains[$0].name })
    for (name, support) in answered {
      guard support.isDisjoint(with: used) else {
        throw .notASum(name, "it follows from its history and shares parts with others")
      }
      used.formUnion(support)
    }
  }

  /// The gates that are all open while an expression without capacities is up.
  private mutating func gates(
    of expression: Expression, _ name: String
  ) throws(ResourceAdequacyError) -> [Int] {
    switch expression {
    case .component(let component): return gate(named: name, component)
    case .level(.full): return []
    case .name(let inner): return try gates(named: inner)
    case .all(let operands): return try gates(ofAll: operands, name)
    case .any(let operands): return try gate(need: 1, of: operands, name)
    case .standby(let primary, let standby):
      return try gate(need: 1, of: [primary, standby], name)
    case .atLeast(let need, let operands): return try gate(need: need, of: operands, name)
    case .copies(let need, let count, .component(let component)):
      return append(name, need: need, [.init(component: component, members: count, gates: [])])
    case .fallback(let operand, .none): return try gates(of: operand, name)
    default: throw .notASum(name, "it has levels, copies or a history")
    }
  }

  private mutating func gates(
    ofAll operands: [Expression], _ name: String
  ) throws(ResourceAdequacyError) -> [Int] {
    var found: [Int] = []
    for operand in operands { found += try gates(of: operand, name) }
    return found
  }

  private mutating func gate(
    need: Int, of operands: [Expression], _ name: String
  ) throws(ResourceAdequacyError) -> [Int] {
    guard need < operands.count else { return try gates(ofAll: operands, name) }
    var cells: [CapacityFleet.Cell] = []
    for operand in operands {
      if case .component(let component) = operand {
        cells.append(.init(component: component, members: 1, gates: []))
      } else {
        let gates = try gates(of: operand, name).distinct
        cells.append(.init(component: .perfect, members: 1, gates: gates))
      }
    }
    return append(name, need: need, cells)
  }

  private mutating func gate(ofDomain domain: Int) -> [Int] {
    if let known = gateOfDomain[domain] { return [known] }
    let family = topology.families[topology.domains[domain].family]
    let found = gate(named: topology.domains[domain].name, family.component)
    gateOfDomain[domain] = found.first
    return found
  }

  /// A gate of one component; none for one that never fails.
  private mutating func gate(named name: String, _ component: Component) -> [Int] {
    guard component.availability.complement > 0 else { return [] }
    return append(name, need: 1, [.init(component: component, members: 1, gates: [])])
  }

  private mutating func append(
    _ name: String, need: Int, _ cells: [CapacityFleet.Cell], isWhole: Bool = false
  ) -> [Int] {
    gates.append(.init(name: name, need: need, cells: cells, isWhole: isWhole))
    return [gates.count - 1]
  }

  // MARK: Refusals

  private func checkPlain(_ definition: Definition) throws(ResourceAdequacyError) {
    let name = definition.name
    if let want = definition.wants.first {
      throw .notASum(name, "without \(want.name) it carries a share of the demand")
    }
    if let send = definition.sends.first { throw .notASum(name, "it sends to \(send.consumer)") }
    if !definition.breakers.isEmpty { throw .notASum(name, "it has a breaker") }
    if definition.crews != nil { throw .notASum(name, "its parts share crews") }
    if !definition.afterEffects.isEmpty { throw .notASum(name, "its outages have after-effects") }
    if case .group(let group) = definition.body, group.behaviour != .independent {
      throw .notASum(name, "its members depend on each other in time")
    }
  }
}

extension [Int] {
  /// Ascending, each once.
  fileprivate var distinct: [Int] { Set(self).sorted() }
}

extension CapacityFleet {
  /// The fleet of a part of a topology: groups and components with capacities that `+` joins, behind
  /// what they need, what `&` joins without a capacity, common causes and the domains that they stand
  /// in. The part's own demand plays no role. Throws ``ResourceAdequacyError/notASum(_:_:)`` for
  /// anything else, with what stands in the way.
  public init(_ topology: Topology, of name: String) throws(ResourceAdequacyError) {
    let builder = try FleetBuilder(topology, of: name)
    try self.init(gates: builder.gates, pools: builder.pools)
  }
}
