import Quantities
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

/// Decoupled and guarded calls.
extension Checker {
  mutating func sends(_ clauses: BehaviourClauses, of name: String) -> [Send] {
    clauses.sends.compactMap { entry in
      spans.use(entry.value.consumer, in: name)
      spans.call(entry.value.consumer.text, entry, of: name)
      guard let queue = entry.value.queue else {
        behaviours.unbuffered.append((name, entry.value.consumer, entry.clause.span))
        return nil
      }
      spans.use(queue, in: name)
      return Send(entry.value.consumer.text, via: queue.text)
    }
  }

  mutating func breakers(
    _ clauses: BehaviourClauses, of name: String
  ) throws(Diagnostic) -> [Breaker] {
    var breakers: [Breaker] = []
    for entry in clauses.breakers {
      let breaker = entry.value
      spans.use(breaker.callee, in: name)
      spans.call(breaker.callee.text, entry, of: name)
      let fallback = try breaker.fallback.map { percent throws(Diagnostic) in
        try QuantityReading.value(percent).value
      }
      breakers.append(
        Breaker(
          breaker.callee.text,
          trips: try BehaviourReading.length(breaker.trips, "trips", orNone: true),
          retries: try BehaviourReading.length(breaker.retries, "retries"),
          fallback: fallback.flatMap { try? Level($0) } ?? .none))
    }
    return breakers
  }

  /// The buffer of a queue, and what the outages of a definition look like from outside.
  mutating func effects(
    _ clauses: BehaviourClauses, of name: String, _ role: Definition.Role
  ) throws(Diagnostic) -> (buffer: Buffer?, effects: [AfterEffect]) {
    let effects = try BehaviourReading.effects(clauses)
    guard role == .queue else { return (nil, effects) }
    var buffer: Buffer?
    for (entry, effect) in zip(clauses.effects, effects) {
      guard case .buffer(let value) = effect else { continue }
      buffer = value
      behaviours.buffers.append((name, entry.removal))
    }
    let others = effects.filter { if case .buffer = $0 { false } else { true } }
    return (buffer, others)
  }

  // MARK: Warnings

  /// What changes nothing although it is written.
  func behaviourWarnings(_ topology: Topology) throws(Diagnostic) -> [Diagnostic] {
    for call in behaviours.unbuffered { _ = try known(call.consumer, topology) }
    let used = Set(topology.definitions.flatMap(\.dependencies))
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
      + spareless(topology)
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
