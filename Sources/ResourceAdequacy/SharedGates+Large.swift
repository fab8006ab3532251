/// Alike gates that nest, but with so much behind each that numbers are cheaper than sums.
extension SharedGates {
  /// Below so many multiplications the sums are taken, which subtract nothing.
  private static let largeSum = 50_000_000

  /// The classes of some gates of the whole fleet's sum that are better decided by number.
  ///
  /// Behind n alike gates the law with j open is that of j times the members, kind by kind: for some
  /// kinds of many members that takes far fewer multiplications than adding up n laws of a gate's own
  /// levels.
  static func largeClasses(of gates: [Int], _ nodes: FleetNodes) -> [[Int]] {
    let root = nodes.nodes[nodes.root]
    guard square(extent(of: root.items)) / 2 > largeSum else { return [] }
    let places = root.placesOfGates
    return classes(of: gates, nodes).filter { alike in
      let items = (places[alike[0]] ?? []).map { root.items[$0] }
      let n = alike.count
      let sums = square(extent(of: items)) * (n * (n - 1) / 2)
      let numbers = costOfKinds(items) * (n * (n + 1) * (2 * n + 1) / 6)
      return n > 1 && sums > largeSum && sums > 4 * numbers
    }
  }

  private static func square(_ number: Int) -> Int {
    let bounded = min(number, 1 << 20)
    return bounded * bounded
  }

  /// The number of levels of a sum of members, about.
  private static func extent(of items: [(item: SumNode.Item, count: Int)]) -> Int {
    let sizes = items.map { $0.item.steps * $0.count }
    let stride = items.reduce(0) { greatestCommonDivisor($0, $1.item.steps) }
    return sizes.reduce(0, +) / max(1, stride)
  }

  /// The multiplications that adding the kinds one after another takes.
  private static func costOfKinds(_ items: [(item: SumNode.Item, count: Int)]) -> Int {
    let stride = max(1, items.reduce(0) { greatestCommonDivisor($0, $1.item.steps) })
    var extent = 0
    var cost = 0
    for (item, count) in items {
      cost += min(extent, 1 << 22) * min(count, 1 << 22)
      extent += item.steps * count / stride
    }
    return cost
  }
}

extension SumNode.Item {
  /// What a member adds, in steps; 0 for a pool.
  fileprivate var steps: Int {
    if case .members(_, let steps) = content { steps } else { 0 }
  }
}
