/// Where a list of clauses stands.
enum ClausePlace {
  /// Behind the colon or comma of a declaration.
  case declaration
  /// Between the braces of a declaration.
  case block
  /// Behind an expression, in parentheses or not.
  case expression
}

// One clause.
extension Parser {
  /// True where a clause begins rather than an expression.
  var beginsClause: Bool {
    if current.keyword?.beginsClause ?? false { return true }
    guard current.kind == .number || isName(current) else { return false }
    return beginsCountClause
  }

  /// `3,` `n per` and `2 of 3,` are clauses; `2 of 3 web` and `2 of (` are expressions.
  private var beginsCountClause: Bool {
    let next = peek()
    if next.keyword == .per { return true }
    if current.kind == .number, next.kind == .comma || next.kind == .closeParenthesis {
      return !text(current).utf8.contains(UInt8(ascii: "."))
    }
    guard next.keyword == .of, peek(2).kind == .number || isName(peek(2)) else { return false }
    let third = peek(3)
    return third.kind == .comma || third.kind == .closeParenthesis || third.keyword == .per
  }

  mutating func parseClause(in place: ClausePlace) throws(Diagnostic) -> Clause {
    let start = current.span
    let content = try parseClauseContent(in: place)
    let isWord = if case .count = content { false } else { true }
    let keyword = isWord ? start : span(from: start)
    return Clause(content, span: span(from: start), keywordSpan: keyword)
  }

  private mutating func parseClauseContent(
    in place: ClausePlace
  ) throws(Diagnostic) -> ClauseContent {
    switch current.kind {
    case .number: return try parseNumericClause()
    case .string: return try parseNamedCount(in: place)
    case .word:
      guard let keyword = current.keyword else { return try parseNamedCount(in: place) }
      if keyword == .posterior { return try parseAvailability() }
      guard keyword.beginsClause else { throw expectedClause() }
      advance()
      return try parseClause(of: keyword)
    default: throw expectedClause()
    }
  }

  func expectedClause() -> Diagnostic {
    commaBeforeStatement()
      ?? refusal(
        .expectedClause, "expected a clause such as mttr 5min, found \(found)",
        fixes: current.kind == .comma && previous?.kind == .comma ? [""] : [])
  }

  private func commaBeforeStatement() -> Diagnostic? {
    guard let comma = previous, comma.kind == .comma, beginsStatement else { return nil }
    return Diagnostic(
      .unexpectedText, "a comma continues the clauses on the next line, and \(found) is none",
      at: comma.span, fixes: [""])
  }

  private var beginsStatement: Bool {
    let keyword = current.keyword
    return keyword?.beginsDeclaration ?? false || keyword?.beginsQuestion ?? false
      || isName(current) && peek().kind == .equals
  }

  private mutating func parseNumericClause() throws(Diagnostic) -> ClauseContent {
    let next = peek()
    let isFraction = text(current).utf8.contains(UInt8(ascii: "."))
    let isPercent =
      next.kind == .percentSign || next.keyword == .nines || percentSignSpelling(next) != nil
    if isPercent { return try parseAvailability() }
    if next.kind == .word, isGlued(current, next) || durationUnit(next) != nil {
      throw unnamedValue()
    }
    let isRangeOfPercents = next.keyword == .to && peek(3).kind == .percentSign
    guard !isFraction, !isRangeOfPercents else { throw missingPercent(after: gapWord) }
    return try parseCountClause(.literal(try parseInteger()))
  }

  /// `30d` alone: a duration or rate of what?
  private func unnamedValue() -> Diagnostic {
    let value = source.text(in: foundSpan)
    if text(peek()) == "m" {
      let digits = text(current)
      return refusal(
        .ambiguousUnit, "'m' is a minute to some tools and a month to others",
        fixes: ["mttr \(digits)min", "mttr \(digits)mo"])
    }
    let unit = durationUnit(peek())
    let readings = ["mttr \(value)", "mtbf \(value)"]
    return refusal(
      .expectedClause, "\(found) needs a word that says what it is",
      fixes: unit.map { $0.seconds < 86_400 ? readings : readings.reversed() } ?? [])
  }

  /// What stands before a value without a word of its own.
  private var gapWord: String { previous.map { "'\(text($0))'" } ?? "the beginning" }

  private mutating func parseAvailability() throws(Diagnostic) -> ClauseContent {
    let percent = try parsePercent(after: gapWord)
    return .availability(percent, per: take(.per) ? try parseWindow() : nil)
  }

  private mutating func parseCountClause(
    _ count: CountSyntax
  ) throws(Diagnostic) -> ClauseContent {
    let all = take(.of) ? try parseCount(after: "'of'") : nil
    let domain = take(.per) ? try parseName(after: "'per'") : nil
    return .count(count, of: all, per: domain)
  }

  /// A clause that begins with a name: a count to be found, or a misspelt word.
  private mutating func parseNamedCount(in place: ClausePlace) throws(Diagnostic) -> ClauseContent {
    let next = peek()
    let isCount = next.keyword == .of || next.keyword == .per
    guard isCount || isBareName(next), !isMisspelt, isCount || place != .expression else {
      throw unknownClause()
    }
    let token = advance()
    return try parseCountClause(.name(Identifier(nameText(token), span: token.span)))
  }

  private func isBareName(_ next: Token) -> Bool {
    next.endsStatement || next.kind == .comma || next.kind == .closeBrace
      || next.kind == .closeParenthesis
  }

  /// True for a near miss of a word that stands alone.
  private var isMisspelt: Bool {
    let word = text(current)
    return word.count > 4 && Spelling.nearest(to: word, among: ["rolling"]) != nil
  }

  func unknownClause() -> Diagnostic {
    if let diagnostic = commaBeforeStatement() { return diagnostic }
    let words = Keyword.allCases.filter(\.beginsClause).map(\.rawValue)
    let nearest = Spelling.nearest(to: text(current), among: words)
    let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
    return refusal(
      .unknownClause, "\(found) is not a word that begins a clause\(hint)",
      fixes: nearest.map { [$0] } ?? [])
  }
}
