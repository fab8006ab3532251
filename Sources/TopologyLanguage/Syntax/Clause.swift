/// A word and its value, such as `mtbf 30d`, in a declaration, behind an expression or in
/// parentheses.
public struct Clause: Sendable, Hashable {
  /// What it says.
  public let content: ClauseContent
  /// Where all of it stands.
  @NotCompared public var span: SourceSpan
  /// Where its first word stands; the count or percentage of a clause without one.
  @NotCompared public var keywordSpan: SourceSpan
  /// The comments around it; only the clauses of declarations have any.
  public var trivia: Trivia

  /// The clause `content`.
  public init(
    _ content: ClauseContent, span: SourceSpan = .unknown, keywordSpan: SourceSpan = .unknown,
    trivia: Trivia = .none
  ) {
    self.content = content
    self.span = span
    self.keywordSpan = keywordSpan
    self.trivia = trivia
  }
}
