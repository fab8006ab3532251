/// Stands for whatever a gate is asked to be critical for.
struct Marker {
  let gate: Int
  let pivot: Int
}

/// Gates with a marked place.
extension GateArena {
  /// Adds a marker, as the component `atom`.
  mutating func addMarker(atom: Int) -> Marker {
    let pivot = scopesOfPivot.count
    pivotOfAtom[atom] = pivot
    scopesOfPivot.append([])
    return Marker(gate: self.atom(atom), pivot: pivot)
  }

  /// The gate with another one in the place of a pivot. Cost: the gates that depend on the pivot.
  mutating func replacing(_ pivot: Int, by substitute: Int, in gate: Int) -> Int {
    var known: [Int: Int] = [:]
    return replacing(pivot, by: substitute, in: gate, &known)
  }

  private mutating func replacing(
    _ pivot: Int, by substitute: Int, in gate: Int, _ known: inout [Int: Int]
  ) -> Int {
    guard supports[gate].contains(pivot) else { return gate }
    if let result = known[gate] { return result }
    let result: Int
    switch gates[gate].operation {
    case .atom, .named(pivot): result = substitute
    default:
      result = rebuild(gates[gate]) { arena, input in
        arena.replacing(pivot, by: substitute, in: input.gate, &known)
      }
    }
    known[gate] = result
    return result
  }
}
