// Names and paths.
extension Parser {
  /// True where a name stands, a word of the grammar left out.
  func isName(_ token: Token) -> Bool {
    token.kind == .string || token.kind == .word && token.keyword == nil
  }

  /// A name; `word` is what it belongs to, for the sentence of refusal.
  mutating func parseName(after word: String) throws(Diagnostic) -> Identifier {
    guard isName(current) else { throw expectedName(after: word) }
    let token = advance()
    return Identifier(nameText(token), span: token.span)
  }

  func expectedName(after word: String) -> Diagnostic {
    current.keyword == nil
      ? expected("a name", .expectedName, after: word)
      : reservedWord()
  }

  /// Rule: a word of the grammar is a name only in quotes.
  func reservedWord() -> Diagnostic {
    let word = text(current)
    return refusal(
      .reservedWord, "'\(word)' is a word of the language; as a name it needs quotes",
      fixes: ["\"\(word)\""])
  }

  /// A name in quotes without them.
  func nameText(_ token: Token) -> String {
    guard token.kind == .string else { return text(token) }
    let inner = SourceSpan(offset: token.span.offset + 1, length: token.span.length - 2)
    return QuotedText.unescape(source.text(in: inner))
  }

  /// A file or other text in quotes.
  mutating func parseQuotedText(after word: String) throws(Diagnostic) -> String {
    guard current.kind != .string else { return nameText(advance()) }
    let isBare = current.kind == .word && current.keyword == nil
    throw refusal(
      .expectedText, "expected a file in quotes after \(word), found \(found)",
      fixes: isBare ? ["\"\(text(current))\""] : [])
  }

  mutating func parsePath(after word: String) throws(Diagnostic) -> PathSyntax {
    guard current.kind == .word || current.kind == .string else {
      throw expectedName(after: word)
    }
    let first = advance()
    guard first.kind == .string else {
      let segments = text(first).split(separator: ".").map(String.init)
      return PathSyntax(segments: segments, span: first.span)
    }
    var segments = [nameText(first)]
    while current.kind == .symbol, text(current) == ".", peek().kind == .word {
      advance()
      segments += text(advance()).split(separator: ".").map(String.init)
    }
    return PathSyntax(segments: segments, span: span(from: first.span))
  }
}
