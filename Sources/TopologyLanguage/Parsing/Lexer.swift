/// Cuts a text into tokens, in time proportional to its length.
///
/// A mistake ends the tokens and is kept in `failure`: the parser reports it only if it finds none
/// before it.
struct Lexer {
  let source: SourceText
  private(set) var tokens: [Token] = []
  private(set) var trivia: [TriviaEntry] = []
  private(set) var failure: Diagnostic?

  var bytes: [UInt8] { source.bytes }
  private(set) var position = 0
  private var openParentheses = 0
  private var lineHasText = false
  private var hasBlankLineAhead = false

  init(_ source: SourceText) {
    self.source = source
  }

  /// Reads the whole text.
  mutating func run() {
    do throws(Diagnostic) {
      try checkEncoding()
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
      while position < bytes.count { try readNext() }
    } catch {
      failure = error
    }
    tokens.append(Token(.end, from: position, to: position))
  }

  private func checkEncoding() throws(Diagnostic) {
    guard bytes.count < Int(UInt32.max) else {
      throw Diagnostic(.textTooLong, "a text of 4 GB or more can't be read", at: .unknown)
    }
    guard let offset = EncodingCheck.firstInvalidByte(of: bytes) else { return }
    throw Diagnostic(
      .invalidEncoding, "the text is not valid UTF-8 here; save it as UTF-8",
      at: SourceSpan(offset: offset, length: 1))
  }

  private mutating func readNext() throws(Diagnostic) {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
    case UInt8(ascii: "\n"): readLineEnd()
    case UInt8(ascii: "#"): readComment()
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    default:
      if let length = letterLength(at: position) {
        readWord(firstLength: length)
      } else {
        try readSymbol(byte)
      }
    }
  }

  /// Adds the token that ends at `end` and moves there.
  mutating func add(_ kind: Token.Kind, keyword: Keyword? = nil, upTo end: Int) {
    flushBlankLine()
    lineHasText = true
    tokens.append(Token(kind, keyword: keyword, from: position, to: end))
    position = end
  }

  /// The byte `distance` after the current one; 0 beyond the end.
  func peek(_ distance: Int = 1) -> UInt8 { byte(at: position + distance) }

  /// The byte at `index`; 0 beyond the end.
  func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Keeps track of parentheses, in which line ends are blank.
  mutating func noteBracket(_ kind: Token.Kind) {
    switch kind {
    case .openParenthesis: openParentheses += 1
    case .closeParenthesis: openParentheses = max(openParentheses - 1, 0)
    case .openBrace, .closeBrace: openParentheses = 0
    default: break
    }
  }
}

// Lines and comments.
extension Lexer {
  private mutating func readLineEnd() {
    if !lineHasText { hasBlankLineAhead = true }
    if lineHasText, openParentheses == 0, let last = tokens.last, last.kind != .newline,
      !last.isContinued
    {
      tokens.append(Token(.newline, from: position, to: position + 1))
    }
    lineHasText = false
    position += 1
  }

  private mutating func readComment() {
    flushBlankLine()
    var end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let lineEnd = end
    while end > position, Self.isBlank(bytes[end - 1]) { end -= 1 }
    let isBeside = lineHasText && !(tokens.last.map { $0.kind == .newline } ?? true)
    trivia.append(
      TriviaEntry(
        tokenIndex: tokens.count, span: SourceSpan(offset: position, length: end - position),
        isBeside: isBeside))
    lineHasText = true
    position = lineEnd
  }

  /// Records at most one blank line before what comes next, and none at the beginning of the text.
  private mutating func flushBlankLine() {
    guard hasBlankLineAhead else { return }
    hasBlankLineAhead = false
    guard !(tokens.isEmpty && trivia.isEmpty) else { return }
    trivia.append(
      TriviaEntry(
        tokenIndex: tokens.count, span: SourceSpan(offset: position, length: 0), isBeside: false))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
