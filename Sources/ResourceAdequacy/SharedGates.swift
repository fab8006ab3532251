/// The gates that must be decided before a fleet falls into independent parts, as few as are found.
///
/// A gate that is used in one sum only needs no decision when what stands behind it there is inside,
/// around or beside what stands behind every other such gate: the sums then nest like zones in
/// regions.
struct SharedGates {
  /// Gates to decide, alike ones together; the gates inside a gate come before it.
  private(set) var classes: [[Int]] = []

  init(_ nodes: FleetNodes) {
    let shared = Self.shared(nodes)
    classes = Self.classes(of: shared, nodes)
    let others = nodes.nodes[nodes.root].placesOfGates.keys.filter { !shared.contains($0) }
    classes += Self.largeClasses(of: others.sorted(), nodes)
  }

  static func classes(of gates: [Int], _ nodes: FleetNodes) -> [[Int]] {
    var classes: [[Int]] = []
    for gate in gates {
      if let place = classes.firstIndex(where: { areAlike($0[0], gate, nodes) }) {
        classes[place].append(gate)
      } else {
        classes.append([gate])
      }
    }
    return classes
  }

  /// How many combinations of open counts there are; nil above the limit.
  func states(limit: Int) -> Int? {
    var product = 1
    for alike in classes {
      let (next, overflows) = product.multipliedReportingOverflow(by: alike.count + 1)
      guard !overflows, next <= limit else { return nil }
      product = next
    }
    return product
  }

  private static func shared(_ nodes: FleetNodes) -> [Int] {
    let places = nodes.nodes.map(\.placesOfGates)
    var uses = [Int](repeating: 0, count: nodes.gates)
    for gates in places { for gate in gates.keys { uses[gate] += 1 } }
    var shared = Set(uses.indices.filter { uses[$0] > 1 })
    for gates in places {
      let local = gates.filter { !shared.contains($0.key) }
      shared.formUnion(NestedGates(local).crossing)
    }
    return shared.sorted()
  }

  /// Whether exchanging two gates changes nothing.
  private static func areAlike(
    _ first: Int, _ second: Int, _ nodes: FleetNodes
  ) -> Bool {
    guard isPlain(nodes.nodes[first]), nodes.nodes[first].items.count == 1,
      nodes.nodes[second].items.count == 1,
      nodes.nodes[first].items[0] == nodes.nodes[second].items[0]
    else { return false }
    return nodes.nodes.allSatisfy { isUnchanged($0, exchanging: first, second) }
  }

  /// A single component that stands behind nothing.
  private static func isPlain(_ node: SumNode) -> Bool {
    node.items[0].count == 1 && node.items[0].item.gates.isEmpty
  }

  private static func isUnchanged(_ node: SumNode, exchanging first: Int, _ second: Int) -> Bool {
    node.items.allSatisfy { entry in
      let gates = entry.item.gates
      guard gates.contains(first) != gates.contains(second) else { return true }
      var image = entry.item
      image.gates = gates.map { $0 == first ? second : $0 == second ? first : $0 }.sorted()
      return node.count(of: image) == entry.count
    }
  }
}
