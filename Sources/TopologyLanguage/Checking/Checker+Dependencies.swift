import Quantities
import Topology

/// What a definition depends on, beside what it is made of.
extension Checker {
  mutating func definition(
    _ name: Identifier, _ role: Definition.Role, _ body: Definition.Body, _ clauses: ClauseSet
  ) throws(Diagnostic) -> Definition {
    for use in clauses.needs { spans.use(use, in: name.text) }
    spans.end(of: name.text, clauses.end)
    let behaviour = clauses.behaviour
    let (buffer, effects) = try effects(behaviour, of: name.text, role)
    return Definition(
      name.text, role: role, body, needs: clauses.needs.map(\.text),
      wants: try wants(clauses, of: name.text), sends: sends(behaviour, of: name.text),
      breakers: try breakers(behaviour, of: name.text),
      crews: try crews(of: body, behaviour, name.text), buffer: buffer, afterEffects: effects,
      demand: try demand(clauses, of: name.text))
  }

  private mutating func wants(
    _ clauses: ClauseSet, of name: String
  ) throws(Diagnostic) -> [Definition.Want] {
    var wants: [Definition.Want] = []
    for want in clauses.wants {
      spans.use(want.name, in: name)
      let degraded = try want.degraded.map { level throws(Diagnostic) in
        try QuantityReading.value(level)
      }
      let level = try? Level(degraded?.value ?? 1)
      wants.append(.init(want.name.text, degraded: level ?? .full))
      if degraded == nil { warn(freeWant(want.name)) }
    }
    return wants
  }

  private func freeWant(_ name: Identifier) -> Diagnostic {
    Diagnostic(
      .missingWord, "wanting '\(name.text)' costs nothing while it is down", at: name.span.after,
      fixes: [" degraded 80%"])
  }

  /// Of an expression; a group's crews are its own.
  private mutating func crews(
    of body: Definition.Body, _ clauses: BehaviourClauses, _ name: String
  ) throws(Diagnostic) -> Int? {
    spans.note(clauses, of: name)
    guard case .expression = body else { return nil }
    return try crews(clauses)
  }
}
