import TerminalText

/// Writes a diagnostic, or what the linter found, for people: the sentence, the place, the line with a
/// caret, and the fix.
///
/// Sentences and places of diagnostics stay on one line each, so that they can be searched for; the
/// excerpt fits the terminal.
public struct DiagnosticRenderer: Sendable {
  /// The text the diagnostic is about.
  public let source: SourceText
  /// The columns of the terminal, which the excerpt doesn't exceed; nil where there is none.
  public let width: Int?
  /// Whether labels and the caret are coloured.
  public let style: TextStyle

  /// A renderer of diagnostics about `source`, for a terminal of 20 columns or more.
  public init(source: SourceText, width: Int? = nil, style: TextStyle = .plain) {
    self.source = source
    self.width = width.map { max($0, 20) }
    self.style = style
  }

  /// The whole message, without a newline at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let lines = [
      "\(label(.error)) \(diagnostic.message.printable())", " --> \(place(of: diagnostic.span))",
    ]
    return
      (lines + excerpt(diagnostic.span) + notes(diagnostic.notes)
      + fixLines(diagnostic.fixes, at: diagnostic.span)).joined(separator: "\n")
  }

  /// A warning on one line: its place, the sentence, and what to write or know.
  public func renderWarning(_ warning: Diagnostic) -> String {
    let remedies = warning.fixes.map { "write it `\($0.drop { $0 == " " })`" }
    let more = (warning.notes + remedies).first.map { "; \($0)" } ?? ""
    return "\(label(.warning)) \(place(of: warning.span)): "
      + "\(warning.message)\(more)".printable()
  }

  /// What the linter found, in few lines, the first as compilers write them:
  /// `warning: shop.nines:3:1: … [unused]`. Sentences are broken to fit the width; a fix is not, so
  /// that it can be pasted.
  public func render(_ finding: LintFinding) -> String {
    let sentence =
      "\(place(of: finding.span)): \(finding.message.printable()) [\(finding.rule)]"
    let title = labelled(finding.severity, sentence)
    let notes = finding.notes.map { labelled(.note, $0.printable(), indent: 2) }
    let fixes = fixLines(finding.fixes, at: finding.span).map { "  \($0)" }
    return ([title] + notes + fixes).joined(separator: "\n")
  }

  /// A sentence behind its label, all in the width; further lines stand two columns to the right.
  private func labelled(_ severity: LintSeverity, _ text: String, indent: Int = 0) -> String {
    let start = indent + severity.rawValue.count + 2
    let lines = text.wrapped(to: width.map { $0 - start }, later: width.map { $0 - indent - 2 })
    let further = "\n" + String(repeating: " ", count: indent + 2)
    return String(repeating: " ", count: indent) + "\(label(severity)) "
      + lines.joined(separator: further)
  }

  private func label(_ severity: LintSeverity) -> String {
    switch severity {
    case .error: style.marked("error:", .bold, .red)
    case .warning: style.marked("warning:", .bold, .yellow)
    case .note: style.marked("note:", .bold)
    }
  }

  private func notes(_ notes: [String]) -> [String] {
    notes.map { "\(label(.note)) \($0.printable())" }
  }

  /// `shop.nines:3:14`
  private func place(of span: SourceSpan) -> String {
    let position = source.position(of: span.offset)
    return "\(source.name.printable()):\(position.line):\(position.column)"
  }

  private func fixLines(_ fixes: [String], at span: SourceSpan) -> [String] {
    fixes.enumerated().map { index, fix in
      let label = style.marked(index == 0 ? "fix:" : " or:", .green)
      if fix.isEmpty { return "\(label) remove \(Self.shortened(source.text(in: span)))" }
      let shown = Self.shortened(fix.split(separator: "\n").joined(separator: " "))
      let place = fix.first == "\n" ? " on a new line" : ""
      return span.length == 0
        ? "\(label) insert \(shown)\(place)" : "\(label) \(shown)\(place)"
    }
  }

  /// A line of text however long the fix is.
  private static func shortened(_ text: String) -> String {
    (text.utf8.count <= 200 ? text : "\(text.prefix(200))…").printable()
  }
}
