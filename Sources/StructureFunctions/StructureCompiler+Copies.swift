import Topology

/// `k of n x`: members that are new in each copy.
extension StructureCompiler {
  mutating func copies(
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
