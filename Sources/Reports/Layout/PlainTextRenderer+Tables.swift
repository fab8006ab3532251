import TerminalText

// Tables, and one record below the other where a table would be too wide.
extension PlainTextRenderer {
  func lines(_ table: Report.Table) -> [String] {
    guard let shape = TableShape(of: table, within: width) else {
      return table.rows.flatMap { record($0, table.columns) }
    }
    let heads = shape.lines(table.columns.map(\.heading)).map { "  " + style.marked($0, .dim) }
    let rows = table.rows.enumerated().flatMap { place, cells in
      shape.lines(cells, place < table.bars.count ? table.bars[place] : nil).map { "  " + $0 }
    }
    return heads + rows
  }

  /// The first cell, and below it each of the others behind its heading.
  private func record(_ cells: [String], _ columns: [Report.Table.Column]) -> [String] {
    zip(cells, columns).enumerated().filter { !$1.0.isEmpty }.flatMap { place, field in
      let (cell, column) = field
      let label = column.heading.isEmpty ? "" : "\(column.heading):"
      let text = label.isEmpty ? cell : "\(label) \(cell)"
      return paragraph(text, indent: place == 0 ? 2 : 4).map { marked($0, label) }
    }
  }

  /// A line whose label is dim, where it holds all of it.
  private func marked(_ line: String, _ label: String) -> String {
    guard !label.isEmpty, let range = line.firstRange(of: label) else { return line }
    return line[..<range.lowerBound] + style.marked(label, .dim) + line[range.upperBound...]
  }
}
