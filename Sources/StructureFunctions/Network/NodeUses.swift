/// For each node the gates that use it, in one list.
struct NodeUses {
  private(set) var first: [Int32]
  private(set) var parents: [Int32]
  private(set) var weights: [Int64]

  init(_ gates: [NetworkGate], components: Int) {
    var counts = [Int32](repeating: 0, count: components + gates.count + 1)
    Self.forEachUse(gates, components) { node, _, _ in counts[node + 1] += 1 }
    for node in counts.indices.dropFirst() { counts[node] += counts[node - 1] }
    var next = counts
    var parents = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    var weights = [Int64](repeating: 0, count: parents.count)
    Self.forEachUse(gates, components) { node, gate, weight in
      let place = Int(next[node])
      parents[place] = Int32(gate)
      weights[place] = weight
      next[node] += 1
    }
    first = counts
    self.parents = parents
    self.weights = weights
  }

  private static func forEachUse(
    _ gates: [NetworkGate], _ components: Int, _ body: (Int, Int, Int64) -> Void
  ) {
    for (number, gate) in gates.enumerated() {
      for input in gate.inputs {
        switch input.node {
        case .component(let component): body(component, number, input.weight)
        case .gate(let inner): body(components + inner, number, input.weight)
        case .always, .never: break
        }
      }
    }
  }
}
