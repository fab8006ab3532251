/// A whole text.
public struct Program: Sendable, Hashable {
  /// Its statements, in order.
  public let statements: [Statement]
  /// The comment lines after the last statement, and the blank lines before and among them.
  public let trailing: [String]

  /// The program of `statements`.
  public init(statements: [Statement], trailing: [String] = []) {
    self.statements = statements
    self.trailing = trailing
  }
}

/// One statement with the comments around it.
public struct Statement: Sendable, Hashable {
  /// What it says.
  public let content: Content
  /// Where it stands, comments left out.
  @NotCompared public var span: SourceSpan
  /// The comments around it.
  public var trivia: Trivia

  /// The statement `content`.
  public init(_ content: Content, span: SourceSpan = .unknown, trivia: Trivia = .none) {
    self.content = content
    self.span = span
    self.trivia = trivia
  }

  /// The forms of a statement.
  public indirect enum Content: Sendable, Hashable {
    /// `service web: 2 of 3, mtbf 30d`
    case declaration(Declaration)
    /// `lb = 99.99%, mttr 1min`
    case definition(DefinitionSyntax)
    /// `99.99% & web, mttr 1min`: a topology to be answered.
    case expression(ExpressionSyntax, clauses: [Clause])
    /// `check site 99.99% per year`
    case question(Question)
    /// `law slow = lognormal(1h, sigma 1)`
    case law(name: Identifier, TimeSyntax)
    /// `demand peak: 12k rps`
    case demand(DemandDeclaration)
  }
}
