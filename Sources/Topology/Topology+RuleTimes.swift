/// Rules follow histories, so that all below them must have times.
extension Topology {
  func checkTimes() throws(TopologyError) {
    var untimed: [String?] = Array(repeating: nil, count: definitions.count)
    for index in evaluationOrder {
      untimed[index] = firstUntimed(below: definitions[index], known: untimed)
    }
    for definition in definitions { try checkTimes(of: definition, untimed) }
  }

  /// The definition or family of the first component without times that a definition rests on.
  private func firstUntimed(below definition: Definition, known: [String?]) -> String? {
    if definition.components.contains(where: \.isUntimed) { return definition.name }
    if case .group(let group) = definition.body, let family = untimedDomain(of: group) {
      return family
    }
    return definition.dependencies.lazy.compactMap { untimed($0, known) }.first
  }

  private func untimed(_ name: String, _ known: [String?]) -> String? {
    if let index = definitionIndex[name] { return known[index] }
    return domainIndex[name].flatMap { untimedFamily(of: chain(ofDomain: $0)) }
  }

  private func untimedDomain(of group: Group) -> String? {
    let first = group.families.compactMap { domains(ofFamily: $0).first }
    let fixed = group.inside.compactMap { domainIndex[$0] }
    return (first + fixed).lazy.compactMap { untimedFamily(of: chain(ofDomain: $0)) }.first
  }

  private func untimedFamily(of domains: [Int]) -> String? {
    domains.lazy.map { families[self.domains[$0].family] }.first(where: \.component.isUntimed)?.name
  }

  private func checkTimes(of definition: Definition, _ known: [String?]) throws(TopologyError) {
    func refuse(_ rule: String, _ culprit: String?) throws(TopologyError) {
      guard let culprit else { return }
      let flaw = BehaviourFlaw.untimed(rule: rule, of: definition.name)
      throw TopologyError(definition: culprit, reason: .behaviour(flaw))
    }
    if case .group(let group) = definition.body, let rule = group.behaviour.rule {
      let own = group.member.isUntimed ? definition.name : nil
      try refuse(rule, own ?? untimedDomain(of: group))
    }
    for expression in definition.expressions {
      guard let rule = expression.rule else { continue }
      try refuse(rule, untimed(in: expression, of: definition, known))
    }
    if definition.crews != nil { try refuse("crews", untimedUnderCrews(definition)) }
    for send in definition.sends {
      try refuse("sends", untimed(send.queue, known) ?? untimed(send.consumer, known))
    }
    for breaker in definition.breakers { try refuse("breaker", untimed(breaker.callee, known)) }
    guard let effect = definition.afterEffects.first else { return }
    try refuse(effect.word, definitionIndex[definition.name].flatMap { known[$0] })
  }

  private func untimed(
    in expression: Expression, of definition: Definition, _ known: [String?]
  ) -> String? {
    switch expression {
    case .component(let component): component.isUntimed ? definition.name : nil
    case .name(let name): untimed(name, known)
    default:
      expression.operands.lazy.compactMap { self.untimed(in: $0, of: definition, known) }.first
    }
  }

  private func untimedUnderCrews(_ definition: Definition) -> String? {
    if definition.components.contains(where: \.isUntimed) { return definition.name }
    return groupsNamed(in: definition).first { name in
      guard case .group(let group) = self.definition(named: name)?.body else { return false }
      return group.member.isUntimed
    }
  }
}

extension Component {
  /// True when its availability is known and its times aren't; what never changes needs none.
  fileprivate var isUntimed: Bool {
    uptime == nil && restoration == nil && availability.value > 0 && availability.complement > 0
  }
}

extension GroupBehaviour {
  /// The word of the first behaviour; nil for independent members.
  fileprivate var rule: String? {
    if failover != nil { return "failover" }
    if detection != nil { return "detect" }
    if crews != nil { return "crews" }
    if spares != nil { return "standby" }
    return sharing == nil ? nil : "sharing"
  }
}

extension Expression {
  /// The word of the rule that the expression is; nil for one that follows from the instant.
  fileprivate var rule: String? {
    switch self {
    case .failover: "failover"
    case .behaving(_, let effect): effect.word
    default: nil
    }
  }
}

extension AfterEffect {
  /// Its word in the topology language.
  fileprivate var word: String {
    switch self {
    case .buffer: "buffer"
    case .absorption: "absorb"
    case .lag: "lag"
    }
  }
}
