import Topology

extension ComponentNetwork {
  /// A network of some roots alone, given by their places in ``roots``, with thresholds 1, 2, …;
  /// and for each of its components the number that it has here.
  ///
  /// Components keep their order. Timed parts are components like others there, and couplings are
  /// left out. Cost: linear in what is kept but for sorting it; in a network without timed parts
  /// linear in the whole.
  public func restricted(to roots: [Int]) -> (network: ComponentNetwork, components: [Int]) {
    let inputs =
      self.inputs ?? NodeInputs(firstParent, parents, parentWeights, gates: limits.count)
    let kept = nodes(below: roots, inputs)
    let components = kept.filter { $0 < componentCount }
    var number: [Int: Root] = [:]
    for (new, old) in components.enumerated() { number[old] = .component(new) }
    let gates = kept[components.count...]
    for (new, old) in gates.enumerated() { number[old] = .gate(new) }
    let (rows, rowOfComponent) = rows(of: components)
    let network = ComponentNetwork(
      gates.map { gate in
        NetworkGate(
          limit: limits[gate - componentCount],
          inputs[gate - componentCount].map { input in
            .init(node: number[Int(input.node)] ?? .always, weight: input.weight)
          })
      },
      roots: roots.map { root in node(self.roots[root]).flatMap { number[$0] } ?? self.roots[root]
      },
      rows: rows, rowOfComponent: rowOfComponent,
      thresholds: (1...max(roots.count, 1)).map(Double.init),
      parts: [], couplings: [])
    return (network, components)
  }

  /// The number of a root among components and then gates; nil for a constant.
  private func node(_ root: Root) -> Int? {
    switch root {
    case .always, .never: nil
    case .component(let component): component
    case .gate(let gate): componentCount + gate
    }
  }

  /// All nodes that roots depend on, ascending.
  private func nodes(below roots: [Int], _ inputs: NodeInputs) -> [Int] {
    var seen: Set<Int> = []
    var open = roots.compactMap { node(self.roots[$0]) }
    while let next = open.popLast() {
      guard seen.insert(next).inserted, next >= componentCount else { continue }
      open.append(contentsOf: inputs[next - componentCount].lazy.map { Int($0.node) })
    }
    return seen.sorted()
  }

  /// The kinds of some components, ascending, each with as many as there are of it.
  private func rows(of components: [Int]) -> (rows: [ComponentRow], rowOfComponent: [Int]) {
    var kinds: [(row: Int, members: Int)] = []
    var rowOfComponent: [Int] = []
    for component in components {
      let row = self.rowOfComponent[component]
      if kinds.last?.row != row { kinds.append((row, 0)) }
      kinds[kinds.count - 1].members += 1
      rowOfComponent.append(kinds.count - 1)
    }
    return (kinds.map { rows[$0.row].counting($0.members) }, rowOfComponent)
  }
}

extension ComponentRow {
  /// The same kind with so many components.
  fileprivate func counting(_ members: Int) -> ComponentRow {
    ComponentRow(
      name: name, part: part, domains: domains, members: members, component: component)
  }
}
