import Quantities
import Topology

/// Behaviour in time of groups and of expressions.
extension Checker {
  /// How the members of a group depend on each other.
  mutating func groupBehaviour(
    _ clauses: BehaviourClauses, of name: String
  ) throws(Diagnostic) -> GroupBehaviour {
    spans.note(clauses, of: name)
    var behaviour = GroupBehaviour()
    let takeover = try reading.failover(clauses)
    if clauses.failover == nil {
      behaviour.detection = takeover?.detection
    } else {
      behaviour.failover = takeover
    }
    if let entry = clauses.takeover.first {
      behaviours.leaders.append((name, entry.word, entry.removal))
    }
    behaviour.crews = try crews(clauses)
    behaviour.spares = try clauses.standby.map { entry throws(Diagnostic) in
      try spares(entry.value)
    }
    behaviour.sharing = try clauses.sharing.map { entry throws(Diagnostic) in
      try QuantityReading.value(entry.value)
    }
    return behaviour
  }

  private func spares(
    _ standby: StandbySyntax
  ) throws(Diagnostic) -> GroupBehaviour.Spares {
    switch standby {
    case .cold: .cold
    case .hot: .hot
    case .warm(let speed): .warm(try QuantityReading.value(speed))
    }
  }

  func crews(_ clauses: BehaviourClauses) throws(Diagnostic) -> Int? {
    guard let entry = clauses.crews else { return nil }
    let crews = try QuantityReading.count(entry.value)
    guard crews >= 1 else {
      throw BehaviourReading.refused(.noCrews(crews), at: entry.value.span, fixes: ["1"])
    }
    return crews
  }

  // MARK: Expressions

  /// How the one `else` in the scope takes over; nil for at once.
  func failover(
    _ clauses: BehaviourClauses, for expression: ExpressionSyntax
  ) throws(Diagnostic) -> Failover? {
    guard let first = clauses.takeover.first else { return nil }
    let places = expression.elses
    if places.count > 1 { throw ambiguousFailover(clauses, expression, places) }
    guard places.isEmpty else { return try reading.failover(clauses) }
    throw takeoverOfNothing(first, hasCopies: expression.holdsCopies)
  }

  /// `detect 5s` where nothing takes over.
  func takeoverOfNothing(
    _ entry: (word: String, clause: Clause, removal: ClauseRemoval), hasCopies: Bool
  ) -> Diagnostic {
    Diagnostic(
      .misplacedClause,
      "\(entry.word) needs an `else`, or a service of several members, and there is neither here",
      at: entry.removal.span, fixes: entry.removal.fixes,
      notes: hasCopies
        ? ["copies have no leader and no router; declare a service: `service x: 2 of 3, …`"] : [])
  }

  /// The error shows what could be meant, where all clauses can move.
  private func ambiguousFailover(
    _ clauses: BehaviourClauses, _ expression: ExpressionSyntax, _ places: [SourceSpan]
  ) -> Diagnostic {
    let entries = clauses.takeover
    let words = entries.map(\.clause.span).sorted { $0.offset < $1.offset }
    let first = words.first ?? expression.span
    let end = words.last ?? first
    let between = source.text(in: expression.span.after.through(first.before))
    let isWhole = between.allSatisfy { $0 == "," || $0 == ")" || $0.isWhitespace }
    let readings = places.filter { $0 != expression.span }.prefix(3).map { place in
      let before = SourceSpan(
        offset: expression.span.offset, length: place.end - expression.span.offset)
      let rest = source.text(in: place.after.through(expression.span.after))
      return source.text(in: before) + ", " + source.text(in: first.through(end)) + rest
    }
    return Diagnostic(
      .ambiguousScope,
      "\(entries[0].word) could belong to any of \(places.count) `else` here; put it in the "
        + "parentheses of its own",
      at: isWhole ? expression.span.through(end) : first, fixes: isWhole ? Array(readings) : [])
  }

  /// An expression with what its outages look like from outside.
  func behaving(
    _ expression: Expression, _ clauses: BehaviourClauses
  ) throws(Diagnostic) -> Expression {
    try reading.effects(clauses).reduce(expression) { .behaving($0, $1) }
  }
}
