import Topology

extension Topology {
  /// True when something in it follows from histories.
  var holdsBehaviour: Bool {
    definitions.contains { definition in
      let isBody =
        switch definition.body {
        case .group(let group): group.behaviour != .independent
        case .expression(let expression): expression.holdsFailover
        case .changes, .maintenance: true
        }
      return isBody || !definition.sends.isEmpty || !definition.breakers.isEmpty
        || !definition.afterEffects.isEmpty
    }
  }
}

extension Expression {
  fileprivate var holdsFailover: Bool {
    if case .failover = self { return true }
    return operands.contains(where: \.holdsFailover)
  }
}
