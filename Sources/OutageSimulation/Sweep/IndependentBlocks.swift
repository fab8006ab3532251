import StructureFunctions

/// Components in blocks that meet in nothing but a conjunction at the top.
///
/// While at most one component of each block is down, no component that several blocks share is,
/// and none of those that are down changes the service alone, the service is fully up: what happens
/// need not be followed through the gates.
struct IndependentBlocks: Sendable {
  /// For each component its block; -1 for what several blocks share.
  let blockOfComponent: [Int32]
  let count: Int

  init(_ network: ComponentNetwork) {
    let components = network.componentCount
    var leader = Array(0..<(components + network.limits.count))
    func find(_ start: Int) -> Int {
      var node = start
      while leader[node] != node {
        leader[node] = leader[leader[node]]
        node = leader[node]
      }
      return node
    }
    // A conjunction that is a root and nothing else joins no blocks.
    var isTop = [Bool](repeating: false, count: network.limits.count)
    for case .gate(let gate) in network.roots where network.limits[gate] == 1 {
      let node = components + gate
      isTop[gate] = network.firstParent[node] == network.firstParent[node + 1]
    }
    func uses(_ node: Int) -> ArraySlice<Int32> {
      network.parents[Int(network.firstParent[node])..<Int(network.firstParent[node + 1])]
    }
    for node in leader.indices where node >= components || uses(node).count == 1 {
      for gate in uses(node) where !isTop[Int(gate)] {
        leader[find(node)] = find(components + Int(gate))
      }
    }
    blockOfComponent = Self.blocks(components) { component in
      let parents = uses(component).filter { !isTop[Int($0)] }
      guard uses(component).count > 1 else { return find(component) }
      let met = Set(parents.map { find(components + Int($0)) })
      return met.count == 1 && parents.count == uses(component).count ? met.first : nil
    }
    count = Int(blockOfComponent.max() ?? -1) + 1
  }

  /// Numbers the blocks that are met; nil is shared.
  private static func blocks(_ components: Int, _ block: (Int) -> Int?) -> [Int32] {
    var known: [Int: Int32] = [:]
    return (0..<components).map { component in
      guard let leader = block(component) else { return -1 }
      if let number = known[leader] { return number }
      known[leader] = Int32(known.count)
      return Int32(known.count - 1)
    }
  }
}
