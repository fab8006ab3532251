import Quantities
import Topology

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
          trips: try reading.length(breaker.trips, "trips", orNone: true),
          retries: try reading.length(breaker.retries, "retries"),
          fallback: fallback.flatMap { try? Level($0) } ?? .none))
    }
    return breakers
  }

  /// The buffer of a queue, and what the outages of a definition look like from outside.
  mutating func effects(
    _ clauses: BehaviourClauses, of name: String, _ role: Definition.Role
  ) throws(Diagnostic) -> (buffer: Buffer?, effects: [AfterEffect]) {
    let effects = try reading.effects(clauses)
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
}
