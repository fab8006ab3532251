import TerminalText

/// Writes a diagnostic for people: the sentence, the place, the line with a caret, and the fix.
///
/// Sentences and places stay on one line each, so that they can be searched for; the excerpt fits the
/// terminal.
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
    var lines = ["\(style.marked("error:", .bold, .red)) \(diagnostic.message.printable())"]
    lines.append(" --> \(place(of: diagnostic))")
    lines += excerpt(diagnostic.span)
    lines += diagnostic.notes.map { "\(style.marked("note:", .bold)) \($0.printable())" }
    lines += fixLines(diagnostic)
    return lines.joined(separator: "\n")
  }

  /// A warning on one line: its place, the sentence, and what to write or know.
  public func renderWarning(_ warning: Diagnostic) -> String {
    let remedies = warning.fixes.map { "write it `\($0.drop { $0 == " " })`" }
    let more = (warning.notes + remedies).first.map { "; \($0)" } ?? ""
    let label = style.marked("warning:", .bold, .yellow)
    return "\(label) \(place(of: warning)): " + "\(warning.message)\(more)".printable()
  }

  /// `shop.nines:3:14`
  private func place(of diagnostic: Diagnostic) -> String {
    let position = source.position(of: diagnostic.span.offset)
    return "\(source.name.printable()):\(position.line):\(position.column)"
  }

  private func fixLines(_ diagnostic: Diagnostic) -> [String] {
    diagnostic.fixes.enumerated().map { index, fix in
      let label = style.marked(index == 0 ? "fix:" : " or:", .green)
      if fix.isEmpty {
        return "\(label) remove \(Self.shortened(source.text(in: diagnostic.span)))"
      }
      let shown = Self.shortened(fix.split(separator: "\n").joined(separator: " "))
      let place = fix.first == "\n" ? " on a new line" : ""
      return diagnostic.span.length == 0
        ? "\(label) insert \(shown)\(place)" : "\(label) \(shown)\(place)"
    }
  }

  /// A line of text however long the fix is.
  private static func shortened(_ text: String) -> String {
    (text.utf8.count <= 200 ? text : "\(text.prefix(200))…").printable()
  }
}
