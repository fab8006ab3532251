import Quantities
import Topology

/// Gates ready for evaluation: whatever is used in several places is marked as a pivot.
struct MarkedStructure {
  let name: String
  private(set) var arena = GateArena()
  private(set) var roots: [Int] = []
  private(set) var isAtomPivot: [Bool] = []
  /// For each atom its probability of being up.
  let availabilities: [Probability]

  private let draft: GateArena
  /// For each gate of the draft the scopes whose copies it belongs to.
  private let scopes: [Set<Int>]
  private var uses: [Int]

  init(_ compiler: StructureCompiler, roots draftRoots: [Int], name: String) {
    self.name = name
    draft = compiler.arena
    availabilities = compiler.atoms.map { compiler.component(of: $0).availability }
    uses = [Int](repeating: 0, count: draft.gates.count)
    scopes = compiler.scopesOfGates
    let reached = reachable(from: draftRoots)
    for root in draftRoots { uses[root] += 1 }
    for gate in reached { countUses(by: gate) }
    rebuild(reached.sorted(), draftRoots)
  }

  private func reachable(from roots: [Int]) -> Set<Int> {
    var seen: Set<Int> = []
    var open = roots
    while let gate = open.popLast() {
      guard seen.insert(gate).inserted else { continue }
      open.append(contentsOf: draft[gate].inputs.lazy.map(\.gate))
    }
    return seen
  }

  private mutating func countUses(by gate: Int) {
    for input in draft[gate].inputs {
      uses[input.gate] += 1
      if let scope = input.scope, input.copies > 1 { countSharedParts(input.gate, scope) }
    }
  }

  /// Copies share what isn't new in each of them: a use for each copy.
  private mutating func countSharedParts(_ gate: Int, _ scope: Int) {
    var open = [gate]
    var seen: Set<Int> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if scopes[next].contains(scope) {
        open.append(contentsOf: draft[next].inputs.lazy.map(\.gate))
      } else {
        uses[next] += 1
      }
    }
  }

  private mutating func rebuild(_ reached: [Int], _ draftRoots: [Int]) {
    var rebuilt = [Int](repeating: Gate.down, count: draft.gates.count)
    for gate in reached {
      let isPivot = uses[gate] > 1 && gate > Gate.up
      if isPivot { markPivot(gate) }
      let node = draft[gate]
      let inputs = node.inputs.map { input in
        var input = input
        input.gate = rebuilt[input.gate]
        return input
      }
      rebuilt[gate] = arena.make(node.operation, inputs)
      if isPivot, !node.inputs.isEmpty {
        rebuilt[gate] = arena.named(isAtomPivot.count - 1, rebuilt[gate])
      }
    }
    roots = draftRoots.map { rebuilt[$0] }
  }

  private mutating func markPivot(_ gate: Int) {
    if case .atom(let atom) = draft[gate].operation {
      arena.pivotOfAtom[atom] = isAtomPivot.count
      isAtomPivot.append(true)
    } else {
      isAtomPivot.append(false)
    }
    arena.scopesOfPivot.append(scopes[gate])
  }
}
