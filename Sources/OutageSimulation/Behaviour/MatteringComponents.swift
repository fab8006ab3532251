import StructureFunctions

/// Which components may change something by failing alone, whatever parts with a history do meanwhile.
///
/// A failure that overlaps no other may be passed over where its component is none of these. The
/// answer errs on the safe side: a gate counts as changed when its inputs that may be down for either
/// reason together reach its limit.
struct MatteringComponents {
  private let network: ComponentNetwork
  /// For each node whether it may be down by what has a history alone.
  private var mayBeDown: [Bool]
  /// For each gate the weight of such inputs.
  private var weights: [Int64]
  private var isRoot: [Bool]
  /// For each gate the weight that one component adds; all 0 between components.
  private var added: [Int64]
  /// For each gate whether one component may change it; all false between components.
  private var isChanged: [Bool]

  /// `others`: the components whose downtime is not a component's own.
  init(_ network: ComponentNetwork, others: [Int]) {
    self.network = network
    let count = network.componentCount
    mayBeDown = [Bool](repeating: false, count: count + network.limits.count)
    weights = [Int64](repeating: 0, count: network.limits.count)
    added = weights
    isChanged = [Bool](repeating: false, count: network.limits.count)
    isRoot = mayBeDown
    for root in network.roots {
      switch root {
      case .component(let component): isRoot[component] = true
      case .gate(let gate): isRoot[count + gate] = true
      case .always, .never: break
      }
    }
    for component in others { mayBeDown[component] = true }
    for node in mayBeDown.indices {
      if node >= count, weights[node - count] >= network.limits[node - count] {
        mayBeDown[node] = true
      }
      if mayBeDown[node] { addWeight(of: node) }
    }
  }

  private func uses(of node: Int) -> Range<Int> {
    Int(network.firstParent[node])..<Int(network.firstParent[node + 1])
  }

  private mutating func addWeight(of node: Int) {
    for use in uses(of: node) { weights[Int(network.parents[use])] += network.parentWeights[use] }
  }

  /// Whether a failure of the component may change a root.
  mutating func mayMatter(_ component: Int) -> Bool {
    var touched: [Int] = []
    defer {
      for gate in touched {
        added[gate] = 0
        isChanged[gate] = false
      }
    }
    var waiting = [component]
    while let node = waiting.popLast() {
      if isRoot[node] { return true }
      for use in uses(of: node) {
        let gate = Int(network.parents[use])
        if let opened = spread(node, to: gate, weight: network.parentWeights[use], &touched) {
          waiting.append(opened)
        }
      }
    }
    return false
  }

  /// Adds what a node weighs in a gate; the gate's own node when that may change it for the first time.
  private mutating func spread(
    _ node: Int, to gate: Int, weight: Int64, _ touched: inout [Int]
  ) -> Int? {
    touched.append(gate)
    // What may be down anyway is counted already.
    if !mayBeDown[node] { added[gate] += weight }
    guard !isChanged[gate], weights[gate] + added[gate] >= network.limits[gate] else { return nil }
    isChanged[gate] = true
    return network.componentCount + gate
  }
}
