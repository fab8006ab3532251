// Declarations.
extension Parser {
  mutating func parseDeclaration(_ kind: DeclarationKind) throws(Diagnostic) -> Declaration {
    let kindSpan = advance().span
    let name = try parseName(after: "'\(kind.rawValue)'")
    let expression = try parseDeclaredExpression()
    let clauses = try parseDeclaredClauses(name, hasExpression: expression != nil)
    return Declaration(
      kind, name: name, expression: expression, clauses: clauses, kindSpan: kindSpan)
  }

  private mutating func parseDeclaredExpression() throws(Diagnostic) -> ExpressionSyntax? {
    guard take(.equals), let sign = previous else { return nil }
    guard !beginsClause else {
      throw Diagnostic(
        .missingColon, "clauses follow ':', an expression follows '='", at: sign.span,
        fixes: [":"])
    }
    return try parseExpression()
  }

  private mutating func parseDeclaredClauses(
    _ name: Identifier, hasExpression: Bool
  ) throws(Diagnostic) -> [Clause] {
    switch current.kind {
    case .openBrace: return try parseBlock()
    case .colon, .comma:
      hoistedComments += takeComments(through: index)
      let sign = advance()
      try refuseAfter(sign, hasExpression: hasExpression)
      return try parseClauses(in: .declaration)
    default:
      if !hasExpression, !current.endsStatement { try refuseMissingColon(name) }
      return []
    }
  }

  private func refuseAfter(_ sign: Token, hasExpression: Bool) throws(Diagnostic) {
    if current.kind == .openBrace {
      throw Diagnostic(
        .unexpectedText, "a block follows the name without '\(text(sign))'", at: sign.span,
        fixes: [""])
    }
    let isExpression = isName(current) && Operator(peek()) != nil
    guard !hasExpression, isExpression || current.kind == .openParenthesis else { return }
    throw Diagnostic(
      .unexpectedText, "an expression follows '=', clauses follow ':'", at: sign.span,
      fixes: [" ="])
  }

  private func refuseMissingColon(_ name: Identifier) throws(Diagnostic) {
    guard beginsClause || current.kind == .number || current.keyword == .posterior else { return }
    throw missing(
      .missingColon, "expected ':' after '\(name.text)', found \(found)", insert: ":")
  }

  mutating func parseLawDeclaration() throws(Diagnostic) -> Statement.Content {
    advance()
    let name = try parseName(after: "'law'")
    guard take(.equals) else {
      throw current.kind == .colon
        ? refusal(.unexpectedText, "a law follows '='", fixes: [" ="])
        : missing(.missingWord, "expected '=' after '\(name.text)', found \(found)", insert: " =")
    }
    return .law(name: name, try parseTime(after: "'='"))
  }

  mutating func parseDemandDeclaration() throws(Diagnostic) -> DemandDeclaration {
    advance()
    let name = try parseName(after: "'demand'")
    guard take(.colon) else {
      throw current.kind == .equals
        ? refusal(.unexpectedText, "a demand follows ':'", fixes: [":"])
        : missing(.missingColon, "expected ':' after '\(name.text)', found \(found)", insert: ":")
    }
    guard current.kind == .string else {
      let rate = try parseRate(after: "':'")
      return DemandDeclaration(name: name, source: .rate(rate), growth: try parseGrowth())
    }
    let span = current.span
    let file = try parseQuotedText(after: "':'")
    var step: DurationSyntax?
    if current.kind == .comma, peek().keyword == .every {
      advance()
      advance()
      step = try parseDuration(after: "'every'")
    }
    let written = Written(file, text: QuotedText.quote(file), span: span)
    return DemandDeclaration(
      name: name, source: .file(written, every: step), growth: try parseGrowth())
  }

  /// `, growing 2% per month for 2y`
  private mutating func parseGrowth() throws(Diagnostic) -> DemandDeclaration.Growth? {
    guard take(.comma) else { return nil }
    if current.keyword == .every {
      throw refusal(
        .misplacedClause,
        "'every' says once, behind a file, how long each of its loads lasts")
    }
    guard current.kind == .word, text(current) == "growing" else {
      throw unknownWord("what a demand does", among: ["growing", "every"])
    }
    advance()
    let share = try parsePercent(after: "'growing'")
    try expect(.per, after: share.text)
    guard take(.month) else { throw growthPerOther() }
    guard take(.for) else {
      throw missing(
        .missingWord, "expected 'for' and a time after 'month', found \(found)",
        insert: current.endsStatement ? " for 2y" : " for")
    }
    return DemandDeclaration.Growth(share, for: try parseDuration(after: "'for'"))
  }

  private func growthPerOther() -> Diagnostic {
    let message = "a demand grows per month, found \(found)"
    return current.kind == .word && current.keyword != .for
      ? refusal(.unexpectedText, message, fixes: ["month"])
      : missing(.missingWord, message, insert: " month")
  }
}
