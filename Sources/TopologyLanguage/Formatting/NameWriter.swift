/// Writes names, with quotes where the language needs them.
package enum NameWriter {
  /// A name.
  package static func text(_ name: Identifier) -> String {
    isPlain(name.text) ? name.text : QuotedText.quote(name.text)
  }

  static func text(_ path: PathSyntax) -> String {
    guard let first = path.segments.first else { return "" }
    let name = isPlain(first) && !first.contains(".") ? first : QuotedText.quote(first)
    return ([name] + path.segments.dropFirst()).joined(separator: ".")
  }

  static func text(_ count: CountSyntax) -> String {
    switch count {
    case .literal(let written): written.text
    case .name(let name): text(name)
    }
  }

  /// Names joined by `&`, with a place to break behind each.
  static func list(_ names: [Identifier]) -> String {
    names.map { text($0) }.joined(separator: " &\n")
  }

  /// True when the lexer reads `name` as one name and not as a word of the grammar.
  private static func isPlain(_ name: String) -> Bool {
    guard Keyword.byWord[name] == nil else { return false }
    var lexer = Lexer(SourceText(name))
    lexer.run()
    guard lexer.failure == nil, lexer.tokens.count == 2, lexer.trivia.isEmpty else { return false }
    let token = lexer.tokens[0]
    return token.kind == .word && token.span.length == name.utf8.count
  }
}
