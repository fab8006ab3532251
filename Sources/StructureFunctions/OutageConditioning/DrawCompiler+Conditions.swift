import Quantities

/// Steps for values, starts and criticality.
extension DrawCompiler {
  // MARK: Values

  /// Draws what a gate depends on, given that the gate is up, or down.
  mutating func value(_ gate: Int, _ isUp: Bool) throws(StructureFunctionError) -> Int32 {
    let condition = Condition(gate: gate, isUp: isUp)
    if let known = values[condition] { return known }
    let isPossible = try mass(gate, isUp) > 0
    let step = isPossible ? try makeValue(gate, isUp) : DrawPlan.nothing
    values[condition] = step
    return step
  }

  private mutating func makeValue(
    _ gate: Int, _ isUp: Bool
  ) throws(StructureFunctionError) -> Int32 {
    switch evaluator.arena[gate].operation {
    case .constant: return DrawPlan.nothing
    case .atom(let atom):
      return isUp ? plan.addUp([plan.places[atom]]) : plan.add(.down(atom: Int32(atom)))
    case .named: return try value(evaluator.arena[gate].inputs[0].gate, isUp)
    case .all, .any, .atLeast, .weighted: break
    }
    let decomposition = try decomposition(of: gate)
    if case .members(let members, let need) = decomposition {
      return try countValue(gate, EventCount(members, need: need), isUp)
    }
    return try expandedValue(gate, decomposition, isUp)
  }

  private mutating func expandedValue(
    _ gate: Int, _ expansion: Decomposition, _ isUp: Bool
  ) throws(StructureFunctionError) -> Int32 {
    let content = content(gate, expansion)
    var branches: [(Double, [Int32])] = []
    for state in [true, false] {
      let rest = fixed(gate, expansion, state)
      let weight = try mass(content, state) * mass(rest, isUp)
      guard weight > 0 else { continue }
      branches.append((weight, [try value(content, state), try value(rest, isUp)]))
    }
    return plan.addChoice(branches)
  }

  private mutating func countValue(
    _ gate: Int, _ count: EventCount, _ isUp: Bool
  ) throws(StructureFunctionError) -> Int32 {
    let limit = Int32(count.limit)
    let tree = try valueTree(gate, count)
    if count.countsUps == isUp { return plan.add(.atLeast(limit, tree: tree)) }
    return limit == 1 ? noEvents(tree) : plan.add(.fewer(limit, tree: tree))
  }

  // MARK: Starts

  /// Draws the component that fails and takes the gate down with it, and the others given that; its
  /// mass is how often that happens, per second.
  mutating func start(_ gate: Int) throws(StructureFunctionError) -> Draw {
    if let known = starts[gate] { return known }
    let draw = try makeStart(gate)
    starts[gate] = draw
    return draw
  }

  private mutating func makeStart(_ gate: Int) throws(StructureFunctionError) -> Draw {
    switch evaluator.arena[gate].operation {
    case .constant: return .impossible
    case .atom(let atom):
      guard frequencies[atom] > 0 else { return .impossible }
      return Draw(step: plan.add(.fails(atom: Int32(atom))), mass: frequencies[atom])
    case .named: return try start(evaluator.arena[gate].inputs[0].gate)
    case .all, .any, .atLeast, .weighted: break
    }
    let decomposition = try decomposition(of: gate)
    if case .members(let members, let need) = decomposition {
      return try markedCount(EventCount(members, need: need), .starts)
    }
    return try expandedStart(gate, decomposition)
  }

  private mutating func expandedStart(
    _ gate: Int, _ expansion: Decomposition
  ) throws(StructureFunctionError) -> Draw {
    let content = content(gate, expansion)
    var branches: [(Double, [Int32])] = []
    let cause = try start(content)
    if cause.mass > 0 {
      let rest = try critical(marked(gate, expansion))
      branches.append((cause.mass * rest.mass, [cause.step, rest.step]))
    }
    for state in [true, false] {
      let rest = try start(fixed(gate, expansion, state))
      let weight = try mass(content, state) * rest.mass
      guard weight > 0 else { continue }
      branches.append((weight, [try value(content, state), rest.step]))
    }
    return choice(branches)
  }

  // MARK: Criticality

  /// Draws what a gate depends on, given that it is up while the marker is and down while the marker
  /// is down.
  mutating func critical(_ gate: Int) throws(StructureFunctionError) -> Draw {
    if gate == marker.gate { return Draw(step: DrawPlan.nothing, mass: 1) }
    guard isMarked(gate) else { return .impossible }
    if let known = criticals[gate] { return known }
    let draw = try makeCritical(gate)
    criticals[gate] = draw
    return draw
  }

  private mutating func makeCritical(_ gate: Int) throws(StructureFunctionError) -> Draw {
    if case .named = evaluator.arena[gate].operation {
      return try critical(evaluator.arena[gate].inputs[0].gate)
    }
    let decomposition = try decomposition(of: gate)
    if case .members(let members, let need) = decomposition {
      return try markedCount(EventCount(members, need: need), .criticality)
    }
    return try expandedCritical(gate, decomposition)
  }

  /// What the gate is expanded on may hold the marker too: then it is up for either state of the
  /// marker, down for either, or itself critical for the marker and as good as the marker.
  private mutating func expandedCritical(
    _ gate: Int, _ expansion: Decomposition
  ) throws(StructureFunctionError) -> Draw {
    expansions += 1
    let content = content(gate, expansion)
    var branches: [(Double, [Int32])] = []
    for state in [true, false] {
      let certain = evaluator.arena.cofactor(content, marker.pivot, !state)
      let rest = try critical(fixed(gate, expansion, state))
      let weight = try mass(certain, state) * rest.mass
      guard weight > 0 else { continue }
      branches.append((weight, [try value(certain, state), rest.step]))
    }
    if isMarked(content) {
      let inner = try critical(content)
      let rest = try critical(marked(gate, expansion))
      branches.append((inner.mass * rest.mass, [inner.step, rest.step]))
    }
    return choice(branches)
  }

  private mutating func choice(_ branches: [(Double, [Int32])]) -> Draw {
    let mass = branches.reduce(0) { $0 + $1.0 }
    return mass > 0 ? Draw(step: plan.addChoice(branches), mass: mass) : .impossible
  }

  private mutating func markedCount(
    _ count: EventCount, _ purpose: TreePurpose
  ) throws(StructureFunctionError) -> Draw {
    let tree = try tree(count, purpose)
    let events = Int32(count.limit - 1)
    let law = plan.trees[Int(tree)].marked
    let mass = events < law.size ? plan.laws[Int(law.first + events)] : 0
    guard mass > 0 else { return .impossible }
    return Draw(step: plan.add(.marked(events, tree: tree)), mass: mass)
  }
}
