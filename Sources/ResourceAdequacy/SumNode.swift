import Quantities
import Topology

/// A sum of effective members, some behind gates: the inside of a gate, of a pool with a need, or the
/// whole fleet.
struct SumNode {
  /// One term of the sum.
  struct Item: Hashable {
    let content: Content
    /// The gates that it stands behind, ascending, each once.
    var gates: [Int]
  }

  /// What a term adds.
  enum Content: Hashable {
    /// Identical members, each of so many steps.
    case members(Component, steps: Int)
    /// A pool with a need, by the index of its node.
    case pool(Int)
  }

  /// Carries nothing below so many strides; 1 for no such cut.
  let need: Int
  /// The terms, each with how often it occurs: 1 for a pool.
  private(set) var items: [(item: Item, count: Int)] = []
  private var places: [Item: Int] = [:]

  init(need: Int) { self.need = need }

  init(need: Int, cells: [CapacityFleet.Cell], steps: Int, without hoisted: Set<Int> = []) {
    self.need = need
    for cell in cells { add(cell, steps: steps, without: hoisted) }
  }

  mutating func add(_ cell: CapacityFleet.Cell, steps: Int, without hoisted: Set<Int> = []) {
    let gates = hoisted.isEmpty ? cell.gates : cell.gates.filter { !hoisted.contains($0) }
    add(Item(content: .members(cell.component, steps: steps), gates: gates), count: cell.members)
  }

  mutating func add(_ item: Item, count: Int) {
    if let place = places[item] {
      items[place].count += count
    } else {
      places[item] = items.count
      items.append((item, count))
    }
  }

  /// How often an item occurs, 0 for one that doesn't.
  func count(of item: Item) -> Int { places[item].map { items[$0].count } ?? 0 }

  /// For each gate met, the places of the items behind it.
  var placesOfGates: [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (place, entry) in items.enumerated() {
      for gate in entry.item.gates { result[gate, default: []].append(place) }
    }
    return result
  }
}

/// The sums that a fleet is made of: one for each gate, then one for each pool with a need, then the
/// whole.
struct FleetNodes {
  let nodes: [SumNode]
  /// The number of gates: node i below it is the inside of gate i.
  let gates: Int

  init(_ fleet: CapacityFleet) {
    gates = fleet.gates.count
    var nodes = fleet.gates.map { SumNode(need: $0.need, cells: $0.cells, steps: 1) }
    var whole = SumNode(need: 1)
    for pool in fleet.pools {
      guard pool.need > 1 else {
        for cell in pool.cells { whole.add(cell, steps: pool.capacity) }
        continue
      }
      let common = Self.commonGates(pool.cells)
      whole.add(SumNode.Item(content: .pool(nodes.count), gates: common.sorted()), count: 1)
      nodes.append(
        SumNode(need: pool.need, cells: pool.cells, steps: pool.capacity, without: common))
    }
    nodes.append(whole)
    self.nodes = nodes
  }

  /// The whole fleet's.
  var root: Int { nodes.count - 1 }

  private static func commonGates(_ cells: [CapacityFleet.Cell]) -> Set<Int> {
    guard let first = cells.first else { return [] }
    return cells.dropFirst().reduce(Set(first.gates)) { $0.intersection($1.gates) }
  }
}
