// The parts that operators join.
extension Parser {
  mutating func parseOperand() throws(Diagnostic) -> ExpressionSyntax {
    switch current.kind {
    case .number: return try parseNumericOperand()
    case .openParenthesis: return try parseParentheses()
    case .string: return try parseNamedOperand()
    case .word:
      guard let keyword = current.keyword else { return try parseNamedOperand() }
      if keyword == .posterior {
        let percent = try parsePercent(after: "the operator")
        return ExpressionSyntax(.percent(percent), span: percent.span)
      }
      guard keyword == .level else { throw wrongOperand(keyword) }
      let start = advance().span
      let level = try parsePercent(after: "'level'")
      return ExpressionSyntax(.level(level), span: span(from: start))
    default: throw expectedExpression()
    }
  }

  func expectedExpression() -> Diagnostic {
    let after = previous.map { $0.kind == .newline || $0.kind == .semicolon ? "" : text($0) } ?? ""
    let place = after.isEmpty ? "" : " after '\(after.prefix(40))'"
    if let previous, previous.kind == .equals, current.kind == .equals {
      return Diagnostic(
        .doubledOperator, "'=' is written once", at: previous.span.through(current.span),
        fixes: ["="])
    }
    let isStray = Operator(current) != nil || current.kind == .comma || current.kind == .colon
    return refusal(
      .expectedExpression, "expected a name, a percentage or '('\(place), found \(found)",
      fixes: isStray ? [""] : [])
  }

  private func wrongOperand(_ keyword: Keyword) -> Diagnostic {
    if Operator(current) != nil || keyword == .of || keyword == .nines || keyword == .to {
      return expectedExpression()
    }
    let isNameLike = peek().kind != .number && !(isName(peek()) && isOnSameLine)
    guard keyword.beginsClause, !isNameLike else { return reservedWord() }
    return refusal(
      .misplacedClause,
      "the clause '\(keyword.rawValue)' stands behind a part and a comma, as in 99.9%, mttr 5min")
  }

  private mutating func parseNamedOperand() throws(Diagnostic) -> ExpressionSyntax {
    let token = advance()
    let name = Identifier(nameText(token), span: token.span)
    guard current.keyword == .of else {
      return ExpressionSyntax(.name(name), span: token.span)
    }
    return try parseMultiple(need: .name(name))
  }

  private mutating func parseNumericOperand() throws(Diagnostic) -> ExpressionSyntax {
    let next = peek()
    let isRange = next.keyword == .to && peek(2).kind == .number && peek(3).keyword == .of
    if next.keyword == .of || isRange {
      return try parseMultiple(need: .literal(try parseInteger()))
    }
    if next.kind == .percentSign || next.keyword == .nines {
      let percent = try parsePercent(after: "the operator")
      return ExpressionSyntax(.percent(percent), span: percent.span)
    }
    throw wrongNumber()
  }

  private func wrongNumber() -> Diagnostic {
    let next = peek()
    if let sign = percentSignSpelling(next) { return misspeltSign(sign, next) }
    if let diagnostic = nameOfDigits() { return diagnostic }
    if next.kind == .symbol, text(next) == "/" || text(next) == "-" { return afterNumber() }
    if next.kind == .word, text(next) == "out", peek(2).keyword == .of {
      return Diagnostic(
        .unexpectedText, "'k of n' is written with 'of'",
        at: next.span.through(peek(2).span), fixes: ["of"])
    }
    if next.kind == .word, isGlued(current, next) || durationUnit(next) != nil {
      return refusal(
        .expectedExpression, "\(found) is no part of a topology; name it or give it as a clause")
    }
    if next.kind == .number {
      return Diagnostic(
        .missingWord, "expected 'of' or '%' after '\(text(current))'", at: current.span.after,
        fixes: [" of"])
    }
    return Diagnostic(
      .missingPercent, "'\(text(current).prefix(40))' is a number; an availability needs a '%'",
      at: current.span, fixes: percentReadings(text(current)))
  }

  /// `3web = 99.9%`
  private func nameOfDigits() -> Diagnostic? {
    guard peek().kind == .word, isGlued(current, peek()),
      peek(2).kind == .equals || peek(2).kind == .colon || peek(2).kind == .openBrace
    else { return nil }
    let span = current.span.through(peek().span)
    return Diagnostic(
      .expectedName, "a name begins with a letter; another one needs quotes", at: span,
      fixes: ["\"\(source.text(in: span))\""])
  }

  private func afterNumber() -> Diagnostic {
    var ahead = self
    ahead.advance()
    return ahead.refusal(.unexpectedText, "'k of n' is written with 'of'")
  }

  /// `k of n x` or `k of (a, b, c)`, behind its first count.
  private mutating func parseMultiple(
    need: CountSyntax
  ) throws(Diagnostic) -> ExpressionSyntax {
    try nested { parser throws(Diagnostic) in
      parser.advance()
      if parser.current.kind == .openParenthesis { return try parser.parseChoice(need: need) }
      let all = try parser.parseCount(after: "'of'")
      try parser.checkCopied(need: need, all)
      let operand = try parser.parseOperand()
      return ExpressionSyntax(
        .copies(need: need, of: all, operand), span: parser.span(from: need.span))
    }
  }

  private func checkCopied(need: CountSyntax, _ all: CountSyntax) throws(Diagnostic) {
    let begins =
      current.kind == .number || current.kind == .openParenthesis || isName(current)
      || current.keyword == .level || current.keyword == .posterior
    guard !begins || !isOnSameLine && openParentheses == 0 else { return }
    if case .name(let name) = all {
      throw Diagnostic(
        .missingCount, "expected how many copies of '\(name.text)' there are after 'of'",
        at: name.span,
        fixes: need.literal.map { ["\($0 &+ 1) \(source.text(in: name.span))"] } ?? [])
    }
    if let word = current.keyword, !word.beginsClause, Operator(current) == nil {
      throw wrongOperand(word)
    }
    throw refusal(
      .missingCount,
      "expected what the copies are of, as in 2 of 3 99.5%, found \(found)")
  }
}
