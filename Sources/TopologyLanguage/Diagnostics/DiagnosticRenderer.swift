/// Writes a diagnostic for people: the sentence, the place, the line with a caret, and the fix.
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
    let position = source.position(of: diagnostic.span.offset)
    var lines = ["error: \(diagnostic.message)"]
    lines.append(" --> \(source.name):\(position.line):\(position.column)")
    lines += excerpt(diagnostic.span, line: position.line)
    lines += diagnostic.notes.map { "note: \($0)" }
    lines += fixLines(diagnostic)
    return lines.joined(separator: "\n")
  }

  private func fixLines(_ diagnostic: Diagnostic) -> [String] {
    diagnostic.fixes.enumerated().map { index, fix in
      let label = index == 0 ? "fix" : " or"
      if fix.isEmpty { return "\(label): remove \(shortened(source.text(in: diagnostic.span)))" }
      let shown = shortened(fix.split(separator: "\n").joined(separator: " "))
      let place = fix.first == "\n" ? " on a new line" : ""
      return diagnostic.span.length == 0
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
