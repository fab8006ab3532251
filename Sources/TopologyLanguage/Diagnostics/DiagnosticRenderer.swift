/// Writes a diagnostic, or what the linter found, for people: the sentence, the place, the line with a caret, and the fix.
public struct DiagnosticRenderer: Sendable {
  /// The text the diagnostic is about.
  public let source: SourceText
  /// The most columns of source shown; longer lines are cut around the span.
  public let width: Int

  /// A renderer of diagnostics about `source`.
  public init(source: SourceText, width: Int = 100) {
    self.source = source
    self.width = max(width, 20)
  }

  /// The whole message, without a newline at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    render(
      "error: \(diagnostic.message)", at: diagnostic.span, notes: diagnostic.notes,
      fixes: diagnostic.fixes)
  }

  /// The whole of what the linter found, with the rule that allows it, without a newline at its end.
  public func render(_ finding: LintFinding) -> String {
    render(
      "\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]", at: finding.span,
      notes: finding.notes, fixes: finding.fixes)
  }

  /// A finding in few lines, the first as compilers write them: `warning: shop.nines:3:1: … [unused]`.
  public func brief(_ finding: LintFinding) -> String {
    let place = source.position(of: finding.span.offset)
    let title =
      "\(finding.severity.rawValue): \(source.name):\(place.line):\(place.column): "
      + "\(finding.message) [\(finding.rule)]"
    let more = finding.notes.map { "note: \($0)" } + fixLines(finding.fixes, at: finding.span)
    return ([title] + more.map { "  \($0)" }).joined(separator: "\n")
  }

  private func render(
    _ title: String, at span: SourceSpan, notes: [String], fixes: [String]
  ) -> String {
    let position = source.position(of: span.offset)
    var lines = [title, " --> \(source.name):\(position.line):\(position.column)"]
    lines += excerpt(span, line: position.line)
    lines += notes.map { "note: \($0)" }
    lines += fixLines(fixes, at: span)
    return lines.joined(separator: "\n")
  }

  private func fixLines(_ fixes: [String], at span: SourceSpan) -> [String] {
    fixes.enumerated().map { index, fix in
      let label = index == 0 ? "fix" : " or"
      if fix.isEmpty { return "\(label): remove \(shortened(source.text(in: span)))" }
      let shown = shortened(fix.split(separator: "\n").joined(separator: " "))
      let place = fix.first == "\n" ? " on a new line" : ""
      return span.length == 0
        ? "\(label): insert \(shown)\(place)" : "\(label): \(shown)\(place)"
    }
  }

  /// A line of text however long the fix is.
  private func shortened(_ text: String) -> String {
    text.utf8.count <= 2 * width ? text : "\(text.prefix(2 * width))…"
  }

  private func excerpt(_ span: SourceSpan, line number: Int) -> [String] {
    let line = source.line(of: span.offset)
    let before = SourceSpan(offset: line.offset, length: max(span.offset - line.offset, 0))
    let marked = SourceSpan(
      offset: span.offset, length: max(min(span.end, line.end) - span.offset, 0))
    let after = SourceSpan(offset: marked.end, length: max(line.end - marked.end, 0))
    let shown = cut(source.text(in: before), source.text(in: marked), source.text(in: after))
    let margin = String(number)
    let blank = String(repeating: " ", count: margin.count)
    let caret = String(repeating: "^", count: max(Self.columns(shown.marked), 1))
    return [
      "\(blank) |", "\(margin) | \(shown.before)\(shown.marked)\(shown.after)",
      "\(blank) | \(Self.padding(shown.before))\(caret)",
    ]
  }

  /// Leaves as much of the line as fits, with the beginning of the span in sight.
  private func cut(
    _ before: String, _ marked: String, _ after: String
  ) -> (before: String, marked: String, after: String) {
    guard before.count + marked.count + after.count > width else { return (before, marked, after) }
    let shownMark = marked.count > width / 2 ? marked.prefix(width / 2) + "…" : marked[...]
    let room = width - shownMark.count
    let shownAfter = after.count > room / 2 ? after.prefix(room / 2) + "…" : after[...]
    let left = room - min(shownAfter.count, room)
    let shownBefore = before.count > left ? "…" + before.suffix(left) : before[...]
    return (String(shownBefore), String(shownMark), String(shownAfter))
  }

  /// Blanks as wide as `text`; tabs stay tabs, so that the caret stands below its character.
  private static func padding(_ text: String) -> String {
    text.map { $0 == "\t" ? "\t" : String(repeating: " ", count: columns($0)) }.joined()
  }

  private static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

  /// The columns that a terminal gives a character: 2 for East Asian wide ones and emoji.
  private static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
