/// Cuts the tokens of a text into statements without reading them, so that mistakes don't matter.
enum StatementCutting {
  /// The tokens of each statement that has some, in the order of the text.
  static func statements(of tokens: [Token]) -> [ArraySlice<Token>] {
    var statements: [ArraySlice<Token>] = []
    var start = 0
    var braces = 0
    for (place, token) in tokens.enumerated() {
      switch token.kind {
      case .openBrace: braces += 1
      case .closeBrace: braces = max(braces - 1, 0)
      case .semicolon, .end: braces = 0
      default: break
      }
      guard token.endsStatement, braces == 0 else { continue }
      if place > start { statements.append(tokens[start..<place]) }
      start = place + 1
    }
    return statements
  }

  /// Where the statement begins that the last of `tokens` belongs to, which is the end.
  static func lastStart(in tokens: ArraySlice<Token>) -> Int {
    var start = tokens.startIndex
    var braces = 0
    for (place, token) in zip(tokens.indices, tokens) {
      switch token.kind {
      case .openBrace: braces += 1
      case .closeBrace: braces = max(braces - 1, 0)
      case .newline where braces == 0: start = place + 1
      case .semicolon:
        braces = 0
        start = place + 1
      default: break
      }
    }
    return start
  }
}
