import Quantities

/// Conjunctions and disjunctions.
extension Evaluator {
  /// A conjunction or disjunction: its independent parts are solved alone.
  mutating func junction(_ gate: Int, _ node: Gate) throws(StructureFunctionError) -> Outcome {
    let parts = IndependentParts(of: node.inputs, in: arena)
    if parts.areAllSingle {
      return try independentJunction(node.operation, node.inputs.map(\.gate))
    }
    if parts.groups.count == 1 { return try expandOnPivot(gate, parts) }
    var gates: [Int] = []
    for part in parts.groups { gates.append(arena.make(node.operation, part)) }
    return try independentJunction(node.operation, gates)
  }

  private mutating func independentJunction(
    _ operation: Gate.Operation, _ gates: [Int]
  ) throws(StructureFunctionError) -> Outcome {
    var inputs: [Outcome] = []
    inputs.reserveCapacity(gates.count)
    for gate in gates { inputs.append(try outcome(gate)) }
    let isAll = operation == .all
    let events = inputs.map { isAll ? $0.probability : $0.probability.inverted }
    let all = Probability.all(events)
    return combine(isAll ? all : all.inverted, inputs, Self.productsOfOthers(events))
  }

  /// For each event the probability that all others happen: products of what stands before and
  /// behind it, without division.
  private static func productsOfOthers(_ events: [Probability]) -> [Double] {
    var products = [Double](repeating: 1, count: events.count)
    var before = 1.0
    for place in events.indices {
      products[place] = before
      before *= events[place].value
    }
    var behind = 1.0
    for place in events.indices.reversed() {
      products[place] *= behind
      behind *= events[place].value
    }
    return products
  }
}
