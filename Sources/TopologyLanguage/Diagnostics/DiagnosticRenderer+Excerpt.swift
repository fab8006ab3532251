import TerminalText

// The line that a diagnostic is about, with a caret below its span.
extension DiagnosticRenderer {
  /// The most columns of source shown, however wide a terminal is.
  private static let mostSource = 100

  func excerpt(_ span: SourceSpan) -> [String] {
    let margin = String(source.position(of: span.offset).line)
    let blank = String(repeating: " ", count: margin.count)
    let shown = cut(parts(of: span), to: room(behind: margin))
    let caret = String(repeating: "^", count: max(shown.marked.terminalColumns, 1))
    return [
      style.marked("\(blank) |", .dim),
      style.marked("\(margin) |", .dim) + " \(shown.before)\(shown.marked)\(shown.after)",
      style.marked("\(blank) |", .dim)
        + " \(Self.padding(shown.before))\(style.marked(caret, .bold, .red))",
    ]
  }

  /// What is left of the terminal behind `12 | `, one column of it for the sign of a cut.
  private func room(behind margin: String) -> Int {
    guard let width else { return Self.mostSource }
    return min(Self.mostSource, max(8, width - margin.count - 4))
  }

  /// The line before the span, the span on that line, and what follows on it.
  private func parts(of span: SourceSpan) -> ExcerptParts {
    let line = source.line(of: span.offset)
    let before = SourceSpan(offset: line.offset, length: max(span.offset - line.offset, 0))
    let marked = SourceSpan(
      offset: span.offset, length: max(min(span.end, line.end) - span.offset, 0))
    let after = SourceSpan(offset: marked.end, length: max(line.end - marked.end, 0))
    return ExcerptParts(before: shown(before), marked: shown(marked), after: shown(after))
  }

  /// On a terminal a tab is one blank, so that the columns are known.
  private func shown(_ span: SourceSpan) -> String {
    source.text(in: span).printable(keepingTabs: width == nil)
  }

  /// Leaves as much of the line as fits, with the beginning of the span in sight.
  private func cut(_ parts: ExcerptParts, to room: Int) -> ExcerptParts {
    let (before, marked, after) = (parts.before, parts.marked, parts.after)
    guard parts.columns > room else { return parts }
    let shownMark = Self.start(of: marked, upTo: room / 2)
    let rest = room - shownMark.terminalColumns
    let shownAfter = Self.start(of: after, upTo: rest / 2)
    let left = rest - min(shownAfter.terminalColumns, rest)
    return ExcerptParts(
      before: Self.end(of: before, upTo: left), marked: shownMark, after: shownAfter)
  }

  /// The beginning of a text, and a sign where more follows.
  private static func start(of text: String, upTo columns: Int) -> String {
    guard text.terminalColumns > columns else { return text }
    return fitting(text, columns) + "…"
  }

  /// The end of a text, behind a sign where more comes before it.
  private static func end(of text: String, upTo columns: Int) -> String {
    guard text.terminalColumns > columns else { return text }
    return "…" + String(fitting(String(text.reversed()), columns).reversed())
  }

  /// The first characters of a text that fit.
  private static func fitting(_ text: String, _ columns: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += character.terminalColumns
        return used <= columns
      })
  }

  /// Blanks as wide as `text`; tabs stay tabs, so that the caret stands below its character.
  private static func padding(_ text: String) -> String {
    text.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.terminalColumns) }.joined()
  }
}

/// A line of source around a span.
private struct ExcerptParts {
  let before: String
  let marked: String
  let after: String

  var columns: Int { before.terminalColumns + marked.terminalColumns + after.terminalColumns }
}
