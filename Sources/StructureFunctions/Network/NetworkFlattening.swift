/// Takes gates that are used once, by a gate of the same operation, into that gate.
struct NetworkFlattening {
  private(set) var gates: [NetworkGate] = []
  private(set) var roots: [ComponentNetwork.Root] = []

  init(_ nested: [NetworkGate], roots nestedRoots: [ComponentNetwork.Root]) {
    let flat = Self.flatten(nested, uses: Self.uses(nested, nestedRoots))
    var number = [Int](repeating: 0, count: flat.count)
    for (old, gate) in flat.enumerated() {
      guard let gate else { continue }
      number[old] = gates.count
      gates.append(gate.renumbered(number))
    }
    roots = nestedRoots.map { $0.renumbered(number) }
  }

  private static func uses(_ gates: [NetworkGate], _ roots: [ComponentNetwork.Root]) -> [Int] {
    var uses = [Int](repeating: 0, count: gates.count)
    for gate in gates {
      for input in gate.inputs { if case .gate(let inner) = input.node { uses[inner] += 1 } }
    }
    // A root is kept whatever else uses it.
    for case .gate(let root) in roots { uses[root] += 2 }
    return uses
  }

  /// Inputs come before the gates that use them, so that each gate is flat when it is absorbed.
  private static func flatten(_ gates: [NetworkGate], uses: [Int]) -> [NetworkGate?] {
    var flat: [NetworkGate?] = []
    flat.reserveCapacity(gates.count)
    for gate in gates {
      var absorbed: [Int] = []
      let merged = gate.absorbing { node in
        guard case .gate(let number) = node, uses[number] == 1, let inner = flat[number],
          gate.isAll ? inner.isAll : gate.isAny && inner.isAny
        else { return nil }
        absorbed.append(number)
        return inner
      }
      for number in absorbed { flat[number] = nil }
      flat.append(merged)
    }
    return flat
  }
}

extension NetworkGate {
  fileprivate func renumbered(_ number: [Int]) -> NetworkGate {
    NetworkGate(
      limit: limit,
      inputs.map { .init(node: $0.node.renumbered(number), weight: $0.weight) })
  }
}

extension ComponentNetwork.Root {
  fileprivate func renumbered(_ number: [Int]) -> ComponentNetwork.Root {
    guard case .gate(let old) = self else { return self }
    return .gate(number[old])
  }
}
