/// What gates depend on.
extension GateArena {
  /// For each atom whether the roots depend on it. Cost: linear in the arena.
  func atoms(below roots: [Int]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: gates.count)
    var isUsed = [Bool](repeating: false, count: gates.count)
    walk(
      from: roots,
      isNew: { gate in
        defer { isReached[gate] = true }
        return !isReached[gate]
      },
      atom: { isUsed[$0] = true })
    return isUsed
  }

  /// The atoms that the roots depend on. Cost: linear in what is below them.
  func atomSet(below roots: [Int]) -> Set<Int> {
    var seen: Set<Int> = []
    var atoms: Set<Int> = []
    walk(from: roots, isNew: { seen.insert($0).inserted }, atom: { atoms.insert($0) })
    return atoms
  }

  private func walk(from roots: [Int], isNew: (Int) -> Bool, atom: (Int) -> Void) {
    var open = roots
    while let gate = open.popLast() {
      guard isNew(gate) else { continue }
      if case .atom(let number) = gates[gate].operation { atom(number) }
      open.append(contentsOf: gates[gate].inputs.lazy.map(\.gate))
    }
  }
}
