// Searches.
extension Parser {
  mutating func parseSearch() throws(Diagnostic) -> Search {
    var unknowns: [Search.Unknown] = []
    repeat {
      let name = try parseName(after: unknowns.isEmpty ? "'find'" : "','")
      try expect(.in, after: "'\(name.text)'")
      unknowns.append(Search.Unknown(name: name, values: try parseSearchValues()))
    } while take(.comma)
    guard take(.where) else {
      if let diagnostic = misspeltContinuation() { throw diagnostic }
      throw missing(
        .missingWord,
        "expected 'where' and what must hold, such as availability of shop >= 99.9%, found \(found)"
      )
    }
    var conditions: [Condition] = []
    repeat { conditions.append(try parseCondition()) } while take(.and)
    let objective = take(.minimizing) ? try parseObjective() : nil
    return Search(
      unknowns: unknowns, conditions: conditions, objective: objective,
      options: try parseSimulationOptions())
  }

  /// `1..20` or `(small, large)`
  private mutating func parseSearchValues() throws(Diagnostic) -> Search.Values {
    guard take(.openParenthesis) else { return .range(try parseRange(after: "'in'")) }
    openParentheses += 1
    var values = [try parseValue(after: "'('")]
    while take(.comma) { values.append(try parseValue(after: "','")) }
    guard take(.closeParenthesis) else {
      throw missing(.missingParenthesis, "expected ')', found \(found)", insert: ")")
    }
    openParentheses -= 1
    return .list(values)
  }

  private mutating func parseObjective() throws(Diagnostic) -> Search.Objective {
    let words = ["cost", "downtime"]
    guard current.kind == .word, let objective = Search.Objective(rawValue: text(current)) else {
      throw unknownWord("what is minimized", among: words)
    }
    advance()
    guard objective == .cost, take(.and) else { return objective }
    guard take(.downtime) else { throw unknownWord("what else is minimized", among: ["downtime"]) }
    return .costAndDowntime
  }

  private mutating func parseCondition() throws(Diagnostic) -> Condition {
    let term = try parseConditionTerm()
    let comparison = try parseComparisonSign()
    let value = try parseValue(after: "'\(comparison.rawValue)'")
    guard current.keyword == .per else {
      return Condition(term: term, comparison: comparison, value: value)
    }
    return Condition(term: try parseWindow(of: term), comparison: comparison, value: value)
  }

  /// `per month` behind the value says the same as behind the figure: `cost of shop <= 1_000 per month`.
  private mutating func parseWindow(of term: Condition.Term) throws(Diagnostic) -> Condition.Term {
    guard case .figure(let figure, let name, per: nil) = term else {
      throw refusal(
        .unexpectedText, "the window is said already, or has no meaning here; leave it out")
    }
    advance()
    return .figure(figure, of: name, per: try parseWindow())
  }

  private mutating func parseConditionTerm() throws(Diagnostic) -> Condition.Term {
    if current.kind == .word, text(current) == "P", peek().kind == .openParenthesis {
      return try parseProbabilityTerm()
    }
    if take(.capacity) { return try parseCapacityTerm() }
    let figures = Condition.Figure.allCases.map(\.rawValue) + ["capacity"]
    guard current.kind == .word, let figure = Condition.Figure(rawValue: text(current)) else {
      throw unknownWord("a figure", among: figures + ["P(…)"])
    }
    advance()
    try expect(.of, after: "'\(figure.rawValue)'")
    let name = try parseName(after: "'of'")
    return .figure(figure, of: name, per: take(.per) ? try parseWindow() : nil)
  }

  /// `of shop without az`
  private mutating func parseCapacityTerm() throws(Diagnostic) -> Condition.Term {
    try expect(.of, after: "'capacity'")
    let name = try parseName(after: "'of'")
    guard current.kind == .word, text(current) == "without" else {
      throw missing(
        .missingWord, "expected 'without' and a family of domains, found \(found)",
        insert: " without az")
    }
    advance()
    return .capacity(of: name, without: try parseName(after: "'without'"))
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
