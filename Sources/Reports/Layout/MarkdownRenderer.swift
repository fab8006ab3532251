/// Sets reports as Markdown with tables (GitHub Flavored Markdown, 0.29-gfm, section 4.10), to paste
/// into a review.
public struct MarkdownRenderer: Sendable {
  /// The level of headings, 1 to 6.
  public let level: Int

  /// A renderer with headings of `level`.
  public init(level: Int = 3) { self.level = min(max(level, 1), 6) }

  /// The blocks of a report a blank line apart, without a newline at the end.
  public func render(_ report: Report) -> String {
    report.blocks.map { lines($0).joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func lines(_ block: Report.Block) -> [String] {
    switch block {
    case .heading(let text, _):
      [String(repeating: "#", count: level) + " " + MarkdownText.line(text)]
    case .rows(let rows): Self.table(["", ""], left: [true, true], rows.map(Self.cells))
    case .table(let table): lines(table)
    case .notes(let notes) where notes.count == 1: notes.map(MarkdownText.line)
    case .notes(let notes): Self.list(notes)
    case .sentence(let text): [MarkdownText.line(text)]
    case .paragraph(let lines): lines.map(MarkdownText.line)
    case .assumptions(let lines): ["Assuming:", ""] + Self.list(lines)
    case .verbatim(let lines): Self.fenced(lines)
    }
  }

  /// A label and its lines in one cell.
  private static func cells(_ row: Report.Row) -> [String] {
    let bar = row.bar.map { "\($0.text()) " } ?? ""
    return [MarkdownText.cell(row.label), bar + MarkdownText.cell(row.lines)]
  }

  private func lines(_ table: Report.Table) -> [String] {
    let bars = table.bars.map { [$0.text()] }
    let extra = bars.isEmpty ? [] : [""]
    let rows = table.rows.enumerated().map { place, cells in
      cells.map { MarkdownText.cell($0) } + (place < bars.count ? bars[place] : extra)
    }
    return Self.table(
      table.columns.map { MarkdownText.cell($0.heading) } + extra,
      left: table.columns.map(\.isLeft) + extra.map { _ in true }, rows)
  }

  /// A table of cells that are Markdown already.
  static func table(_ headings: [String], left: [Bool], _ rows: [[String]]) -> [String] {
    let alignment = "|" + left.map { $0 ? "---|" : "---:|" }.joined()
    return [line(headings), alignment] + rows.map(line)
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func list(_ items: [String]) -> [String] {
    items.map { "- " + MarkdownText.line($0) }
  }

  /// The fence is longer than any in the lines (CommonMark 0.29, section 4.5).
  private static func fenced(_ lines: [String]) -> [String] {
    let longest = lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence] + lines + [fence]
  }
}

extension Report {
  /// The report as Markdown, its headings of the third level.
  public var markdown: String { MarkdownRenderer().render(self) }
}
