import Quantities

extension Topology {
  func checkFamilies() throws(TopologyError) {
    for family in families where family.parent != nil && family.inside != nil {
      throw TopologyError(
        definition: family.name,
        reason: .overlappingFamilies(family.parent ?? "", family.inside ?? ""))
    }
  }

  func check(_ definition: Definition) throws(TopologyError) {
    do {
      switch definition.body {
      case .group(let group): try check(group)
      case .expression(let expression): try check(expression)
      case .changes, .maintenance: break
      }
    } catch {
      throw TopologyError(definition: definition.name, reason: error)
    }
  }

  private func check(_ group: Group) throws(TopologyError.Reason) {
    for family in group.families where familyIndex[family] == nil { throw .notAFamily(family) }
    for domain in group.inside where domainIndex[domain] == nil { throw .notADomain(domain) }
    try checkOverlap(group)
    let members = memberCount(of: group)
    try checkNeed(group.need, of: members)
    guard let beta = group.commonCause else { return }
    guard beta.value > 0, beta.complement > 0 else { throw .commonCause(beta.value) }
    guard members > 1 else { throw .commonCauseOfOne }
  }

  private func checkNeed(_ need: Int, of members: Int) throws(TopologyError.Reason) {
    guard members >= 1 else { throw .empty }
    guard members <= Self.memberLimit else { throw .tooMany(members, limit: Self.memberLimit) }
    guard (1...members).contains(need) else { throw .need(need, members: members) }
  }

  /// A member can't stand in a zone of one region and be dealt to another region.
  private func checkOverlap(_ group: Group) throws(TopologyError.Reason) {
    for (place, family) in group.families.enumerated() {
      let above = ancestors(ofFamily: family)
      for (otherPlace, other) in group.families.enumerated() where otherPlace != place {
        if family == other || above.contains(other) { throw .overlappingFamilies(family, other) }
      }
    }
  }

  private func ancestors(ofFamily name: String) -> Set<String> {
    var result: Set<String> = []
    var domain = domains(ofFamily: name).first.flatMap { domains[$0].parent }
    while let current = domain {
      result.insert(families[domains[current].family].name)
      domain = domains[current].parent
    }
    return result
  }

  private func check(_ expression: Expression) throws(TopologyError.Reason) {
    switch expression {
    case .all(let operands), .any(let operands), .sum(let operands):
      guard !operands.isEmpty else { throw .empty }
    case .atLeast(let need, let operands): try checkNeed(need, of: operands.count)
    case .copies(let need, let count, _): try checkNeed(need, of: count)
    case .weighted(let terms): try check(terms)
    case .component, .level, .name, .standby, .fallback, .failover, .behaving: break
    }
    for operand in expression.operands { try check(operand) }
  }

  private func check(_ terms: [WeightedTerm]) throws(TopologyError.Reason) {
    for term in terms where !(term.weight > 0) { throw .weight(term.weight) }
    let sum = terms.reduce(0) { $0 + $1.weight }
    guard abs(sum - 1) <= 1e-9 else { throw .weights(sum: sum) }
  }
}
