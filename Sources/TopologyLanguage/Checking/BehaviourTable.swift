import Topology

/// What a text says about calls and schedules that can be judged only once all of it is read.
struct BehaviourTable {
  /// Calls that nothing decouples.
  var unbuffered: [(definition: String, consumer: Identifier, clause: SourceSpan)] = []
  /// The buffers of queues, with their place.
  var buffers: [(queue: String, clause: ClauseRemoval)] = []
  /// Changes, and maintenance without a scope: they do nothing unless something names them.
  var schedules: [Identifier] = []
  /// Groups in which one member takes over from another.
  var leaders: [(group: String, word: String, clause: ClauseRemoval)] = []
  /// Changes whose restoration is a plain length, the mean of an exponential law.
  var exponential: [String] = []
}

/// What changes nothing although it is written, and what defaults decide.
extension Checker {
  /// What changes nothing although it is written; `asked` are the names that questions are about.
  func behaviourWarnings(
    _ topology: Topology, asked: Set<String>
  ) throws(Diagnostic) -> [Diagnostic] {
    for call in behaviours.unbuffered { _ = try known(call.consumer, topology) }
    let used = asked.union(topology.definitions.flatMap(\.dependencies))
    let queues = Set(topology.definitions.flatMap(\.sends).map(\.queue))
    return behaviours.unbuffered.map { call in
      Diagnostic(
        .missingWord,
        "sending to '\(call.consumer.text)' has no effect on '\(call.definition)' without a queue",
        at: call.clause,
        notes: ["with one it has: `via q`, and `queue q: 99.95%, mttr 10min, buffer 15min`"])
    }
      + behaviours.buffers.filter { !queues.contains($0.queue) }.map { buffer in
        Diagnostic(
          .misplacedClause, "the buffer changes nothing: nothing is sent via '\(buffer.queue)'",
          at: buffer.clause.span, notes: ["what sends says so: `sends x via \(buffer.queue)`"])
      }
      + behaviours.schedules.filter { !used.contains($0.text) }.map { schedule in
        Diagnostic(
          .misplacedClause, "nothing names '\(schedule.text)', so that it changes nothing",
          at: schedule.span, notes: ["name it where it strikes, as in `site & \(schedule.text)`"])
      }
      + spareless(topology) + uncrewed(topology)
  }

  /// Parts that the crews of an expression don't restore, although they stand in it by their names.
  private func uncrewed(_ topology: Topology) -> [Diagnostic] {
    topology.definitions.flatMap { definition -> [Diagnostic] in
      guard definition.crews != nil, case .expression(let expression) = definition.body else {
        return []
      }
      return expression.names.filter { topology.index(ofDefinition: $0) != nil }.compactMap {
        name in
        guard case .expression = topology.definition(named: name)?.body,
          let span = spans.use(of: name, in: definition.name)
        else { return nil }
        return Diagnostic(
          .misplacedClause,
          "the crews of '\(definition.name)' don't restore '\(name)', which is no service with "
            + "members", at: span, notes: ["write what it is made of in its place"])
      }
    }
  }

  private func spareless(_ topology: Topology) -> [Diagnostic] {
    behaviours.leaders.compactMap { name, word, clause in
      guard case .group(let group) = topology.definition(named: name)?.body,
        topology.memberCount(of: group) == group.need
      else { return nil }
      return Diagnostic(
        .misplacedClause,
        "\(word) changes nothing: '\(name)' needs all of its members, so that none can take over",
        at: clause.span)
    }
  }
}

extension Topology {
  /// That restorations are exponential where nothing else is said, for each of those changes that
  /// `name` depends on.
  func restorationAssumptions(about name: String, exponential changes: [String]) -> [String] {
    guard !changes.isEmpty else { return [] }
    let below = namesBelow(name)
    return changes.filter(below.contains).map { name in
      "the time to restore after '\(name)' is exponential around its mean; a fixed one is "
        + "written `restore fixed(1h)`"
    }
  }

  /// `name`, and all that it depends on.
  func namesBelow(_ name: String) -> Set<String> {
    var below: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard below.insert(next).inserted else { continue }
      open += definition(named: next)?.dependencies ?? []
    }
    return below
  }
}
