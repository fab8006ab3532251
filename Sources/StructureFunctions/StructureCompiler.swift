import Quantities
import Topology

/// Turns definitions into gates: the event that a definition's level reaches a threshold.
struct StructureCompiler {
  let topology: Topology
  let levels: LevelSets
  /// Tells the members of a group apart by the domains that they stand in.
  var distinguishesCells = false
  /// Copies are written out one by one, so that several thresholds of one copy may meet.
  var writesCopiesOut = false
  /// So are the members of groups with a capacity.
  var writesMembersOut = false
  /// A component of which one is always up.
  var perfect: AtomKey?

  private(set) var arena = GateArena()
  private(set) var atoms: [AtomKey] = []
  private(set) var scopes = CopyScopes()
  private var atomIndex: [AtomKey: Int] = [:]
  private var known: [Request: Int] = [:]

  private struct Request: Hashable {
    let definition: Int
    let threshold: Double
    let place: Place
  }

  /// Where a gate stands: in which copies, and under which demand.
  struct Place: Hashable {
    var scope: Int?
    /// Of what levels are shares; nil where no demand stands above.
    var demand: Rate?
    /// The scopes of which this is the copy that holds the perfect component.
    var special: Set<Int> = []
  }

  /// A place in a definition's expression.
  private struct Position {
    let definition: Int
    var path: [Int]

    func child(_ index: Int) -> Position { Position(definition: definition, path: path + [index]) }
  }

  init(_ topology: Topology, levels: LevelSets) {
    self.topology = topology
    self.levels = levels
  }

  /// The gate that is up while the level of `name` is at least `threshold`, above 0.
  mutating func gate(_ name: String, atLeast threshold: Double) throws(StructureFunctionError)
    -> Int
  {
    return try named(name, threshold, Place())
  }

  // MARK: Definitions

  private mutating func named(
    _ name: String, _ threshold: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    guard let index = topology.index(ofDefinition: name) else {
      guard let domain = topology.index(ofDomain: name) else { throw .unknownName(name) }
      return effective([domain])
    }
    var home = place
    home.scope = scopes.home(of: name, from: place.scope)
    home.special.formIntersection(scopes.chain(home.scope))
    home.demand = topology.carriesCapacity[index] ? place.demand : nil
    let request = Request(definition: index, threshold: threshold, place: home)
    if let gate = known[request] { return gate }
    let gate = try definition(index, threshold, home)
    known[request] = gate
    return gate
  }

  private mutating func definition(
    _ index: Int, _ threshold: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    let definition = topology.definitions[index]
    var place = place
    if let demand = definition.demand { place.demand = demand }
    var parts: [Int] = []
    switch definition.body {
    case .group(let group): parts.append(members(group, index, threshold, place))
    case .expression(let expression):
      let position = Position(definition: index, path: [])
      parts.append(try gate(expression, threshold, place, position))
    case .changes: throw .followsHistory(definition.name, behaviour: "changes")
    case .maintenance: throw .followsHistory(definition.name, behaviour: "maintenance")
    }
    for need in definition.needs { parts.append(try named(need, threshold, place)) }
    for want in definition.wants where threshold > want.degraded.fraction + tolerance {
      parts.append(try named(want.name, threshold, place))
    }
    return arena.all(parts)
  }

  private var tolerance: Double { GateArena.levelTolerance }

  // MARK: Components

  private mutating func atom(_ owner: Int, _ part: AtomKey.Part, _ place: Place) -> Int {
    let key = AtomKey(owner: owner, part: part, scope: place.scope)
    if key == perfect, isSpecial(place) { return Gate.up }
    return atom(key)
  }

  private mutating func atom(_ key: AtomKey) -> Int {
    if let known = atomIndex[key] { return arena.atom(known) }
    atoms.append(key)
    atomIndex[key] = atoms.count - 1
    return arena.atom(atoms.count - 1)
  }

  private func isSpecial(_ place: Place) -> Bool {
    scopes.chain(place.scope).allSatisfy(place.special.contains)
  }

  /// Up while all of the domains are, and all that they stand in.
  private mutating func effective(_ domains: [Int]) -> Int {
    var gates: [Int] = []
    for domain in domains.flatMap({ topology.chain(ofDomain: $0) }) {
      gates.append(atom(domain, .domain, Place()))
    }
    return arena.all(gates)
  }

  // MARK: Groups

  private mutating func members(
    _ group: Group, _ index: Int, _ threshold: Double, _ place: Place
  ) -> Int {
    let need = group.membersNeeded(toReach: threshold, under: place.demand)
    if writesMembersOut, group.member.capacity != nil {
      return arena.atLeast(need, membersOneByOne(group, index, place))
    }
    let cells = topology.cells(of: group)
    let count = topology.memberCount(of: group)
    let cause = group.commonCause == nil ? Gate.up : atom(index, .commonCause, place)
    let site = CopyScopes.Site(definition: index, path: [-1], outer: place.scope)
    let ownScope = count == 1 ? nil : scopes.scope(at: site, names: [], copies: 1)
    let scope = ownScope ?? place.scope
    var inputs: [Gate.Input] = []
    for (number, cell) in cells.enumerated() {
      let part = AtomKey.Part.member(cell: distinguishesCells ? number : 0)
      let key = AtomKey(owner: index, part: part, scope: scope)
      let around = arena.all([cause, effective(cell.domains)])
      let perfectOnes = key == perfect && isSpecial(place) ? 1 : 0
      let member = arena.all([atom(key), around])
      inputs.append(.init(gate: member, copies: cell.members - perfectOnes, scope: ownScope))
      if perfectOnes > 0 { inputs.append(.init(gate: around, scope: ownScope)) }
    }
    inputs.removeAll { $0.copies == 0 }
    return arena.atLeast(need, inputs)
  }

  /// Each member in a scope of its own, the same one for every threshold.
  private mutating func membersOneByOne(
    _ group: Group, _ index: Int, _ place: Place
  ) -> [Gate.Input] {
    let cause = group.commonCause == nil ? Gate.up : atom(index, .commonCause, place)
    var inputs: [Gate.Input] = []
    for (number, cell) in topology.cells(of: group).enumerated() {
      let around = arena.all([cause, effective(cell.domains)])
      for _ in 0..<cell.members {
        let site = CopyScopes.Site(
          definition: index, path: [-1, inputs.count], outer: place.scope)
        let scope = scopes.scope(at: site, names: [], copies: 1)
        let part = AtomKey.Part.member(cell: distinguishesCells ? number : 0)
        let key = AtomKey(owner: index, part: part, scope: scope)
        let isPerfect = key == perfect && isSpecial(place)
        inputs.append(.init(gate: isPerfect ? around : arena.all([atom(key), around])))
      }
    }
    return inputs
  }

  // MARK: Expressions

  private mutating func gate(
    _ expression: Expression, _ threshold: Double, _ place: Place, _ position: Position
  ) throws(StructureFunctionError) -> Int {
    switch expression {
    case .component(let component):
      guard threshold <= component.share(of: place.demand) + tolerance else { return Gate.down }
      return atom(position.definition, .literal(position.path), place)
    case .level(let level): return threshold <= level.fraction + tolerance ? Gate.up : Gate.down
    case .name(let name): return try named(name, threshold, place)
    case .all(let operands): return arena.all(try gates(operands, threshold, place, position))
    case .any(let operands): return arena.any(try gates(operands, threshold, place, position))
    case .sum(let terms):
      guard place.demand == nil else {
        let terms = terms.map { WeightedTerm(weight: 1, $0) }
        return try weighted(terms, threshold, place, position)
      }
      return arena.any(try gates(terms, threshold, place, position))
    case .standby(let primary, let standby):
      return arena.any(try gates([primary, standby], threshold, place, position))
    case .atLeast(let need, let operands):
      let gates = try gates(operands, threshold, place, position)
      return arena.atLeast(need, gates.map { .init(gate: $0) })
    case .fallback(let operand, let level):
      if threshold <= level.fraction + tolerance { return Gate.up }
      return try gate(operand, threshold, place, position.child(0))
    case .copies(let need, let count, let operand):
      return try copies(need, count, operand, threshold, place, position)
    case .weighted(let terms): return try weighted(terms, threshold, place, position)
    case .failover, .behaving:
      throw .followsHistory(
        topology.definitions[position.definition].name, behaviour: "behaviour in time")
    }
  }

  private mutating func gates(
    _ operands: [Expression], _ threshold: Double, _ place: Place, _ position: Position
  ) throws(StructureFunctionError) -> [Int] {
    var gates: [Int] = []
    for (number, operand) in operands.enumerated() {
      gates.append(try gate(operand, threshold, place, position.child(number)))
    }
    return gates
  }

  private mutating func weighted(
    _ terms: [WeightedTerm], _ threshold: Double, _ place: Place, _ position: Position
  ) throws(StructureFunctionError) -> Int {
    var inputs: [Gate.Input] = []
    for (number, term) in terms.enumerated() {
      var below = 0.0
      for level in try levels.positiveLevels(of: term.expression, under: place.demand) {
        let reached = try gate(term.expression, level, place, position.child(number))
        inputs.append(.init(gate: reached, weight: term.weight * (level - below)))
        below = level
      }
    }
    return arena.weighted(threshold, inputs)
  }

  // MARK: Copies

  private mutating func copies(
    _ need: Int, _ count: Int, _ operand: Expression, _ threshold: Double, _ place: Place,
    _ position: Position
  ) throws(StructureFunctionError) -> Int {
    let names = topology.copiedNames(operand)
    let isGraded = try levels.positiveLevels(of: operand, under: nil).count > 1
    let isWrittenOut = writesCopiesOut && (isGraded || topology.carriesCapacity(operand))
    var inputs: [Gate.Input] = []
    for copy in 0..<(isWrittenOut ? count : 1) {
      let site = CopyScopes.Site(
        definition: position.definition, path: position.path + (isWrittenOut ? [copy] : []),
        outer: place.scope)
      let scope = scopes.scope(at: site, names: names, copies: isWrittenOut ? 1 : count)
      inputs += try copies(
        isWrittenOut ? 1 : count, of: operand, scope, threshold, place, position.child(0))
    }
    if isWrittenOut { for place in inputs.indices { inputs[place].scope = nil } }
    return arena.atLeast(need, inputs)
  }

  /// The copies of a scope; the one that holds the perfect component apart.
  private mutating func copies(
    _ count: Int, of operand: Expression, _ scope: Int, _ threshold: Double, _ place: Place,
    _ position: Position
  ) throws(StructureFunctionError) -> [Gate.Input] {
    let inside = Place(scope: scope, demand: place.demand, special: place.special)
    let holdsPerfect = isSpecial(place) && scopes.chain(perfect?.scope).contains(scope)
    var inputs: [Gate.Input] = []
    if holdsPerfect {
      let special = Place(
        scope: scope, demand: place.demand, special: place.special.union([scope]))
      let gate = try gate(operand, threshold, special, position)
      inputs.append(.init(gate: gate, scope: scope))
    }
    if count > inputs.count {
      let gate = try gate(operand, threshold, inside, position)
      inputs.append(.init(gate: gate, copies: count - inputs.count, scope: scope))
    }
    return inputs
  }
}
