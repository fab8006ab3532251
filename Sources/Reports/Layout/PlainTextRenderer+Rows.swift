import TerminalText

// Labels, and what they say beside or below them.
extension PlainTextRenderer {
  func lines(_ rows: [Report.Row]) -> [String] {
    let column = (rows.map(\.label.terminalColumns).max() ?? 0) + 4
    let isBeside = isBeside(rows, at: column)
    return rows.flatMap { lines($0, at: column, isBeside: isBeside) }
  }

  /// The first of the lines ends after `assuming`, with one blank instead of two.
  func assumptions(_ lines: [String]) -> [String] {
    let row = Report.Row("assuming", lines)
    return self.lines(row, at: 11, isBeside: isBeside([row], at: 11))
  }

  /// Content stands beside its label where enough of the width is left for every word of it, or all
  /// of it fits.
  private func isBeside(_ rows: [Report.Row], at column: Int) -> Bool {
    guard let width else { return true }
    let room = width - column
    return rows.allSatisfy { row in
      let isNarrow = room < Self.leastContent
      let lines = isNarrow ? contents(row, within: .max) : content(row, at: column)
      return lines.allSatisfy { $0.terminalColumns <= room }
    }
  }

  private func lines(_ row: Report.Row, at column: Int, isBeside: Bool) -> [String] {
    guard isBeside else { return stacked(row) }
    let content = content(row, at: column)
    let label =
      "  " + style.marked(row.label, .dim) + Self.blanks(column - 2 - row.label.terminalColumns)
    return content.enumerated().map { place, line in
      place == 0 ? label + line : Self.blanks(column) + line
    }
  }

  private func stacked(_ row: Report.Row) -> [String] {
    let label = paragraph(row.label, indent: 2).map { style.marked($0, .dim) }
    return (row.label.isEmpty ? [] : label) + content(row, at: 4).map { Self.blanks(4) + $0 }
  }

  /// The lines of a row, broken; what follows a break is set two columns to the right.
  private func content(_ row: Report.Row, at column: Int) -> [String] {
    contents(row, within: width.map { $0 - column } ?? .max).flatMap { text in
      wrapped(text, from: column).enumerated().map { place, line in place == 0 ? line : "  " + line
      }
    }
  }

  /// A bar stands before the first line, and above it where there isn't room for both.
  private func contents(_ row: Report.Row, within columns: Int) -> [String] {
    guard let bar = row.bar?.text(within: columns), let first = row.lines.first else {
      return row.lines
    }
    return ["\(bar)  \(first)"] + row.lines.dropFirst()
  }
}
