import TerminalText

/// Sets reports as plain text in columns, for a terminal or a file.
///
/// Nothing is cut off at any width: lines are broken at blanks, wide tables are set one record after
/// the other, and only a word that is longer than the width, or text to paste, goes beyond it.
public struct PlainTextRenderer: Sendable {
  /// The most columns of a line; nil for lines of any length.
  public let width: Int?
  /// Whether headings, labels and verdicts are coloured.
  public let style: TextStyle

  /// Content beside labels has at least so many columns; else it goes below them.
  static let leastContent = 24

  /// A renderer for so many columns, from 20 on.
  public init(width: Int? = nil, style: TextStyle = .plain) {
    self.width = width.map { max($0, 20) }
    self.style = style
  }

  /// The lines of a report, without a newline at the end.
  public func render(_ report: Report) -> String {
    var lines: [String] = []
    var previous: Report.Block?
    for block in report.blocks {
      if let previous, block.isApart(from: previous) { lines.append("") }
      lines += self.lines(block)
      previous = block
    }
    return lines.joined(separator: "\n")
  }

  private func lines(_ block: Report.Block) -> [String] {
    switch block {
    case .heading(let text, let tone): paragraph(text).map { heading($0, tone) }
    case .rows(let rows): lines(rows)
    case .table(let table): lines(table)
    case .notes(let notes): notes.flatMap { paragraph($0, indent: 2) }
    case .sentence(let text): paragraph(text)
    case .paragraph(let lines): filled(lines)
    case .assumptions(let lines): assumptions(lines)
    case .verbatim(let lines): lines
    }
  }

  /// The lines as they are where they fit.
  private func filled(_ lines: [String]) -> [String] {
    guard let width, lines.contains(where: { $0.terminalColumns > width }) else { return lines }
    return lines.joined(separator: " ").wrapped(to: width, later: width)
  }

  private func heading(_ line: String, _ tone: Report.Tone) -> String {
    switch tone {
    case .plain: style.marked(line, .bold)
    case .good: style.marked(line, .bold, .green)
    case .bad: style.marked(line, .bold, .red)
    case .undecided: style.marked(line, .bold, .yellow)
    }
  }

  /// Text behind `indent` blanks, further lines two more.
  func paragraph(_ text: String, indent: Int = 0) -> [String] {
    wrapped(text, from: indent).enumerated().map { place, line in
      Self.blanks(place == 0 ? indent : indent + 2) + line
    }
  }

  /// Text broken so that it fits behind `column`, further lines two columns more to the right.
  func wrapped(_ text: String, from column: Int) -> [String] {
    text.wrapped(to: width.map { $0 - column }, later: width.map { $0 - column - 2 })
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
