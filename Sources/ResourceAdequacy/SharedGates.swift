/// The gates that must be decided before a fleet falls into independent parts, as few as are found.
///
/// A gate that is used in one sum only needs no decision when what stands behind it there is inside,
/// around or beside what stands behind every other such gate: the sums then nest like zones in
/// regions.
struct SharedGates {
  /// Gates to decide, alike ones together; the gates inside a gate come before it.
  private(set) var classes: [[Int]] = []

  init(_ fleet: CapacityFleet, _ nodes: FleetNodes) {
    let shared = Self.shared(nodes)
    for gate in shared {
      if let place = classes.firstIndex(where: { Self.areAlike($0[0], gate, fleet, nodes) }) {
        classes[place].append(gate)
      } else {
        classes.append([gate])
      }
    }
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
    _ first: Int, _ second: Int, _ fleet: CapacityFleet, _ nodes: FleetNodes
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

/// Gates of one sum, the ones with the fewest items first, as far as they nest.
struct NestedGates {
  /// Gates that cross another one.
  private(set) var crossing: [Int] = []
  /// The others, inner ones first.
  private(set) var nested: [Int] = []

  init(_ placesOfGates: [Int: [Int]]) {
    let order = placesOfGates.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    // For each item the outermost block so far that holds it, and each block's size.
    var block: [Int: Int] = [:]
    var size: [Int: Int] = [:]
    for (gate, places) in order {
      let inner = Set(places.compactMap { block[$0] })
      let held = inner.reduce(0) { $0 + (size[$1] ?? 0) }
      guard held == places.count(where: { block[$0] != nil }) else {
        crossing.append(gate)
        continue
      }
      nested.append(gate)
      for place in places { block[place] = gate }
      size[gate] = places.count
    }
  }
}
