// Searches.
extension Parser {
  mutating func parseSearch() throws(Diagnostic) -> Search {
    var unknowns: [Search.Unknown] = []
    repeat {
      let name = try parseName(after: unknowns.isEmpty ? "'find'" : "','")
      try expect(.in, after: "'\(name.text)'")
      unknowns.append(Search.Unknown(name: name, range: try parseRange(after: "'in'")))
    } while take(.comma)
    try expect(.where, after: "the range")
    var conditions: [Condition] = []
    repeat { conditions.append(try parseCondition()) } while take(.and)
    let minimizesCost = take(.minimizing)
    if minimizesCost { try expect(.cost, after: "'minimizing'") }
    return Search(unknowns: unknowns, conditions: conditions, minimizesCost: minimizesCost)
  }

  private mutating func parseCondition() throws(Diagnostic) -> Condition {
    let term = try parseConditionTerm()
    let comparison = try parseComparisonSign()
    let value = try parseValue(after: "'\(comparison.rawValue)'")
    return Condition(term: term, comparison: comparison, value: value)
  }

  private mutating func parseConditionTerm() throws(Diagnostic) -> Condition.Term {
    if current.kind == .word, text(current) == "P", peek().kind == .openParenthesis {
      return try parseProbabilityTerm()
    }
    let figures = Condition.Figure.allCases.map(\.rawValue)
    guard current.kind == .word, let figure = Condition.Figure(rawValue: text(current)) else {
      throw unknownWord("a figure", among: figures + ["P(…)"])
    }
    advance()
    try expect(.of, after: "'\(figure.rawValue)'")
    let name = try parseName(after: "'of'")
    return .figure(figure, of: name, per: take(.per) ? try parseWindow() : nil)
  }

  /// `P(shop meets gold)` or `P(downtime of shop > 1h per year)`
  mutating func parseProbabilityTerm() throws(Diagnostic) -> Condition.Term {
    advance()
    advance()
    openParentheses += 1
    let term = current.keyword == .downtime ? try parseExceedance() : try parseMeets()
    guard take(.closeParenthesis) else {
      throw missing(.missingParenthesis, "expected ')', found \(found)", insert: ")")
    }
    openParentheses -= 1
    return term
  }

  private mutating func parseMeets() throws(Diagnostic) -> Condition.Term {
    let name = try parseName(after: "'P('")
    try expect(.meets, after: "'\(name.text)'")
    return .meets(name: name, contract: try parseName(after: "'meets'"))
  }

  private mutating func parseExceedance() throws(Diagnostic) -> Condition.Term {
    advance()
    try expect(.of, after: "'downtime'")
    let name = try parseName(after: "'of'")
    guard take(.greater) else {
      throw missing(.missingWord, "expected '>' and a time, found \(found)", insert: " >")
    }
    let time = try parseTime(after: "'>'")
    try expect(.per, after: "the time")
    return .downtimeExceeds(name: name, time, per: try parseWindow())
  }

  private mutating func parseComparisonSign() throws(Diagnostic) -> Condition.Comparison {
    let token = current
    let comparison: Condition.Comparison
    switch token.kind {
    case .atLeast: comparison = .atLeast
    case .atMost: comparison = .atMost
    case .greater: comparison = .above
    case .less: comparison = .below
    default: throw wrongComparison()
    }
    advance()
    return comparison
  }

  private func wrongComparison() -> Diagnostic {
    guard current.kind == .equals else {
      return refusal(.unexpectedText, "expected >=, <=, > or <, found \(found)")
    }
    let next = peek()
    guard next.kind == .greater || next.kind == .less, isGlued(current, next) else {
      return refusal(.unexpectedText, "compare with >=, <=, > or <", fixes: [">=", "<="])
    }
    return Diagnostic(
      .unexpectedText, "the sign '=' comes second", at: current.span.through(next.span),
      fixes: ["\(text(next))="])
  }
}
