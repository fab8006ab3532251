import Quantities

/// Behaviours in time: each in its range, and each with what it works on.
extension Topology {
  func checkBehaviours() throws(TopologyError) {
    for definition in definitions {
      do throws(BehaviourFlaw) {
        try checkBody(definition)
        try checkDeclared(definition)
        try checkSends(definition)
        try checkBreakers(definition)
      } catch {
        throw TopologyError(definition: definition.name, reason: .behaviour(error))
      }
    }
    try checkQueues()
    try checkCrews()
    try checkTimes()
  }

  private func checkBody(_ definition: Definition) throws(BehaviourFlaw) {
    switch definition.body {
    case .group(let group):
      try group.behaviour.check(members: memberCount(of: group), need: group.need)
    case .expression:
      for expression in definition.expressions {
        if case .failover(_, _, let failover) = expression { try failover.check() }
        if case .behaving(_, let effect) = expression { try effect.check() }
      }
    case .changes(let changes): try changes.check()
    case .maintenance(let maintenance): try check(maintenance)
    }
  }

  private func checkDeclared(_ definition: Definition) throws(BehaviourFlaw) {
    try definition.buffer?.check()
    for effect in definition.afterEffects { try effect.check() }
    for name in definition.dependencies {
      if case .maintenance(let maintenance) = self.definition(named: name)?.body {
        guard maintenance.scope.isEmpty else { throw .scopedMaintenance(name) }
      }
    }
  }

  // MARK: Maintenance

  private func check(_ maintenance: Maintenance) throws(BehaviourFlaw) {
    try maintenance.check()
    var seen: Set<String> = []
    for name in maintenance.scope {
      guard places(in: name) != nil else { throw .notAScope(name) }
      guard seen.insert(name).inserted else { throw .scopeTwice(name) }
    }
    let places = maintenance.isRolling ? places(of: maintenance) : 1
    guard maintenance.length.seconds * Double(places) <= maintenance.spacing.seconds else {
      throw .longWindows(places: places)
    }
  }

  /// How many members and domains the scope of a maintenance has.
  public func places(of maintenance: Maintenance) -> Int {
    maintenance.scope.reduce(0) { $0 + (places(in: $1) ?? 0) }
  }

  /// The members of a group or domains of a family, 1 for a domain; nil for anything else.
  private func places(in name: String) -> Int? {
    if case .group(let group) = definition(named: name)?.body { return memberCount(of: group) }
    if familyIndex[name] != nil { return domains(ofFamily: name).count }
    return domainIndex[name] == nil ? nil : 1
  }

  // MARK: Calls

  private func checkSends(_ definition: Definition) throws(BehaviourFlaw) {
    var seen: Set<Send> = []
    for send in definition.sends {
      guard let queue = self.definition(named: send.queue), queue.role == .queue else {
        throw .notAQueue(send.queue)
      }
      guard send.consumer != send.queue else { throw .ownConsumer(queue: send.queue) }
      guard queue.buffer != nil else { throw .noBuffer(queue: send.queue) }
      guard seen.insert(send).inserted else { throw .calledTwice(send.consumer, "sends", "sends") }
      if let word = definition.dependencyWord(of: send.consumer) {
        throw .calledTwice(send.consumer, word, "sends")
      }
    }
  }

  private func checkBreakers(_ definition: Definition) throws(BehaviourFlaw) {
    var seen = Set(definition.sends.map(\.consumer))
    for breaker in definition.breakers {
      try breaker.check()
      let callee = breaker.callee
      if let word = definition.dependencyWord(of: callee) {
        throw .calledTwice(callee, word, "breaker")
      }
      guard seen.insert(callee).inserted else {
        let isSent = definition.sends.contains { $0.consumer == callee }
        throw .calledTwice(callee, isSent ? "sends" : "breaker", "breaker")
      }
    }
  }

  /// All that is sent through one queue is for one consumer: its backlog is one.
  private func checkQueues() throws(TopologyError) {
    var consumers: [String: String] = [:]
    for definition in definitions {
      for send in definition.sends {
        let consumer = consumers[send.queue] ?? send.consumer
        guard consumer == send.consumer else {
          let flaw = BehaviourFlaw.twoConsumers(queue: send.queue, consumer, send.consumer)
          throw TopologyError(definition: definition.name, reason: .behaviour(flaw))
        }
        consumers[send.queue] = consumer
      }
    }
  }

  // MARK: Crews

  private func checkCrews() throws(TopologyError) {
    var crewed: Set<String> = []
    for definition in definitions {
      guard let crews = definition.crews else { continue }
      do throws(BehaviourFlaw) {
        guard crews >= 1 else { throw .noCrews(crews) }
        let groups = groupsNamed(in: definition)
        guard !groups.isEmpty || definition.holdsComponents else { throw .nothingToRestore }
        for name in groups where !crewed.insert(name).inserted || hasCrews(name) {
          throw .twoCrews(group: name)
        }
      } catch {
        throw TopologyError(definition: definition.name, reason: .behaviour(error))
      }
    }
  }

  /// The groups named in the expression of a definition, each once.
  func groupsNamed(in definition: Definition) -> [String] {
    guard case .expression(let expression) = definition.body else { return [] }
    var seen: Set<String> = []
    return expression.names.filter { name in
      guard case .group = self.definition(named: name)?.body else { return false }
      return seen.insert(name).inserted
    }
  }

  private func hasCrews(_ name: String) -> Bool {
    guard case .group(let group) = definition(named: name)?.body else { return false }
    return group.behaviour.crews != nil
  }
}

extension Definition {
  /// Under which word a name already stands that makes the level depend on it at once; nil for none.
  fileprivate func dependencyWord(of name: String) -> String? {
    if needs.contains(name) { return "needs" }
    return wants.contains { $0.name == name } ? "wants" : nil
  }

  fileprivate var holdsComponents: Bool {
    guard case .expression = body else { return false }
    return !components.isEmpty
  }
}
