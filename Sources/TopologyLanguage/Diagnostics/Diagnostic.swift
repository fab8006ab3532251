/// Why a text is refused: one sentence, the place, and where possible what to write instead.
public struct Diagnostic: Error, Sendable, Hashable {
  /// What sort of mistake it is; stable, for programs.
  public let code: DiagnosticCode
  /// One sentence that says what is wrong and what is expected.
  public let message: String
  /// The text that is wrong; empty where something is missing.
  public let span: SourceSpan
  /// Replacements for exactly the span, the likeliest first; each makes this error go away.
  public let fixes: [String]
  /// More to know, a sentence each.
  public let notes: [String]
  /// True when the text is only unfinished, so that a prompt can ask for the next line.
  public let isIncomplete: Bool

  /// The diagnostic of `code` at `span`.
  public init(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan, fixes: [String] = [],
    notes: [String] = [], isIncomplete: Bool = false
  ) {
    self.code = code
    self.message = message
    self.span = span
    self.fixes = fixes
    self.notes = notes
    self.isIncomplete = isIncomplete
  }

  /// The likeliest replacement for the span.
  public var fix: String? { fixes.first }
}
