import Topology

/// The rules, each as a site of its own.
extension StructureCompiler {
  // MARK: In expressions

  mutating func behaving(
    _ operand: Expression, _ effect: AfterEffect, _ threshold: Double, _ place: Place,
    _ position: Position
  ) throws(StructureFunctionError) -> Int {
    let levels = self.levels
    return try output(
      of: site(.expression(position.path), position.definition, place), .afterEffect(effect),
      [.expression(operand, position.child(0))],
      levels: { () throws(StructureFunctionError) in
        try levels.positiveLevels(of: operand, under: place.demand)
      }, atLeast: threshold, from: place)
  }

  /// A primary and a standby; `expression` is both with their failover.
  mutating func failover(
    _ expression: Expression, _ failover: Failover, _ threshold: Double, _ place: Place,
    _ position: Position
  ) throws(StructureFunctionError) -> Int {
    if failover.isInstant {
      return arena.any(try gates(expression.operands, threshold, place, position))
    }
    let levels = self.levels
    let sources = expression.operands.enumerated().map { number, operand in
      TimedSite.Source.expression(operand, position.child(number))
    }
    return try output(
      of: site(.expression(position.path), position.definition, place), .failover(failover),
      sources,
      levels: { () throws(StructureFunctionError) in
        try levels.positiveLevels(of: expression, under: place.demand)
      }, atLeast: threshold, from: place)
  }

  func site(_ role: TimedSite.Role, _ owner: Int, _ place: Place) -> TimedSite.Key {
    TimedSite.Key(owner: owner, role: role, scope: place.scope, demand: place.demand)
  }

  // MARK: Of definitions

  /// The level of a definition behind the `number`-th of its after-effects.
  mutating func afterEffect(
    _ number: Int, of index: Int, _ threshold: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    let definition = topology.definitions[index]
    let levels = levels.positiveLevels(of: definition.name, under: place.demand)
    return try output(
      of: site(.afterEffect(number), index, place),
      .afterEffect(definition.afterEffects[number]), [.definition(index, effects: number)],
      levels: { levels }, atLeast: threshold, from: place)
  }

  mutating func breaker(
    _ number: Int, of index: Int, _ threshold: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    let breaker = topology.definitions[index].breakers[number]
    var levels = levels.positiveLevels(of: breaker.callee, under: place.demand)
    if breaker.fallback.fraction > tolerance { levels.append(breaker.fallback.fraction) }
    return try output(
      of: site(.breaker(number), index, place), .breaker(breaker), [.name(breaker.callee)],
      levels: { levels.sorted() }, atLeast: threshold, from: place)
  }

  /// What senders see of a queue and its consumer. All of them share the one backlog, whatever the
  /// demand on them.
  mutating func send(
    _ send: Send, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    guard let index = topology.index(ofDefinition: send.queue),
      let buffer = topology.definitions[index].buffer
    else { throw .unknownName(send.queue) }
    let scope = scopes.home(of: send.queue, from: place.scope)
    let home = Place(
      scope: scope, special: place.special.intersection(scopes.chain(scope)))
    let sources = [TimedSite.Source.name(send.consumer), .name(send.queue)]
    return try output(
      of: site(.queue, index, home), .send(buffer), sources, levels: { [1] }, atLeast: 1,
      from: home)
  }

  // MARK: Sources of downtime

  mutating func changes(
    _ changes: Changes, _ index: Int, _ threshold: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    let levels = levels.positiveLevels(of: topology.definitions[index].name, under: nil)
    return try output(
      of: site(.body, index, place), .changes(changes), [], levels: { levels },
      atLeast: threshold, from: place)
  }

  /// Up outside the windows of one place in the scope.
  mutating func maintenance(
    _ index: Int, at number: Int, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    guard case .maintenance(let maintenance) = topology.definitions[index].body else {
      return Gate.up
    }
    let places = maintenanceScopes.places[index] ?? 1
    return try output(
      of: site(.body, index, place), .maintenance(maintenance, places: places), [],
      levels: { [1] }, atLeast: 1, place: number, from: place)
  }

  /// Maintenance by its own name: up while no place of its scope is worked on.
  mutating func maintenance(
    _ index: Int, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    var gates: [Int] = []
    for number in 0..<(maintenanceScopes.places[index] ?? 1) {
      gates.append(try maintenance(index, at: number, place))
    }
    return arena.all(gates)
  }

  /// Up outside the windows that take the `member`-th of a definition's members down; of anything
  /// but a group the only one. Copies meet the same windows.
  mutating func windows(
    of index: Int, member: Int = 0
  ) throws(StructureFunctionError) -> Int {
    var gates: [Int] = []
    for window in maintenanceScopes.ofDefinition[index] ?? [] {
      let place = window.place + (window.isRolling ? member : 0)
      gates.append(try maintenance(window.definition, at: place, Place()))
    }
    return arena.all(gates)
  }

  /// Up outside the windows that take a domain down.
  mutating func windows(ofDomain domain: Int) throws(StructureFunctionError) -> Int {
    var gates: [Int] = []
    for window in maintenanceScopes.ofDomain[domain] ?? [] {
      gates.append(try maintenance(window.definition, at: window.place, Place()))
    }
    return arena.all(gates)
  }
}
