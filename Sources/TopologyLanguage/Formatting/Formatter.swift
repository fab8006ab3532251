/// Writes a program in its canonical form.
///
/// The layout follows from the content alone, never from how the text was laid out before: a text
/// that says the same is the same. Formatting what was parsed from formatted text changes nothing.
public struct Formatter: Sendable {
  /// The longest line, comments left out.
  public static let width = 100
  /// How far continued lines and the clauses of a block stand in.
  static let indent = 2

  /// The canonical text of `program`, with a line end behind every line.
  public static func format(_ program: Program) -> String {
    let lines = program.statements.flatMap { format($0) } + program.trailing
    return lines.map { $0 + "\n" }.joined()
  }

  /// The lines of one statement, with its comments.
  public static func format(_ statement: Statement) -> [String] {
    let trivia = statement.trivia
    var lines = body(statement.content, trivia)
    guard let beside = trivia.beside else { return trivia.above + lines }
    let line = lines.firstIndex { $0.hasSuffix(" {") } ?? lines.count - 1
    lines[line] += "  \(beside)"
    return trivia.above + lines
  }

  /// The canonical text of an expression, in one line.
  public static func format(_ expression: ExpressionSyntax) -> String {
    LineFilling.join(ExpressionWriter.text(expression))
  }

  /// The canonical text of a clause, in one line and without its comments.
  public static func format(_ clause: Clause) -> String {
    LineFilling.join(ClauseWriter.text(clause.content))
  }

  private static func body(_ content: Statement.Content, _ trivia: Trivia) -> [String] {
    guard let (prefix, declaration) = declaration(in: content) else {
      return LineFilling.fill(StatementWriter.text(content), indent: indent)
    }
    return lines(of: declaration, prefix: prefix, below: trivia.below)
  }

  /// The declaration in `content` and what stands before it: only a declaration can be a block.
  private static func declaration(
    in content: Statement.Content
  ) -> (prefix: String, declaration: Declaration)? {
    switch content {
    case .declaration(let declaration): return ("", declaration)
    case .question(.with(let overrides, let inner)):
      guard let found = Self.declaration(in: inner.content) else { return nil }
      return (QuestionWriter.prefix(of: overrides) + found.prefix, found.declaration)
    default: return nil
    }
  }

  private static func lines(
    of declaration: Declaration, prefix: String, below: [String]
  ) -> [String] {
    let head = prefix + StatementWriter.head(of: declaration)
    let hasComments = !below.isEmpty || declaration.clauses.contains { !$0.trivia.isEmpty }
    let line = LineFilling.join(head + StatementWriter.tail(of: declaration))
    if !hasComments, line.count <= width { return [line] }
    if !hasComments, declaration.clauses.isEmpty { return LineFilling.fill(head, indent: indent) }
    return LineFilling.fill(head + " {", indent: indent)
      + declaration.clauses.flatMap { blockLines($0) }
      + below.map { indented($0) } + ["}"]
  }

  private static func blockLines(_ clause: Clause) -> [String] {
    let room = width - indent
    var lines = LineFilling.fill(ClauseWriter.text(clause.content), indent: indent, width: room)
    if let beside = clause.trivia.beside { lines[lines.count - 1] += "  \(beside)" }
    return (clause.trivia.above + lines).map { indented($0) }
  }

  private static func indented(_ line: String) -> String {
    line.isEmpty ? "" : String(repeating: " ", count: indent) + line
  }
}
