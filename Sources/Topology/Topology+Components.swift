/// A topology in which components may be exchanged for others.
extension Topology {
  /// The definitions with every component of an expression or a group replaced by another.
  package func definitions(
    replacingComponents replacement: (Component) -> Component
  ) -> [Definition] {
    definitions.map { $0.replacingComponents(replacement) }
  }

  /// The families of domains with every component replaced by another.
  package func families(
    replacingComponents replacement: (Component) -> Component
  ) -> [DomainFamily] {
    families.map { family in
      DomainFamily(
        family.name, count: family.count, per: family.parent, inside: family.inside,
        replacement(family.component))
    }
  }

  /// True when the other differs in the availabilities and times of components at most.
  package func hasSameShape(as other: Topology) -> Bool {
    let shape: (Component) -> Component = { .perfect.carrying($0.capacity).costing($0.cost) }
    return definitions(replacingComponents: shape) == other.definitions(replacingComponents: shape)
      && families(replacingComponents: shape) == other.families(replacingComponents: shape)
  }
}

extension Definition {
  /// The definition with every component of its expression or group replaced by another.
  package func replacingComponents(_ replacement: (Component) -> Component) -> Definition {
    switch body {
    case .group(var group):
      group.member = replacement(group.member)
      return withBody(.group(group))
    case .expression(let expression):
      return withBody(.expression(expression.replacingComponents(replacement)))
    case .changes, .maintenance: return self
    }
  }

  /// The same definition made of something else.
  package func withBody(_ body: Body) -> Definition {
    var result = self
    result.body = body
    return result
  }
}

extension Expression {
  /// The expression with every component in it replaced by another.
  fileprivate func replacingComponents(_ replacement: (Component) -> Component) -> Expression {
    let replaced = operands.map { $0.replacingComponents(replacement) }
    return switch self {
    case .component(let component): .component(replacement(component))
    case .level, .name: self
    case .all: .all(replaced)
    case .any: .any(replaced)
    case .sum: .sum(replaced)
    case .atLeast(let need, _): .atLeast(need, of: replaced)
    case .copies(let need, let count, _): .copies(need: need, count: count, of: replaced[0])
    case .standby: .standby(primary: replaced[0], standby: replaced[1])
    case .failover(_, _, let failover):
      .failover(primary: replaced[0], standby: replaced[1], failover)
    case .behaving(_, let effect): .behaving(replaced[0], effect)
    case .fallback(_, let level): .fallback(replaced[0], level)
    case .weighted(let terms):
      .weighted(zip(terms, replaced).map { WeightedTerm(weight: $0.weight, $1) })
    }
  }
}
