import Quantities

/// Probabilities of gates, from the laws that draws use.
extension DrawCompiler {
  /// P(the gate is in the state).
  mutating func mass(_ gate: Int, _ isUp: Bool) throws(StructureFunctionError) -> Double {
    let probability = try probability(gate)
    return isUp ? probability.value : probability.complement
  }

  private mutating func probability(_ gate: Int) throws(StructureFunctionError) -> Probability {
    if let known = probabilities[gate] { return known }
    let result = try makeProbability(gate)
    probabilities[gate] = result
    return result
  }

  private mutating func makeProbability(
    _ gate: Int
  ) throws(StructureFunctionError) -> Probability {
    switch evaluator.arena[gate].operation {
    case .constant(let isUp): return isUp ? .certain : .impossible
    case .atom(let atom): return evaluator.atoms[atom]
    case .named: return try probability(evaluator.arena[gate].inputs[0].gate)
    case .all, .any, .atLeast, .weighted: break
    }
    let decomposition = try decomposition(of: gate)
    guard case .members(let members, let need) = decomposition else {
      return try expandedProbability(gate, decomposition)
    }
    let count = EventCount(members, need: need)
    let number = try valueTree(gate, count)
    let tree = plan.trees[Int(number)]
    let decided = plan.law(tree.tails).dropFirst(count.limit).first ?? 0
    let events = Probability(
      uncheckedValue: min(1, decided),
      complement: min(1, plan.law(tree.before).reduce(0, +)))
    return count.countsUps ? events : events.inverted
  }

  private mutating func expandedProbability(
    _ gate: Int, _ expansion: Decomposition
  ) throws(StructureFunctionError) -> Probability {
    let content = try probability(content(gate, expansion))
    let high = try probability(fixed(gate, expansion, true))
    let low = try probability(fixed(gate, expansion, false))
    return Probability(
      uncheckedValue: content.value * high.value + content.complement * low.value,
      complement: content.value * high.complement + content.complement * low.complement)
  }

  /// The tree of a gate's members, by the gate.
  mutating func valueTree(
    _ gate: Int, _ count: EventCount
  ) throws(StructureFunctionError) -> Int32 {
    if let known = valueTrees[gate] { return known }
    let tree = try tree(count, .values)
    valueTrees[gate] = tree
    return tree
  }
}
