// Words, quoted names and symbols.
extension Lexer {
  /// The length in bytes of the letter at `index`; nil for any other character.
  func letterLength(at index: Int) -> Int? {
    let byte = byte(at: index)
    if byte < 0x80 { return Self.isASCIILetter(byte) ? 1 : nil }
    guard let scalar = EncodingCheck.scalar(at: index, in: bytes),
      scalar.value.properties.isAlphabetic || scalar.value.properties.isGraphemeExtend
    else { return nil }
    return scalar.length
  }

  /// A word runs over letters, digits, `_`, and dashes and dots that stand inside it; right after a
  /// number it is a unit and has letters alone, so that `1h30min` has two.
  mutating func readWord(firstLength: Int) {
    let isUnit = tokens.last.map { $0.kind == .number && $0.span.end == position } ?? false
    var end = position + firstLength
    while let length = isUnit ? letterLength(at: end) : continuationLength(at: end) {
      end += length
    }
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    add(.word, keyword: Keyword.byWord[text], upTo: end)
  }

  private func continuationLength(at index: Int) -> Int? {
    let byte = byte(at: index)
    if Self.isDigit(byte) || byte == UInt8(ascii: "_") { return 1 }
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else {
      return letterLength(at: index)
    }
    if Self.isDigit(self.byte(at: index + 1)) { return 2 }
    return letterLength(at: index + 1).map { $0 + 1 }
  }

  /// A string ends on its line; `\"`, `\\` and `\n` stand for a quote, a backslash and a line end.
  mutating func readString() throws(Diagnostic) {
    var end = position + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\n") {
      end += bytes[end] == UInt8(ascii: "\\") && byte(at: end + 1) != UInt8(ascii: "\n") ? 2 : 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
      throw unclosedQuote(upTo: min(end, bytes.count))
    }
    guard end > position + 1 else {
      throw Diagnostic(
        .emptyName, "there is nothing between the quotes; write a name or a file",
        at: SourceSpan(offset: position, length: 2))
    }
    add(.string, upTo: end + 1)
  }

  /// The quote was probably meant to end before the next sign of the language.
  private func unclosedQuote(upTo end: Int) -> Diagnostic {
    let longest = SourceSpan(offset: position, length: min(end - position, Self.longestQuoteShown))
    var name = source.text(in: longest).prefix { !",)#:=&|{}\r".contains($0) }
    while let last = name.last, last == " " || last == "\t" { name.removeLast() }
    return Diagnostic(
      .unclosedQuote, "the quote is not closed on its line; add a second '\"'",
      at: SourceSpan(offset: position, length: min(name.utf8.count, longest.length)),
      fixes: name.utf8.count > 1 ? ["\(name)\""] : [])
  }

  private static var longestQuoteShown: Int { 400 }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}

// Punctuation.
extension Lexer {
  mutating func readSymbol(_ byte: UInt8) throws(Diagnostic) {
    try refuseMissingZero(byte)
    if let (kind, length) = punctuation(byte) {
      add(kind, upTo: position + length)
      noteBracket(kind)
    } else {
      let length = EncodingCheck.scalar(at: position, in: bytes)?.length ?? 1
      add(.symbol, upTo: position + length)
    }
  }

  private func punctuation(_ byte: UInt8) -> (Token.Kind, Int)? {
    switch byte {
    case UInt8(ascii: "="): (.equals, 1)
    case UInt8(ascii: ":"): (.colon, 1)
    case UInt8(ascii: ","): (.comma, 1)
    case UInt8(ascii: ";"): (.semicolon, 1)
    case UInt8(ascii: "%"): (.percentSign, 1)
    case UInt8(ascii: "&"): (.ampersand, 1)
    case UInt8(ascii: "|"): (.bar, 1)
    case UInt8(ascii: "+"): (.plus, 1)
    case UInt8(ascii: "*"): (.star, 1)
    case UInt8(ascii: "."): peek() == UInt8(ascii: ".") ? (.dots, 2) : nil
    case UInt8(ascii: "<"): peek() == UInt8(ascii: "=") ? (.atMost, 2) : (.less, 1)
    case UInt8(ascii: ">"): peek() == UInt8(ascii: "=") ? (.atLeast, 2) : (.greater, 1)
    default: bracket(byte)
    }
  }

  private func bracket(_ byte: UInt8) -> (Token.Kind, Int)? {
    switch byte {
    case UInt8(ascii: "("): (.openParenthesis, 1)
    case UInt8(ascii: ")"): (.closeParenthesis, 1)
    case UInt8(ascii: "{"): (.openBrace, 1)
    case UInt8(ascii: "}"): (.closeBrace, 1)
    default: nil
    }
  }
}
