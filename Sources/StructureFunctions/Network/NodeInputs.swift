/// For each gate of a network what it counts, in one list: the uses of nodes turned round.
struct NodeInputs: Sendable {
  /// A node, and what it weighs in the gate.
  struct Input: Sendable {
    let node: Int32
    let weight: Int64
  }

  private let first: [Int32]
  private let inputs: [Input]

  /// Cost: linear in the number of uses.
  init(_ uses: NodeUses, gates: Int) {
    self.init(uses.first, uses.parents, uses.weights, gates: gates)
  }

  init(_ firstParent: [Int32], _ parents: [Int32], _ weights: [Int64], gates: Int) {
    var first = [Int32](repeating: 0, count: gates + 1)
    for parent in parents { first[Int(parent) + 1] += 1 }
    for gate in first.indices.dropFirst() { first[gate] += first[gate - 1] }
    var next = first
    var inputs = [Input](repeating: Input(node: 0, weight: 0), count: parents.count)
    for node in firstParent.indices.dropLast() {
      for use in Int(firstParent[node])..<Int(firstParent[node + 1]) {
        let gate = Int(parents[use])
        inputs[Int(next[gate])] = Input(node: Int32(node), weight: weights[use])
        next[gate] += 1
      }
    }
    self.first = first
    self.inputs = inputs
  }

  subscript(_ gate: Int) -> ArraySlice<Input> { inputs[Int(first[gate])..<Int(first[gate + 1])] }
}
