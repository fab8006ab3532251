/// A gate of a ``ComponentNetwork``: down while the weight of its inputs that are down is at least
/// its limit.
struct NetworkGate {
  struct Input {
    let node: ComponentNetwork.Root
    var weight: Int64
  }

  private(set) var limit: Int64
  private(set) var inputs: [Input]
  /// Up while any input is.
  private(set) var isAny = false

  /// Gathers equal inputs; weights beyond the limit count as the limit.
  init(limit: Int64, _ inputs: [Input]) {
    self.limit = limit
    self.inputs = []
    self.inputs.reserveCapacity(inputs.count)
    for input in inputs.sorted(by: { $0.node.order < $1.node.order }) {
      if let last = self.inputs.last, last.node == input.node {
        self.inputs[self.inputs.count - 1].weight += input.weight
      } else {
        self.inputs.append(input)
      }
    }
    for place in self.inputs.indices {
      self.inputs[place].weight = min(self.inputs[place].weight, limit)
    }
    shrinkWeights()
  }

  /// All inputs up, or any of them, or of equal weights: then every input counts 1.
  private mutating func shrinkWeights() {
    isAny = limit == inputs.reduce(0) { $0 + $1.weight }
    guard let weight = inputs.first?.weight, weight > 0,
      isAny || inputs.allSatisfy({ $0.weight == weight })
    else { return }
    limit = isAny ? Int64(inputs.count) : (limit + weight - 1) / weight
    for place in inputs.indices { inputs[place].weight = 1 }
  }

  /// Up while all inputs are.
  var isAll: Bool { limit == 1 }

  /// What the gate comes down to when it needs no gate.
  var substitute: ComponentNetwork.Root? {
    if limit <= 0 { return .never }
    if inputs.reduce(0, { $0 + $1.weight }) < limit { return .always }
    return inputs.count == 1 ? inputs[0].node : nil
  }

  /// With the inputs of inner gates of its own operation in their place.
  func absorbing(_ absorbed: (ComponentNetwork.Root) -> NetworkGate?) -> NetworkGate {
    var limit = limit
    var merged: [Input] = []
    for input in inputs {
      guard let inner = absorbed(input.node) else {
        merged.append(input)
        continue
      }
      merged += inner.inputs
      limit += isAll ? 0 : inner.limit - 1
    }
    return merged.count == inputs.count ? self : NetworkGate(limit: limit, merged)
  }
}

extension ComponentNetwork.Root {
  /// Components in order, then gates.
  fileprivate var order: Int {
    switch self {
    case .always, .never: -1
    case .component(let number): number
    case .gate(let number): number + ComponentNetwork.sizeLimit
    }
  }
}
