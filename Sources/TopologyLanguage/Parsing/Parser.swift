/// Reads a text into its syntax tree by recursive descent, one token of look-ahead in most places.
public struct Parser {
  /// Deeper nesting is refused: no topology needs it, and the stack is finite.
  static let deepestNesting = 256

  let source: SourceText
  let tokens: [Token]
  let triviaEntries: [TriviaEntry]
  /// The current token.
  var index = 0
  /// Parentheses that are open here: inside them a text that ends is unfinished.
  var openParentheses = 0
  /// The first byte of the statement that is being read.
  var statementStart = 0
  /// False where only the place of a mistake matters, and not what was meant.
  let looksForNearWords: Bool
  private var depth = 0

  /// The first comment or blank line that is not yet in the tree.
  var nextTrivia = 0
  /// Comments in the middle of a statement, to be moved above it.
  var hoistedComments: [String] = []
  /// The comments of a block that are not those of a clause.
  var blockComments = Trivia.none

  private init(_ lexer: Lexer, lookingForNearWords: Bool) {
    looksForNearWords = lookingForNearWords
    source = lexer.source
    tokens = lexer.tokens
    triviaEntries = lexer.trivia
  }

  /// The syntax tree of `source`. Throws the first mistake in the text.
  ///
  /// Takes time proportional to the length of the text. An empty text is an empty program.
  public static func parse(_ source: SourceText) throws(Diagnostic) -> Program {
    try parse(source, lookingForNearWords: true)
  }

  /// The same; without looking for near words a refusal takes less time, and its sentence says less.
  static func parse(
    _ source: SourceText, lookingForNearWords: Bool
  ) throws(Diagnostic) -> Program {
    var lexer = Lexer(source)
    lexer.run()
    var parser = Parser(lexer, lookingForNearWords: lookingForNearWords)
    do throws(Diagnostic) {
      let program = try parser.parseProgram()
      if let failure = lexer.failure { throw failure }
      return program
    } catch {
      if let failure = lexer.failure, parser.current.kind == .end { throw failure }
      throw error
    }
  }

  private mutating func parseProgram() throws(Diagnostic) -> Program {
    var statements: [Statement] = []
    skipSeparators()
    while current.kind != .end {
      statements.append(try parseStatement())
      skipSeparators()
    }
    return Program(statements: statements, trailing: takeTrivia(through: index))
  }

  /// Runs `body` one level deeper. Throws beyond ``deepestNesting``.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw Diagnostic(
        .tooDeep, "nested deeper than \(Self.deepestNesting) levels; give the inner parts names",
        at: current.span)
    }
    return try body(&self)
  }
}

// The tokens ahead and behind.
extension Parser {
  var current: Token { tokens[index] }

  var previous: Token? { index > 0 ? tokens[index - 1] : nil }

  /// The place just after the previous token.
  var gap: SourceSpan { previous?.span.after ?? SourceSpan(offset: 0, length: 0) }

  /// The token `distance` after the current one; the end of the text beyond it.
  func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  func text(_ token: Token) -> String { source.text(in: token.span) }

  /// The span from `start` to the end of the previous token.
  func span(from start: SourceSpan) -> SourceSpan {
    start.through(previous?.span ?? start)
  }

  /// The current token; moves on to the next.
  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if token.kind != .end { index += 1 }
    return token
  }

  mutating func take(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard current.keyword == keyword else { return false }
    advance()
    return true
  }

  mutating func skipSeparators() {
    while current.kind == .newline || current.kind == .semicolon { advance() }
  }

  mutating func skipNewlines() {
    while current.kind == .newline { advance() }
  }

  /// True when no line ends between the previous token and the current one.
  var isOnSameLine: Bool {
    let start = gap.offset
    return !source.bytes[start..<max(start, current.span.offset)].contains(UInt8(ascii: "\n"))
  }

  /// True for tokens that touch each other.
  func isGlued(_ left: Token, _ right: Token) -> Bool { left.span.end == right.span.offset }
}
