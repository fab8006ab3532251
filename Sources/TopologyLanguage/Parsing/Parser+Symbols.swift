// Characters from other languages and keyboards.
extension Parser {
  /// What to write instead of a character that the language doesn't have.
  private static let replacements: [Character: String] = [
    "≥": ">=", "≤": "<=", "×": "*", "·": "*", "∧": "&", "∨": "|", "[": "(", "]": ")", "，": ",",
    "：": ":", "；": ";", "（": "(", "）": ")", "％": "%", "…": "..", "–": "-", "—": "-",
    "\u{A0}": " ", "\u{202F}": " ", "\u{200B}": "", "\u{FEFF}": "", "$": "", "€": "", "£": "",
    "~": "", "≈": "", "\\": "", "@": "", "^": "", "`": "",
  ]

  private static let closingQuotes: [Character: Character] = [
    "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»",
  ]

  func symbolRefusal() -> Diagnostic? {
    guard current.kind == .symbol, let character = text(current).first else { return nil }
    if let diagnostic = minusRefusal(character) ?? slashRefusal(character) { return diagnostic }
    if let closing = Self.closingQuotes[character] { return quoteRefusal(closing) }
    if character == "[", let diagnostic = bracketRefusal() { return diagnostic }
    return Diagnostic(
      .unexpectedCharacter, "'\(Self.visible(character))' has no meaning here", at: current.span,
      fixes: Self.replacements[character].map { [$0] } ?? [])
  }

  private static func visible(_ character: Character) -> String {
    guard let scalar = character.unicodeScalars.first,
      scalar.properties.isWhitespace || scalar.value < 32 || scalar.value == 0x7F
        || scalar.properties.isDefaultIgnorableCodePoint
    else { return String(character) }
    return "U+\(String(scalar.value, radix: 16, uppercase: true))"
  }

  private func minusRefusal(_ character: Character) -> Diagnostic? {
    guard character == "-" || character == "−" else { return nil }
    guard peek().kind == .number, isGlued(current, peek()) else {
      return Diagnostic(
        .unexpectedCharacter, "there is no subtraction; a dash belongs inside a name",
        at: current.span)
    }
    return Diagnostic(
      .negativeNumber, "no quantity of the language is negative", at: current.span, fixes: [""])
  }

  private func slashRefusal(_ character: Character) -> Diagnostic? {
    guard character == "/", let previous, peek().kind != .end else { return nil }
    if isGlued(current, peek()), text(peek()) == "/" {
      return Diagnostic(
        .unexpectedCharacter, "a comment begins with '#'",
        at: current.span.through(peek().span), fixes: ["#"])
    }
    guard previous.kind == .number, peek().kind == .number else { return nil }
    return Diagnostic(
      .unexpectedCharacter, "'k of n' is written with 'of'", at: current.span, fixes: [" of "])
  }

  /// `[a, b]` as a whole; nil where it is not closed on its line.
  private func bracketRefusal() -> Diagnostic? {
    let line = source.line(of: current.span.offset)
    let rest = source.text(in: current.span.after.through(line))
    guard let end = rest.firstIndex(where: { "[]".contains($0) }), rest[end] == "]" else {
      return nil
    }
    let inner = rest[..<end]
    return Diagnostic(
      .unexpectedCharacter, "parts are grouped by parentheses",
      at: SourceSpan(offset: current.span.offset, length: inner.utf8.count + 2),
      fixes: ["(\(inner))"])
  }

  private func quoteRefusal(_ closing: Character) -> Diagnostic {
    let line = source.line(of: current.span.offset)
    let rest = source.text(in: current.span.after.through(line))
    guard let end = rest.firstIndex(of: closing), end > rest.startIndex else {
      return Diagnostic(
        .unexpectedCharacter, "names are quoted with '\"'", at: current.span)
    }
    let name = rest[..<end]
    let length = current.span.length + name.utf8.count + String(closing).utf8.count
    return Diagnostic(
      .unexpectedCharacter, "names are quoted with '\"'",
      at: SourceSpan(offset: current.span.offset, length: length), fixes: ["\"\(name)\""])
  }
}
