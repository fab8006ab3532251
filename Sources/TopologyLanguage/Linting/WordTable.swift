/// The words and comments of a text.
struct WordTable {
  let tokens: [Token]
  let comments: [TriviaEntry]
  private var places: [String: [Int]] = [:]

  /// Reads `source`, in time proportional to its length and that of its dotted names.
  init(_ source: SourceText) {
    var lexer = Lexer(source)
    lexer.run()
    tokens = lexer.tokens
    comments = lexer.trivia.filter { !$0.isBlankLine }
    for token in tokens where token.kind == .word || token.kind == .string {
      for name in Self.names(in: source.text(in: token.span), token.kind) {
        places[name, default: []].append(token.span.offset)
      }
    }
  }

  /// A word, and each part before one of its dots: `az.1.mttr` may be about `az`.
  private static func names(in text: String, _ kind: Token.Kind) -> [String] {
    guard kind == .word else { return [QuotedText.unescape(String(text.dropFirst().dropLast()))] }
    let dots = text.indices.filter { text[$0] == "." }
    return [text] + dots.prefix(8).map { String(text[..<$0]) }
  }

  /// True where a name stands anywhere but at `definition`.
  func uses(_ name: String, besides definition: SourceSpan) -> Bool {
    places[name, default: []].contains { $0 != definition.offset }
  }

  /// True where a name stands within `span`.
  func contains(_ name: String, in span: SourceSpan) -> Bool {
    places[name, default: []].contains { $0 >= span.offset && $0 < span.end }
  }
}
