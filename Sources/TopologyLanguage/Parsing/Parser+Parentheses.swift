// Parentheses.
extension Parser {
  /// `(expression)`, `(expression, clauses)` or `(clauses)`.
  mutating func parseParentheses() throws(Diagnostic) -> ExpressionSyntax {
    let start = current.span
    return try nested { parser throws(Diagnostic) in
      parser.openParentheses += 1
      parser.advance()
      let inner = try parser.parseInsideParentheses()
      try parser.closeParenthesis()
      guard case .component = inner.content else { return inner }
      return ExpressionSyntax(inner.content, span: parser.span(from: start))
    }
  }

  private mutating func parseInsideParentheses() throws(Diagnostic) -> ExpressionSyntax {
    let start = current.span
    if current.kind == .closeParenthesis {
      throw refusal(.expectedExpression, "there is nothing between the parentheses")
    }
    if beginsClause {
      let clauses = try parseClauses(in: .expression)
      return ExpressionSyntax(.component(clauses: clauses), span: span(from: start))
    }
    let expression = try parseExpression()
    guard take(.comma) else { return expression }
    try refuseList()
    let clauses = try parseClauses(in: .expression)
    return ExpressionSyntax(.bracket(expression, clauses: clauses), span: span(from: start))
  }

  /// `(a, b)` without a count in front.
  private func refuseList() throws(Diagnostic) {
    let next = peek()
    let isItem =
      isName(current)
      && (next.kind == .comma || next.kind == .closeParenthesis || Operator(next) != nil)
    guard isItem, let comma = previous else { return }
    throw Diagnostic(
      .unexpectedText, "parts are joined by an operator, or chosen from by 'k of (a, b)'",
      at: comma.span, fixes: [" &", " |"])
  }

  /// `k of (a, b, c)`, at the parenthesis.
  mutating func parseChoice(need: CountSyntax) throws(Diagnostic) -> ExpressionSyntax {
    openParentheses += 1
    advance()
    var members: [ExpressionSyntax] = []
    repeat {
      try refuseClauseInChoice()
      members.append(try parseExpression())
    } while take(.comma)
    try closeParenthesis()
    return ExpressionSyntax(.choice(need: need, members), span: span(from: need.span))
  }

  private func refuseClauseInChoice() throws(Diagnostic) {
    guard current.keyword?.beginsClause ?? false else { return }
    throw refusal(
      .misplacedClause,
      "\(found) is a clause among the members; give a member clauses in parentheses of its own, "
        + "as in 2 of ((99%, mttr 5min), b)")
  }

  private mutating func closeParenthesis() throws(Diagnostic) {
    guard current.kind == .closeParenthesis else { throw missingParenthesis() }
    advance()
    openParentheses -= 1
  }

  func missingParenthesis() -> Diagnostic {
    if isOnSameLine {
      if current.keyword?.beginsClause ?? false, let diagnostic = missingClauseComma() {
        return diagnostic
      }
      if let diagnostic = misspeltContinuation() ?? missingOperator() { return diagnostic }
    }
    return missing(.missingParenthesis, "expected ')', found \(found)", insert: ")")
  }

  /// Two parts side by side; nil where no part begins.
  func missingOperator() -> Diagnostic? {
    if let diagnostic = symbolRefusal() { return diagnostic }
    let isPart = current.kind == .number || current.kind == .openParenthesis || isName(current)
    guard isPart else { return nil }
    let lower = text(current).lowercased()
    if ["and", "or", "else"].contains(lower) {
      return Diagnostic(
        .unknownWord, "'\(lower)' is written in small letters", at: current.span, fixes: [lower])
    }
    let between = SourceSpan(offset: gap.offset, length: current.span.offset - gap.offset)
    return Diagnostic(
      .missingOperator, "expected an operator (& or |) before \(found)", at: between,
      fixes: [" & ", " | "])
  }
}
