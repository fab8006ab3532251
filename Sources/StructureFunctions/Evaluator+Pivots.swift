import Quantities

/// Expansion on shared parts.
extension Evaluator {
  mutating func expandOnPivot(
    _ gate: Int, _ parts: IndependentParts
  ) throws(StructureFunctionError) -> Outcome {
    let pivot = choosePivot(parts, in: [gate])
    let event = try outcome(arena.content(ofPivot: pivot, in: gate) ?? gate)
    let up = arena.cofactor(gate, pivot, true)
    let down = arena.cofactor(gate, pivot, false)
    return try expand(on: event, up: up, down: down)
  }

  /// The pivot that most inputs depend on; among equals the largest part that is independent of all
  /// that remains without it.
  mutating func choosePivot(
    _ parts: IndependentParts, in gates: [Int], around marker: Marker? = nil
  ) -> Int {
    let ranked = parts.sharedPivots.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    var start = ranked.startIndex
    while start < ranked.endIndex {
      let rank = ranked[start].value
      let tied = ranked[start...].prefix { $0.value == rank }.map(\.key)
      if let part = largestSeparablePart(tied, gates, marker) { return part }
      if let atom = tied.first(where: { isAtomPivot[$0] }) { return atom }
      start += tied.count
    }
    return ranked[ranked.startIndex].key
  }

  private mutating func largestSeparablePart(
    _ pivots: [Int], _ gates: [Int], _ marker: Marker?
  ) -> Int? {
    var best: (pivot: Int, size: Int)?
    for pivot in pivots where !isAtomPivot[pivot] {
      guard let content = arena.content(ofPivot: pivot, in: gates) else { continue }
      let size = arena.support(content).pivots.count
      if size > best?.size ?? -1, arena.isSeparable(pivot, content, in: gates, around: marker) {
        best = (pivot, size)
      }
    }
    return best?.pivot
  }

  mutating func weighted(_ gate: Int, _ node: Gate) throws(StructureFunctionError) -> Outcome {
    let parts = IndependentParts(of: node.inputs, in: arena)
    guard parts.areAllSingle, case .weighted(let threshold) = node.operation else {
      return try expandOnPivot(gate, parts)
    }
    let heaviest = node.inputs.indices.max { node.inputs[$0].weight < node.inputs[$1].weight } ?? 0
    var rest = node.inputs
    let input = rest.remove(at: heaviest)
    let event = try outcome(input.gate)
    let up = arena.weighted(threshold - input.weight, rest)
    let down = arena.weighted(threshold, rest)
    return try expand(on: event, up: up, down: down)
  }
}

extension GateArena {
  /// The gate that a pivot stands for within another gate: the component itself, or what is left of
  /// a shared gate once other pivots are fixed.
  func content(ofPivot pivot: Int, in gate: Int) -> Int? {
    var open = [gate]
    var seen: Set<Int> = []
    while let next = open.popLast() {
      guard supports[next].contains(pivot), seen.insert(next).inserted else { continue }
      switch gates[next].operation {
      case .named(pivot): return gates[next].inputs[0].gate
      case .atom: return next
      default: open.append(contentsOf: gates[next].inputs.lazy.map(\.gate))
      }
    }
    return nil
  }

  /// What the pivot stands for within the first of some gates that depends on it.
  func content(ofPivot pivot: Int, in gates: [Int]) -> Int? {
    gates.lazy.compactMap { content(ofPivot: pivot, in: $0) }.first
  }

  /// True when what remains of the gates without the pivot shares nothing with it.
  mutating func isSeparable(_ pivot: Int, _ content: Int, in gates: [Int]) -> Bool {
    let own = supports[content]
    return gates.allSatisfy { gate in
      let up = cofactor(gate, pivot, true)
      let down = cofactor(gate, pivot, false)
      return own.isDisjoint(with: supports[up]) && own.isDisjoint(with: supports[down])
    }
  }

  /// True when nothing of the gates but the pivot itself, and perhaps the marker, holds parts of the
  /// pivot: also what simplifies away once the pivot is fixed counts, for a marker isn't fixed.
  mutating func isSeparable(
    _ pivot: Int, _ content: Int, in gates: [Int], around marker: Marker?
  ) -> Bool {
    guard let marker else { return isSeparable(pivot, content, in: gates) }
    let own = supports[content].filter { $0 != marker.pivot }
    return own.isEmpty || !holdsParts(own, outside: pivot, in: gates)
  }

  private func holdsParts(_ parts: PivotSet, outside pivot: Int, in gates: [Int]) -> Bool {
    var open = gates
    var seen: Set<Int> = []
    while let next = open.popLast() {
      guard !supports[next].isDisjoint(with: parts), seen.insert(next).inserted else { continue }
      switch self.gates[next].operation {
      case .named(pivot): continue
      case .named(let other) where parts.contains(other): return true
      case .atom: return true
      default: open.append(contentsOf: self.gates[next].inputs.lazy.map(\.gate))
      }
    }
    return false
  }
}
