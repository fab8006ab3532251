// Lists of clauses.
extension Parser {
  /// Clauses separated by commas, up to the end of the statement or of the parentheses.
  mutating func parseClauses(in place: ClausePlace) throws(Diagnostic) -> [Clause] {
    var clauses: [Clause] = []
    repeat {
      try refuseTrailingComma(after: clauses)
      clauses.append(try parseListedClause(in: place, isFirst: clauses.isEmpty))
      try refuseSecondCount(in: clauses)
    } while take(.comma)
    try checkEndOfClauses()
    return clauses
  }

  /// A declaration's clause keeps its comments; those of any other move above the statement.
  private mutating func parseListedClause(
    in place: ClausePlace, isFirst: Bool
  ) throws(Diagnostic) -> Clause {
    guard place != .expression else { return try parseClause(in: place) }
    var above = takeTrivia(through: index)
    if isFirst { above = Array(above.drop(while: \.isEmpty)) }
    var clause = try parseClause(in: place)
    above += takeComments(through: index - 1)
    var beside: String?
    if current.kind == .comma { beside = takeCommentBeside(before: index + 1) }
    if place == .block, current.kind == .newline { beside = takeCommentBeside(before: index) }
    clause.trivia = Trivia(above: above, beside: beside)
    return clause
  }

  private func refuseTrailingComma(after clauses: [Clause]) throws(Diagnostic) {
    guard let comma = previous, comma.kind == .comma else { return }
    let isEnd = current.kind == .closeParenthesis || current.kind == .semicolon
    guard isEnd || current.kind == .end && !clauses.isEmpty else { return }
    throw Diagnostic(
      .expectedClause, "expected a clause after ',', found \(found)", at: comma.span, fixes: [""],
      isIncomplete: isUnfinished)
  }

  /// `2 of 3, 99`: the second whole number is a percentage without its sign.
  private func refuseSecondCount(in clauses: [Clause]) throws(Diagnostic) {
    guard clauses.count > 1, let last = clauses.last,
      case .count(.literal(let number), of: nil, per: nil) = last.content,
      clauses.dropLast().contains(where: { if case .count = $0.content { true } else { false } })
    else { return }
    throw Diagnostic(
      .missingPercent, "'\(number.text)' would be a second count; an availability needs a '%'",
      at: number.span, fixes: percentReadings(number.text))
  }

  private func checkEndOfClauses() throws(Diagnostic) {
    if openParentheses > 0 {
      guard current.kind != .closeParenthesis else { return }
      throw isOnSameLine ? missingClauseComma() ?? missingParenthesis() : missingParenthesis()
    }
    guard !current.endsStatement, let diagnostic = missingClauseComma() else { return }
    throw diagnostic
  }

  /// The refusal of two clauses without a comma; nil where no clause begins.
  func missingClauseComma() -> Diagnostic? {
    let isClause =
      current.keyword?.beginsClause ?? false || current.keyword == .posterior
      || current.kind == .number || isName(current)
    guard isClause else { return nil }
    if isName(current), current.kind == .word {
      if let diagnostic = misspeltContinuation() { return diagnostic }
      let words = Keyword.allCases.filter(\.beginsClause).map(\.rawValue)
      guard Spelling.nearest(to: text(current), among: words) != nil || peek().kind == .number
      else { return refusal(.unexpectedText, "expected ',' or the end, found \(found)") }
    }
    return Diagnostic(
      .missingComma, "expected ',' before \(found)", at: gap, fixes: [","])
  }

  /// Clauses between braces, separated by commas or line ends.
  mutating func parseBlock() throws(Diagnostic) -> [Clause] {
    hoistedComments += takeComments(through: index)
    let brace = advance()
    blockComments.beside = takeCommentBeside(before: index)
    var clauses: [Clause] = []
    skipNewlines()
    while current.kind != .closeBrace {
      try checkBlockGoesOn(brace)
      clauses.append(try parseListedClause(in: .block, isFirst: clauses.isEmpty))
      try refuseSecondCount(in: clauses)
      try separateBlockClauses(brace)
    }
    takeCommentsBelow(isEmptyBlock: clauses.isEmpty)
    advance()
    return clauses
  }

  private mutating func takeCommentsBelow(isEmptyBlock: Bool) {
    var below = takeTrivia(through: index)
    while below.last?.isEmpty ?? false { below.removeLast() }
    blockComments.below = isEmptyBlock ? Array(below.drop(while: \.isEmpty)) : below
  }

  private func checkBlockGoesOn(_ brace: Token) throws(Diagnostic) {
    guard current.kind == .end else { return }
    let line = source.position(of: brace.span.offset).line
    throw Diagnostic(
      .missingBrace, "expected '}' for the block that begins in line \(line)", at: gap,
      fixes: ["\n}"], isIncomplete: true)
  }

  private mutating func separateBlockClauses(_ brace: Token) throws(Diagnostic) {
    let isSeparated = take(.comma) || current.kind == .newline
    skipNewlines()
    guard !isSeparated, current.kind != .closeBrace else { return }
    if current.kind == .semicolon {
      throw refusal(.unexpectedText, "clauses are separated by ',' or line ends", fixes: [","])
    }
    try checkBlockGoesOn(brace)
    throw missingClauseComma()
      ?? refusal(.missingBrace, "expected ',' or '}' in the block, found \(found)")
  }
}
