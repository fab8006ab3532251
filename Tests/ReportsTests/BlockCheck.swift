import Nines

/// What is wrong with a block at a width: lines that are too long, and what isn't said any more.
struct BlockCheck {
  let tooLong: [String]
  let lost: [String]

  init(_ block: Report.Block, width: Int) {
    let text = Report([block]).text(width: width)
    let lines = text.split(separator: "\n").map(String.init)
    if case .verbatim(let own) = block {
      tooLong = []
      lost = lines == own.filter { !$0.isEmpty } ? [] : own
      return
    }
    tooLong = lines.filter {
      $0.terminalColumns > width && $0.drop { $0 == " " }.contains(" ")
    }
    lost = Self.lost(block, in: text)
  }

  private static func lost(_ block: Report.Block, in text: String) -> [String] {
    guard case .table(let table) = block else {
      return words(Report([block]).text) == words(text) ? [] : words(text)
    }
    let heads = table.columns.map(\.heading)
    return isTable(table, text) ? lost([heads] + table.rows, in: text) : lost(table, in: text)
  }

  /// A table has all its headings before its first row.
  private static func isTable(_ table: Report.Table, _ text: String) -> Bool {
    !table.columns.contains {
      text.contains("\($0.heading): ") || text.contains("\($0.heading):\n")
    }
  }

  /// Cells may be broken within a table, so that their words stand apart.
  private static func lost(_ cells: [[String]], in text: String) -> [String] {
    let own = words(cells.joined().joined(separator: " ")).sorted()
    return own == words(text).sorted() ? [] : own
  }

  /// Records say each cell behind its heading, in its order.
  private static func lost(_ table: Report.Table, in text: String) -> [String] {
    let records = table.rows.flatMap { cells in
      zip(table.columns, cells).filter { !$1.isEmpty }.map { column, cell in
        column.heading.isEmpty ? cell : "\(column.heading): \(cell)"
      }
    }
    let said = words(records.joined(separator: " "))
    return said == words(text) ? [] : said
  }

  /// Words without bars, which are as long as there is room for.
  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init).filter { word in
      !word.allSatisfy { "#.>".contains($0) }
    }
  }
}
