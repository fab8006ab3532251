/// The smallest piece of text with a meaning. Comments and blanks are not tokens.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case word, string, number, percentSign
    case equals, colon, comma, dots
    case openParenthesis, closeParenthesis, openBrace, closeBrace
    case ampersand, bar, plus, star
    case less, greater, atMost, atLeast
    case newline, semicolon
    /// A character without a meaning here; the parser says so where it meets it.
    case symbol
    case end
  }

  let kind: Kind
  let keyword: Keyword?
  /// 32 bits keep the tokens of a large text small; the lexer refuses longer texts.
  private let start: UInt32
  private let size: UInt32

  init(_ kind: Kind, keyword: Keyword? = nil, from start: Int, to end: Int) {
    self.kind = kind
    self.keyword = keyword
    self.start = UInt32(clamping: start)
    size = UInt32(clamping: end - start)
  }

  var span: SourceSpan { SourceSpan(offset: Int(start), length: Int(size)) }

  /// True for tokens after which a line end is blank.
  var isContinued: Bool {
    switch kind {
    case .equals, .colon, .comma, .dots, .ampersand, .bar, .plus, .star, .less, .greater, .atMost,
      .atLeast:
      true
    case .word: keyword == .and || keyword == .or || keyword == .else
    default: false
    }
  }

  /// True where a statement may end.
  var endsStatement: Bool { kind == .newline || kind == .semicolon || kind == .end }
}

/// A comment or blank line, by the token that follows it.
struct TriviaEntry: Sendable {
  /// The index of the next token.
  let tokenIndex: Int
  /// The comment with its `#`, trailing blanks left out; empty for a blank line.
  let span: SourceSpan
  /// True for a comment with a token before it on its line.
  let isBeside: Bool

  var isBlankLine: Bool { span.length == 0 }
}
