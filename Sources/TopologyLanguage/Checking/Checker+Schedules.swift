import Quantities
import Topology

/// Changes and maintenance.
extension Checker {
  mutating func changes(_ declaration: Declaration) throws(Diagnostic) {
    let set = try schedule(declaration, .changes)
    let clauses = set.behaviour
    guard let every = clauses.every, let fails = clauses.fails, let restore = clauses.restore else {
      throw missing(
        [
          ("every 1d", clauses.every == nil), ("fails 5%", clauses.fails == nil),
          ("restore 1h", clauses.restore == nil),
        ], of: declaration, set.end)
    }
    if case .duration = restore.value { behaviours.exponential.append(declaration.name.text) }
    let changes = Changes(
      every: try reading.length(every.value, "every"),
      failing: try QuantityReading.value(fails.value),
      restoration: try reading.restoration(restore.value, "restore"),
      share: try clauses.share.map { entry throws(Diagnostic) in
        try share(entry.value, "share", fix: "100%")
      } ?? .certain,
      canary: try clauses.canary.map { entry throws(Diagnostic) in try canary(entry.value) })
    behaviours.schedules.append(declaration.name)
    add(Definition(declaration.name.text, .changes(changes)), declaration.name)
  }

  mutating func maintenance(_ declaration: Declaration) throws(Diagnostic) {
    let set = try schedule(declaration, .maintenance)
    let clauses = set.behaviour
    guard let every = clauses.every, let lasts = clauses.lasts else {
      throw missing(
        [("every 30d", clauses.every == nil), ("lasts 1h", clauses.lasts == nil)],
        of: declaration, set.end)
    }
    notePlaces(set, declaration.name.text)
    spans.note(clauses, of: declaration.name.text)
    let maintenance = Maintenance(
      every: try reading.length(every.value, "every"),
      lasting: try reading.length(lasts.value, "lasts"), isRolling: clauses.rolling != nil,
      scope: try scope(declaration.clauses))
    if maintenance.scope.isEmpty { behaviours.schedules.append(declaration.name) }
    add(Definition(declaration.name.text, .maintenance(maintenance)), declaration.name)
  }

  /// `across` names groups and families, `in` single domains.
  private func scope(_ clauses: [Clause]) throws(Diagnostic) -> [String] {
    var scope: [String] = []
    for clause in clauses {
      switch clause.content {
      case .across(let name): scope.append(name.text)
      case .inDomain(let name):
        guard name.text.contains(".") else { throw wholeScope(name, clause.span) }
        scope.append(name.text)
      default: break
      }
    }
    return scope
  }

  private func wholeScope(_ name: Identifier, _ span: SourceSpan) -> Diagnostic {
    let fix = "across \(NameWriter.text(name))"
    return Diagnostic(
      .notADomain, "'\(name.text)' is not one domain such as az.1; of all in it, write `\(fix)`",
      at: span, fixes: [fix])
  }

  private func schedule(
    _ declaration: Declaration, _ place: ClauseSet.Place
  ) throws(Diagnostic) -> ClauseSet {
    if let expression = declaration.expression {
      throw Diagnostic(
        .misplacedClause, "\(declaration.kind.rawValue) are described, not composed",
        at: declaration.name.span.after.through(expression.span), fixes: [""])
    }
    return try ClauseSet(declaration.clauses, place, source)
  }

  private func missing(
    _ words: [(text: String, isMissing: Bool)], of declaration: Declaration, _ end: SourceSpan?
  ) -> Diagnostic {
    let texts = words.filter(\.isMissing).map(\.text)
    let names = texts.map { $0.prefix { $0 != " " } }.joined(separator: ", ")
    return Diagnostic(
      .missingWord, "say of \(declaration.kind.rawValue) also: \(names)",
      at: end ?? declaration.name.span.after,
      fixes: [(declaration.clauses.isEmpty ? ": " : ", ") + texts.joined(separator: ", ")])
  }

  private func canary(_ canary: CanarySyntax) throws(Diagnostic) -> Changes.Canary {
    Changes.Canary(
      share: try share(canary.share, "the canary's share", fix: "1%"),
      length: try reading.length(canary.length, "the canary's length"),
      catches: try QuantityReading.value(canary.catches))
  }

  private func share(
    _ percent: PercentSyntax, _ word: String, fix: String
  ) throws(Diagnostic) -> Probability {
    let share = try QuantityReading.value(percent)
    guard share.value > 0 else {
      throw BehaviourReading.notPositive(word, percent.span, fix: fix)
    }
    return share
  }
}
