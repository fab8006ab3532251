import Nines

/// A report as a piece of HTML for the page of a notebook: no styles beyond what its sanitizer leaves,
/// so that it looks the same in a notebook that isn't trusted.
struct HTMLFragment {
  private let report: Report

  /// The fragment of a report.
  init(_ report: Report) { self.report = report }

  /// The blocks from top to bottom.
  var text: String { report.blocks.map(Self.block).joined(separator: "\n") }

  private static func block(_ block: Report.Block) -> String {
    switch block {
    case .heading(let text, let tone): "<p><strong>\(mark(tone))\(escaped(text))</strong></p>"
    case .rows(let rows): table(rows.map(row))
    case .table(let table): self.table([headings(table)] + self.rows(table))
    case .notes(let lines): paragraph(lines)
    case .paragraph(let lines): paragraph([lines.joined(separator: " ")])
    case .sentence(let line): paragraph([line])
    case .assumptions(let lines): "<p>Assuming:</p>\n" + list(lines)
    case .verbatim(let lines): "<pre>\(lines.map(plain).joined(separator: "\n"))</pre>"
    }
  }

  /// A sign besides the words of the heading, since colours may be taken away.
  private static func mark(_ tone: Report.Tone) -> String {
    switch tone {
    case .plain: ""
    case .good: "&#10003; "
    case .bad: "&#10007; "
    case .undecided: "? "
    }
  }

  // MARK: Tables

  private static func table(_ rows: [String]) -> String {
    "<table>\n\(rows.joined(separator: "\n"))\n</table>"
  }

  private static func row(_ row: Report.Row) -> String {
    let bar = row.bar.map { drawn($0) + " " } ?? ""
    let lines = row.lines.map(escaped).joined(separator: "<br>")
    return "<tr>\(cell(escaped(row.label), isLeft: true))\(cell(bar + lines, isLeft: true))</tr>"
  }

  private static func headings(_ table: Report.Table) -> String {
    let cells = table.columns.map { column in
      cell(escaped(column.heading), isLeft: column.isLeft, "th")
    }
    return "<tr>\(cells.joined())\(table.bars.isEmpty ? "" : "<th></th>")</tr>"
  }

  private static func rows(_ table: Report.Table) -> [String] {
    table.rows.enumerated().map { place, cells in
      let written = zip(cells, table.columns).map { text, column in
        cell(escaped(text), isLeft: column.isLeft)
      }
      let bar = place < table.bars.count ? cell(drawn(table.bars[place]), isLeft: true) : ""
      return "<tr>\(written.joined())\(bar)</tr>"
    }
  }

  private static func cell(_ content: String, isLeft: Bool, _ tag: String = "td") -> String {
    "<\(tag) style=\"text-align:\(isLeft ? "left" : "right")\">\(content)</\(tag)>"
  }

  /// The most blocks of a bar: the figures beside it come first.
  private static let longestBar = 20

  /// A bar of blocks.
  private static func drawn(_ bar: Report.Bar) -> String {
    guard bar.share > 0 else { return "" }
    let length = min(bar.length, longestBar)
    let signs = Int((min(bar.share, 1) * Double(length)).rounded())
    return String(repeating: "&#9608;", count: max(1, signs)) + (bar.share > 1 ? "&gt;" : "")
  }

  // MARK: Text

  private static func paragraph(_ lines: [String]) -> String {
    "<p>\(lines.map(escaped).joined(separator: "<br>"))</p>"
  }

  private static func list(_ items: [String]) -> String {
    "<ul>\n\(items.map { "<li>\(escaped($0))</li>" }.joined(separator: "\n"))\n</ul>"
  }

  /// What stands between backquotes is code, unless the last has no end.
  private static func escaped(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    let isClosed = !parts.count.isMultiple(of: 2)
    return parts.enumerated().map { place, part in
      guard !place.isMultiple(of: 2) else { return plain(String(part)) }
      let isOpen = place == parts.count - 1 && !isClosed
      return isOpen ? "`" + plain(String(part)) : "<code>\(plain(String(part)))</code>"
    }.joined()
  }

  /// The text as the content of an element or a quoted attribute.
  static func plain(_ text: String) -> String { MarkupText.escaped(text) }
}
