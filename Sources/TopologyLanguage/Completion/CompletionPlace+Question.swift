// The question of a statement.
extension CompletionPlace {
  /// The tokens of what is asked: of `with db.mttr 1h: check shop` those behind the colon.
  var question: ArraySlice<Token> {
    var rest = tokens
    while rest.first?.keyword == .with, let colon = rest.firstIndex(where: { $0.kind == .colon }) {
      rest = rest[(colon + 1)...]
    }
    return rest
  }

  /// True behind the colon of a `with`.
  var isInner: Bool { question.startIndex > tokens.startIndex }

  /// True where a value of a condition stands: `P(downtime of shop > `.
  var isBehindComparison: Bool {
    switch token(1)?.kind {
    case .greater, .less, .atLeast, .atMost: true
    default: false
    }
  }

  /// True where a condition of `find` begins.
  var beginsCondition: Bool {
    guard question.first?.keyword == .find, let last = token(1)?.keyword else { return false }
    return last == .where || last == .and
  }

  /// True behind `2 of`, where copies or several different things follow.
  var isBehindCount: Bool {
    token(1)?.keyword == .of && token(2)?.kind == .number && text(token(3)) != "survives"
  }
}
