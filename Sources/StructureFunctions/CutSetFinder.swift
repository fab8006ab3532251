/// Minimal cut sets of gates, from the inputs up: cuts of a conjunction are those of its inputs, of a
/// disjunction all unions (Fussell and Vesely 1972), each time without what another cut contains.
struct CutSetFinder {
  /// For each atom how many of it are down.
  struct Cut: Hashable {
    var counts: [Int: Int]

    var order: Int { counts.values.reduce(0, +) }

    func isWithin(_ other: Cut) -> Bool {
      counts.allSatisfy { atom, count in count <= other.counts[atom] ?? 0 }
    }
  }

  private let arena: GateArena
  private let scopesOfAtom: [Set<Int>]
  private let order: Int
  private let limit: Int
  private var known: [Int: [Cut]] = [:]

  init(_ compiler: StructureCompiler, order: Int, limit: Int) {
    arena = compiler.arena
    scopesOfAtom = compiler.atoms.map { Set(compiler.scopes.chain($0.scope)) }
    self.order = order
    self.limit = limit
  }

  mutating func cuts(of gate: Int) throws(StructureFunctionError) -> [Cut] {
    if let found = known[gate] { return found }
    let found = try minimal(findCuts(arena[gate]))
    known[gate] = found
    return found
  }

  private mutating func findCuts(_ gate: Gate) throws(StructureFunctionError) -> [Cut] {
    switch gate.operation {
    case .constant(let isUp): return isUp ? [] : [Cut(counts: [:])]
    case .atom(let atom): return [Cut(counts: [atom: 1])]
    case .named: return try cuts(of: gate.inputs[0].gate)
    case .all:
      var all: [Cut] = []
      for input in gate.inputs { all += try cuts(of: input.gate) }
      return all
    case .any:
      var all = [Cut(counts: [:])]
      for input in gate.inputs { all = try unions(all, cuts(of: input.gate), copiesOf: nil) }
      return all
    case .atLeast(let need): return try threshold(gate.inputs, need)
    case .weighted(let threshold): return try weighted(gate.inputs[...], threshold)
    }
  }

  // MARK: Thresholds

  private mutating func threshold(
    _ inputs: [Gate.Input], _ need: Int
  ) throws(StructureFunctionError) -> [Cut] {
    let failures = inputs.reduce(0) { $0 + $1.copies } - need + 1
    var partial = [0: [Cut(counts: [:])]]
    for input in inputs {
      let choices = try copies(of: input)
      var next = partial
      for (count, cuts) in partial {
        for (more, own) in choices {
          let reached = min(failures, count + more)
          next[reached, default: []] += try unions(cuts, own, copiesOf: nil)
        }
      }
      for (count, cuts) in next { next[count] = try minimal(cuts) }
      partial = next
    }
    return partial[failures] ?? []
  }

  /// Cuts of 1, 2, … copies, by how many copies they take down; where more copies have the same
  /// cuts as fewer, only the most.
  private mutating func copies(
    of input: Gate.Input
  ) throws(StructureFunctionError) -> [(count: Int, cuts: [Cut])] {
    let single = try cuts(of: input.gate)
    var result = [(count: 1, cuts: single)]
    for count in 1..<max(input.copies, 1) {
      let last = result[result.count - 1].cuts
      let more = try minimal(unions(last, single, copiesOf: input.scope))
      if Set(more) == Set(last) {
        result[result.count - 1].count = input.copies
        break
      }
      result.append((count + 1, more))
    }
    return result
  }

  private mutating func weighted(
    _ inputs: ArraySlice<Gate.Input>, _ threshold: Double
  ) throws(StructureFunctionError) -> [Cut] {
    if threshold <= StructureFunction.levelTolerance { return [] }
    guard let first = inputs.first else { return [Cut(counts: [:])] }
    let rest = inputs.dropFirst()
    let whenUp = try weighted(rest, threshold - first.weight)
    let whenDown = try unions(weighted(rest, threshold), cuts(of: first.gate), copiesOf: nil)
    return try minimal(whenUp + whenDown)
  }

  // MARK: Sets of cuts

  /// All unions of a cut of each; between copies of a scope what is new in each copy adds up.
  private func unions(
    _ left: [Cut], _ right: [Cut], copiesOf scope: Int?
  ) throws(StructureFunctionError) -> [Cut] {
    var result: Set<Cut> = []
    for first in left {
      for second in right {
        let union = union(first, second, copiesOf: scope)
        if union.order <= order { result.insert(union) }
        guard result.count <= limit else { throw .tooManyCutSets(limit: limit) }
      }
    }
    return Array(result)
  }

  private func union(_ left: Cut, _ right: Cut, copiesOf scope: Int?) -> Cut {
    var counts = left.counts
    for (atom, count) in right.counts {
      let isNew = scope.map(scopesOfAtom[atom].contains) ?? false
      counts[atom] = isNew ? (counts[atom] ?? 0) + count : max(counts[atom] ?? 0, count)
    }
    return Cut(counts: counts)
  }

  private func minimal(_ cuts: [Cut]) throws(StructureFunctionError) -> [Cut] {
    guard cuts.count <= 4 * limit else { throw .tooManyCutSets(limit: limit) }
    var kept: [Cut] = []
    for cut in Set(cuts).sorted(by: { $0.order < $1.order }) where cut.order <= order {
      if !kept.contains(where: { $0.isWithin(cut) }) { kept.append(cut) }
    }
    guard kept.count <= limit else { throw .tooManyCutSets(limit: limit) }
    return kept
  }
}
