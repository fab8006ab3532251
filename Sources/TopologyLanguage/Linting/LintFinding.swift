/// Something in a text that its writer should look at.
public struct LintFinding: Sendable, Hashable {
  /// The raw value of a ``LintRule``, or of a ``DiagnosticCode`` where the text is refused.
  public let rule: String
  /// How much it matters.
  public let severity: LintSeverity
  /// One sentence that says what it costs or why it matters.
  public let message: String
  /// The text that it is about.
  public let span: SourceSpan
  /// Replacements for exactly the span, the likeliest first.
  public let fixes: [String]
  /// More to know, a sentence each.
  public let notes: [String]

  /// What breaks `rule` at `span`, as serious as the rule unless `severity` says otherwise.
  public init(
    _ rule: LintRule, _ message: String, at span: SourceSpan, severity: LintSeverity? = nil,
    fixes: [String] = [], notes: [String] = []
  ) {
    self.init(
      rule: rule.rawValue, severity: severity ?? rule.severity, message: message, at: span,
      fixes: fixes, notes: notes)
  }

  /// Why the text is refused; a note where it only lacks a search, which may stand elsewhere.
  public init(refusal: Diagnostic) {
    self.init(
      rule: refusal.code.rawValue, severity: refusal.code == .freeNumber ? .note : .error,
      message: refusal.message, at: refusal.span, fixes: refusal.fixes, notes: refusal.notes)
  }

  init(
    rule: String, severity: LintSeverity, message: String, at span: SourceSpan,
    fixes: [String] = [], notes: [String] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.span = span
    self.fixes = fixes
    self.notes = notes
  }

  /// An oddity that the checker warns of.
  init(warning: Diagnostic) {
    self.init(
      LintRule(warning.code), warning.message, at: warning.span, fixes: warning.fixes,
      notes: warning.notes)
  }

  /// The likeliest replacement for the span.
  public var fix: String? { fixes.first }
}
