// Which of two topologies has more of the same.
extension Topology {
  /// True where `other` is this topology with more members in some groups, or more domains each of which
  /// brings members of its own, so that whatever is up here can be up there too: at any instant of
  /// histories drawn alike, no level is lower there.
  ///
  /// Groups that grow have members that don't depend on each other, and what stands above them has no
  /// rule that could turn shorter outages into longer ones: failovers, breakers, shared crews, queues that
  /// fill while they are up, tails of random length. False where that can't be told. Cost: linear in the topology.
  public func isPart(of other: Topology) -> Bool {
    guard definitions.count == other.definitions.count, families.count == other.families.count
    else { return false }
    guard let grownFamilies = familiesGrown(in: other) else { return false }
    var grown: Set<String> = []
    for (mine, theirs) in zip(definitions, other.definitions) {
      guard let isGrown = mine.isGrown(in: theirs, domains: grownFamilies) else { return false }
      if isGrown { grown.insert(mine.name) }
    }
    return !hasUnsteadyRule(above: grown.union(grownFamilies))
  }

  /// The families with more domains in `other`; nil where families differ in another way.
  private func familiesGrown(in other: Topology) -> Set<String>? {
    var grown: Set<String> = []
    for (mine, theirs) in zip(families, other.families) {
      guard mine.name == theirs.name, mine.parent == theirs.parent, mine.inside == theirs.inside,
        mine.component == theirs.component, mine.count <= theirs.count
      else { return nil }
      if mine.count < theirs.count { grown.insert(mine.name) }
    }
    // Domains within domains would move.
    return families.contains { $0.parent.map(grown.contains) ?? false } ? nil : grown
  }

  /// True where a rule depends on one of these that could turn shorter outages into longer ones.
  private func hasUnsteadyRule(above names: Set<String>) -> Bool {
    guard !names.isEmpty else { return false }
    var above = names
    if definitions.contains(where: { $0.isMaintenance(of: names) }) { return true }
    for index in evaluationOrder {
      let definition = definitions[index]
      guard
        above.contains(definition.name) || definition.dependencies.contains(where: above.contains)
      else { continue }
      above.insert(definition.name)
      if definition.isUnsteady { return true }
    }
    return false
  }
}

extension Definition {
  /// Whether the other has more of the same members, families of these names having more domains; nil
  /// where it differs in another way.
  fileprivate func isGrown(in other: Definition, domains grown: Set<String>) -> Bool? {
    if case .expression(let mine) = body, case .expression(let theirs) = other.body {
      return isGrown(mine, theirs, other)
    }
    guard case .group(let mine) = body, case .group(let theirs) = other.body else {
      return self == other ? false : nil
    }
    var same = self
    same.body = other.body
    guard same == other, mine.hasMore(theirs) else { return nil }
    let grows = mine.families.filter(grown.contains)
    let isLarger = mine.size != theirs.size
    guard isLarger || !grows.isEmpty else { return false }
    guard theirs.behaviour == .independent else { return nil }
    guard case .perDomain(let count, let family) = mine.size,
      case .perDomain(let more, let other) = theirs.size, family == other
    else {
      guard case .members(let count) = mine.size, case .members(let more) = theirs.size else {
        return nil
      }
      // Members that are dealt over more domains stand elsewhere.
      return grows.isEmpty && count <= more && theirs.families.count <= 1 ? true : nil
    }
    guard count <= more, mine.families == [family] else { return nil }
    return true
  }

  /// Expressions grow by more copies of the same.
  private func isGrown(_ mine: Expression, _ theirs: Expression, _ other: Definition) -> Bool? {
    var same = self
    same.body = other.body
    return same == other ? mine.isGrown(in: theirs) : nil
  }

  fileprivate func isMaintenance(of names: Set<String>) -> Bool {
    guard case .maintenance(let maintenance) = body else { return false }
    return maintenance.scope.contains(where: names.contains)
  }

  /// True where more that is up beneath may mean more downtime.
  fileprivate var isUnsteady: Bool {
    let hasRandomTail = afterEffects.contains { effect in
      guard case .lag(let law) = effect else { return false }
      if case .fixed = law { return false }
      return true
    }
    return !breakers.isEmpty || !sends.isEmpty || crews != nil || hasRandomTail || holdsFailover
  }

  /// True where the members of the definition, or its expression, switch over to one another.
  fileprivate var holdsFailover: Bool {
    switch body {
    case .group(let group): group.behaviour != .independent
    case .expression(let expression): expression.holdsFailover
    case .changes, .maintenance: false
    }
  }
}

extension Group {
  /// True where the other differs in its size at most.
  fileprivate func hasMore(_ other: Group) -> Bool {
    need == other.need && member == other.member && commonCause == other.commonCause
      && across == other.across && inside == other.inside && behaviour == other.behaviour
  }
}

extension Expression {
  /// Whether the other has more copies of the same somewhere; nil where it differs in another way.
  fileprivate func isGrown(in other: Expression) -> Bool? {
    if self == other { return false }
    switch (self, other) {
    case (.copies(let need, let count, let mine), .copies(let other, let more, let theirs))
    where need == other && mine == theirs:
      return count <= more ? true : nil
    case (.all(let mine), .all(let theirs)), (.any(let mine), .any(let theirs)),
      (.sum(let mine), .sum(let theirs)):
      guard mine.count == theirs.count else { return nil }
      let parts = zip(mine, theirs).map { $0.isGrown(in: $1) }
      return parts.contains(nil) ? nil : true
    default: return nil
    }
  }

  /// A failover, or a tail of its own.
  fileprivate var holdsFailover: Bool {
    switch self {
    case .failover, .behaving(_, .lag): return true
    default: return operands.contains(where: \.holdsFailover)
    }
  }
}
