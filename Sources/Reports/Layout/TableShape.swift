import TerminalText

/// The widths of a table's columns, two blanks apart, behind a margin of two.
struct TableShape {
  /// Columns of words are narrowed to this before a table is given up.
  private static let leastWords = 16
  /// Bars are shortened to this before they are left out.
  private static let leastBar = 6

  private let columns: [Report.Table.Column]
  private var widths: [Int]
  /// The full length of a bar; 0 for none.
  private var bar = 0

  /// The shape of a table within `width` columns; nil where it doesn't fit. Bars take what is left,
  /// then words are narrowed, then bars are left out.
  init?(of table: Report.Table, within width: Int?) {
    columns = table.columns
    widths = table.columns.indices.map { place in
      table.cells(of: place).map(\.terminalColumns).max() ?? 0
    }
    let longest = table.bars.map(\.length).max() ?? 0
    guard let width else {
      bar = longest
      return
    }
    if longest > 0, let narrowed = narrowed(table, to: width - Self.leastBar - 2) {
      widths = narrowed
      bar = min(longest, width - total(narrowed) - 2)
    } else if let narrowed = narrowed(table, to: width) {
      widths = narrowed
    } else {
      return nil
    }
  }

  private func total(_ widths: [Int]) -> Int { widths.reduce(0) { $0 + $1 + 2 } }

  /// Takes from the widest column until all fit, first where only a heading is broken by that, then
  /// of the words; no word is broken and no figure.
  private func narrowed(_ table: Report.Table, to width: Int) -> [Int]? {
    var widths = widths
    let places = columns.indices
    let figures = places.filter { !columns[$0].isLeft }
    let words = places.filter { columns[$0].isLeft }
    let least = places.map { place in
      max(
        columns[place].isLeft ? Self.leastWords : table.widestCell(of: place),
        table.longestWord(of: place))
    }
    while total(widths) > width {
      let free = figures.filter { widths[$0] > least[$0] }
      let next = free.isEmpty ? words.filter { widths[$0] > least[$0] } : free
      guard let widest = next.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  /// A row on as many lines as its longest cell takes, without blanks at their ends.
  func lines(_ cells: [String], _ bar: Report.Bar? = nil) -> [String] {
    let wrapped = zip(cells, widths).map { cell, width in cell.wrapped(to: width) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let set = wrapped.indices.map { place in
        padded(line < wrapped[place].count ? wrapped[place][line] : "", place)
      }
      let end = line == 0 && self.bar > 0 ? bar.map { [$0.text(within: self.bar)] } ?? [] : []
      return (set + end).joined(separator: "  ").withoutTrailingBlanks
    }
  }

  private func padded(_ cell: String, _ place: Int) -> String {
    let blanks = PlainTextRenderer.blanks(widths[place] - cell.terminalColumns)
    return columns[place].isLeft ? cell + blanks : blanks + cell
  }
}

extension Report.Table {
  /// The heading of a column and its cells.
  fileprivate func cells(of place: Int) -> [String] {
    [columns[place].heading] + rows.map { $0[place] }
  }

  /// The columns of the longest word that a column holds.
  fileprivate func longestWord(of place: Int) -> Int {
    cells(of: place).flatMap { $0.split(separator: " ") }.map(\.terminalColumns).max() ?? 0
  }

  /// The columns of the widest cell below a heading.
  fileprivate func widestCell(of place: Int) -> Int {
    rows.map { $0[place].terminalColumns }.max() ?? 0
  }
}

extension String {
  fileprivate var withoutTrailingBlanks: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
