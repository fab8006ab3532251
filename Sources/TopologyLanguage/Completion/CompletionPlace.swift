/// The place of a cursor: the word that is being written, and the statement before it.
struct CompletionPlace {
  /// The word that is being written.
  let span: SourceSpan
  /// What is written of it, without its quote.
  let typed: String
  /// True inside a quote.
  let isQuoted: Bool
  /// The statement up to the word.
  let statement: [UInt8]
  /// Its tokens, whose spans are those of the whole text.
  let tokens: ArraySlice<Token>
  /// The whole text up to the cursor.
  let source: SourceText
  /// The statements before this one.
  let before: ArraySlice<Token>

  /// The place at the end of `source`; nil in a comment and behind what no text may have.
  init?(endOf source: SourceText) {
    var lexer = Lexer(source)
    lexer.run()
    let quote = lexer.failure?.code == .unclosedQuote ? lexer.failure?.span.offset : nil
    guard lexer.failure == nil || quote != nil, !Self.endsInComment(lexer) else { return nil }
    let start = quote ?? Self.wordStart(in: source.bytes)
    let tokens = lexer.tokens.prefix { $0.span.end <= start && $0.kind != .end }
    let first = StatementCutting.lastStart(in: tokens)
    self.source = source
    self.tokens = tokens[first...]
    before = tokens[..<first]
    isQuoted = quote != nil
    span = SourceSpan(offset: start, length: source.bytes.count - start)
    let written = source.text(in: span)
    typed = isQuoted ? QuotedText.unescape(String(written.dropFirst())) : written
    statement = Self.statement(self.tokens, upTo: start, of: source)
  }

  /// The bytes of the statement; a value is set as `with` gives it.
  private static func statement(
    _ tokens: ArraySlice<Token>, upTo end: Int, of source: SourceText
  ) -> [UInt8] {
    guard let first = tokens.first else { return [] }
    guard first.keyword == .set else { return Array(source.bytes[first.span.offset..<end]) }
    return Array(Keyword.with.rawValue.utf8) + source.bytes[first.span.end..<end]
  }

  /// A word runs back over letters, digits, `_`, dashes and dots; a unit begins behind its number.
  private static func wordStart(in bytes: [UInt8]) -> Int {
    let end = bytes.count
    var start = bytes.lastIndex { !isOfWord($0) }.map { $0 + 1 } ?? 0
    while start < end, bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: ".") {
      start += 1
    }
    guard start < end, Lexer.isDigit(bytes[start]) else { return start }
    return bytes.lastIndex { !isLetter($0) }.map { $0 + 1 } ?? start
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || Lexer.isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || Lexer.isASCIILetter(byte) }

  private static func endsInComment(_ lexer: Lexer) -> Bool {
    guard let comment = lexer.trivia.last, !comment.isBlankLine else { return false }
    return !lexer.bytes[comment.span.offset...].contains(UInt8(ascii: "\n"))
  }
}

// Looking back from the word.
extension CompletionPlace {
  /// The token `distance` before the word; nil before the statement.
  func token(_ distance: Int) -> Token? {
    distance <= tokens.count ? tokens[tokens.endIndex - distance] : nil
  }

  func text(_ token: Token?) -> String { token.map { source.text(in: $0.span) } ?? "" }

  /// The brackets that are open here, the innermost last.
  var openBrackets: [Int] {
    var open: [Int] = []
    for (place, token) in zip(tokens.indices, tokens) {
      switch token.kind {
      case .openParenthesis, .openBrace: open.append(place)
      case .closeParenthesis, .closeBrace: _ = open.popLast()
      default: break
      }
    }
    return open
  }

  /// What closes them.
  var closers: String {
    openBrackets.reversed().map { tokens[$0].kind == .openBrace ? "}" : ")" }.joined()
  }
}
