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

  var arena = GateArena()
  private(set) var atoms: [AtomKey] = []
  var scopes = CopyScopes()
  /// Rules and sources of downtime, in order of request.
  var sites: [TimedSite] = []
  var siteIndex: [TimedSite.Key: Int] = [:]
  /// For each atom that stands for one its site.
  var siteOfAtom: [Int: Int] = [:]
  /// Where members depend on each other, in order of request.
  private(set) var couplings: [CouplingSite] = []
  private var knownCouplings: Set<CouplingSite> = []
  /// For each atom that stands for a rule with a closed form the component that it is like.
  var closedForms: [Int: Component] = [:]
  /// Atoms that only rules depend on.
  var readByRules: Set<Int> = []
  let maintenanceScopes: MaintenanceScopes
  private(set) var atomIndex: [AtomKey: Int] = [:]
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
  struct Position {
    let definition: Int
    var path: [Int]

    func child(_ index: Int) -> Position { Position(definition: definition, path: path + [index]) }
  }

  init(_ topology: Topology, levels: LevelSets) {
    self.topology = topology
    self.levels = levels
    maintenanceScopes = MaintenanceScopes(topology)
  }

  /// The gate that is up while the level of `name` is at least `threshold`, above 0.
  mutating func gate(_ name: String, atLeast threshold: Double) throws(StructureFunctionError)
    -> Int
  {
    return try named(name, threshold, Place())
  }

  // MARK: Definitions

  mutating func named(
    _ name: String, _ threshold: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    guard let index = topology.index(ofDefinition: name) else {
      guard let domain = topology.index(ofDomain: name) else { throw .unknownName(name) }
      return try effective([domain])
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
    return try value(of: index, effects: definition.afterEffects.count, threshold, place)
  }

  /// The level of a definition with only so many of its after-effects.
  mutating func value(
    of index: Int, effects: Int, _ threshold: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    if effects > 0 { return try afterEffect(effects - 1, of: index, threshold, place) }
    let definition = topology.definitions[index]
    var parts = [try body(of: index, threshold, place)]
    for need in definition.needs { parts.append(try named(need, threshold, place)) }
    for want in definition.wants where threshold > want.degraded.fraction + tolerance {
      parts.append(try named(want.name, threshold, place))
    }
    for send in definition.sends { parts.append(try self.send(send, place)) }
    for number in definition.breakers.indices {
      parts.append(try breaker(number, of: index, threshold, place))
    }
    return arena.all(parts)
  }

  private mutating func body(
    of index: Int, _ threshold: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    let definition = topology.definitions[index]
    switch definition.body {
    case .group(let group): return try members(group, index, threshold, place)
    case .expression(let expression):
      noteCrews(index, place)
      let position = Position(definition: index, path: [])
      return arena.all([
        try gate(expression, threshold, place, position), try windows(of: index),
      ])
    case .changes(let changes): return try self.changes(changes, index, threshold, place)
    case .maintenance: return try maintenance(index, place)
    }
  }

  var tolerance: Double { StructureFunction.levelTolerance }

  // MARK: Components

  mutating func atom(_ owner: Int, _ part: AtomKey.Part, _ place: Place) -> Int {
    let key = AtomKey(owner: owner, part: part, scope: place.scope)
    if key == perfect, isSpecial(place) { return Gate.up }
    return atom(key)
  }

  mutating func atom(_ key: AtomKey) -> Int { arena.atom(number(of: key)) }

  /// The number of an atom, which is made when it is met first.
  mutating func number(of key: AtomKey) -> Int {
    if let known = atomIndex[key] { return known }
    atoms.append(key)
    atomIndex[key] = atoms.count - 1
    return atoms.count - 1
  }

  /// The gate of an atom that has been met before.
  mutating func gate(ofKnown key: AtomKey, _ place: Place) -> Int? {
    if key == perfect, isSpecial(place) { return Gate.up }
    return atomIndex[key].map { arena.atom($0) }
  }

  mutating func note(_ coupling: CouplingSite) {
    if knownCouplings.insert(coupling).inserted { couplings.append(coupling) }
  }

  func isSpecial(_ place: Place) -> Bool {
    scopes.chain(place.scope).allSatisfy(place.special.contains)
  }

  // MARK: Expressions

  mutating func gate(
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
    case .failover(_, _, let failover):
      return try self.failover(expression, failover, threshold, place, position)
    case .behaving(let operand, let effect):
      return try behaving(operand, effect, threshold, place, position)
    }
  }

  mutating func gates(
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
}
