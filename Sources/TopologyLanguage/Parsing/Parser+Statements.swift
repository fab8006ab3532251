// Statements.
extension Parser {
  mutating func parseStatement() throws(Diagnostic) -> Statement {
    let above = takeTrivia(through: index)
    let start = current.span
    statementStart = start.offset
    let content = try parseStatementContent()
    try checkEndOfStatement()
    let span = span(from: start)
    return Statement(content, span: span, trivia: trivia(above: above))
  }

  /// The statement after the colon of `with`, whose comments are those of the whole question.
  mutating func parseInnerStatement() throws(Diagnostic) -> Statement {
    let start = current.span
    let content = try nested { parser throws(Diagnostic) in try parser.parseStatementContent() }
    return Statement(content, span: span(from: start))
  }

  private mutating func parseStatementContent() throws(Diagnostic) -> Statement.Content {
    if peek().kind == .equals, current.kind == .word || current.kind == .string {
      return .definition(try parseDefinition())
    }
    if isAtChance { return .question(try parseChance()) }
    if isAtImprovement { return .question(try parseImprovement()) }
    if isAtHeadroom { return .question(try parseHeadroom()) }
    guard let keyword = current.keyword else { return try parseUnmarkedStatement() }
    switch keyword {
    case .law: return try parseLawDeclaration()
    case .demand: return .demand(try parseDemandDeclaration())
    default: break
    }
    if let kind = DeclarationKind(rawValue: keyword.rawValue) {
      return .declaration(try parseDeclaration(kind))
    }
    if keyword.beginsQuestion { return .question(try parseQuestion(keyword)) }
    return try parseUnmarkedStatement()
  }

  private mutating func parseDefinition() throws(Diagnostic) -> DefinitionSyntax {
    let name = try parseName(after: "the beginning")
    advance()
    let expression = try parseExpression()
    return DefinitionSyntax(name: name, expression: expression, clauses: try parseTrailingClauses())
  }

  /// `, clauses` behind an expression that is a statement or the value of a definition.
  private mutating func parseTrailingClauses() throws(Diagnostic) -> [Clause] {
    take(.comma) ? try parseClauses(in: .expression) : []
  }

  /// An expression, or something whose first word is wrong.
  private mutating func parseUnmarkedStatement() throws(Diagnostic) -> Statement.Content {
    try refuseStrayBracket()
    if isName(current), let diagnostic = misspeltStatement() ?? missingKind() { throw diagnostic }
    let expression = try parseExpression()
    return .expression(expression, clauses: try parseTrailingClauses())
  }

  /// `servce web: …`, `chek site …`
  private func misspeltStatement() -> Diagnostic? {
    let next = peek()
    let isFollowed = next.kind == .word && next.keyword != .of && Operator(next) == nil
    guard isFollowed || next.kind == .string, current.kind == .word else { return nil }
    if Self.promptWords.contains(text(current)) {
      return Diagnostic(promptWord: text(current), at: current.span)
    }
    let question = Self.question(with: text(next))
    if isDefined(current) { return question.map { missing($0, before: next) } }
    let nearest = Spelling.nearest(to: text(current), among: Self.firstWords)
    if let question, question != nearest { return missing(question, before: next) }
    guard let nearest else { return unknownKind() }
    guard nearest != text(current) else {
      return Diagnostic(
        .expectedName, "expected a name after '\(nearest)', found '\(text(next))'", at: next.span)
    }
    return Diagnostic(
      .unknownWord, "\(found) begins no statement; did you mean '\(nearest)'?", at: current.span,
      fixes: [nearest])
  }

  /// True for a name that the text defines.
  private func isDefined(_ token: Token) -> Bool {
    let name = nameText(token)
    return tokens.indices.dropLast(2).contains { place in
      let isDefinition = tokens[place + 1].kind == .equals && isName(tokens[place])
      let isDeclaration =
        tokens[place].keyword?.beginsDeclaration ?? false && tokens[place + 2].kind != .equals
      guard isDefinition || isDeclaration, place == 0 || tokens[place - 1].endsStatement else {
        return false
      }
      return nameText(tokens[isDefinition ? place : place + 1]) == name
    }
  }

  /// `shop meets gold`: a word of a question behind a name, without what asks it.
  private func missing(_ question: String, before next: Token) -> Diagnostic {
    let name = source.text(in: current.span)
    return Diagnostic(
      .unknownWord,
      "'\(text(next))' stands behind a name in a question: \(question) \(name) \(text(next)) …",
      at: current.span, fixes: ["\(question) \(name)"])
  }

  /// The question in which `word` follows a name.
  private static func question(with word: String) -> String? {
    switch word {
    case "meets", "survives": "check"
    case "for": "simulate"
    case "using": "show"
    case "over": "plot"
    default: nil
    }
  }

  /// The words that begin a statement.
  static let firstWords =
    Keyword.allCases.filter { $0.beginsDeclaration || $0.beginsQuestion }.map(\.rawValue)
    + ["improve", "headroom"]

  /// Words of the prompt that are names elsewhere.
  static let promptWords = ["edit", "quit", "exit"]

  /// `cache web: 2 of 3`
  private func unknownKind() -> Diagnostic? {
    guard peek(2).kind == .colon || peek(2).kind == .openBrace else { return nil }
    let kinds = DeclarationKind.allCases.map(\.rawValue)
    return Diagnostic(
      .unknownWord, "\(found) is not a kind of declaration (\(Self.list(kinds)))",
      at: current.span, fixes: ["service"])
  }

  /// `web: 2 of 3`
  private func missingKind() -> Diagnostic? {
    guard peek().kind == .colon || peek().kind == .openBrace else { return nil }
    let name = text(current)
    return Diagnostic(
      .missingKind, "say what '\(nameText(current))' is, as in service \(name): 2 of 3",
      at: current.span, fixes: ["service \(name)", "store \(name)"])
  }

  private func checkEndOfStatement() throws(Diagnostic) {
    guard !current.endsStatement else { return }
    try refuseStrayBracket()
    if current.keyword?.beginsClause ?? false, let diagnostic = missingClauseComma() {
      throw diagnostic
    }
    throw misspeltContinuation() ?? missingOperator()
      ?? refusal(.unexpectedText, "expected the end of the statement, found \(found)")
  }

  private func refuseStrayBracket() throws(Diagnostic) {
    switch current.kind {
    case .closeParenthesis:
      throw refusal(.unmatchedParenthesis, "no parenthesis is open here", fixes: [""])
    case .closeBrace: throw refusal(.unmatchedBrace, "no brace is open here", fixes: [""])
    default: return
    }
  }
}
