import TerminalText

/// Cells in rows and columns, each with what a terminal shows there.
struct CharacterGrid {
  private struct Cell {
    /// Empty for the second half of a wide character.
    var text = " "
    var emphasis: TextStyle.Emphasis?
  }

  let width: Int
  let height: Int
  private var cells: [Cell]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = [Cell](repeating: Cell(), count: width * height)
  }

  /// Sets one cell; nothing outside.
  mutating func set(_ character: Character, row: Int, column: Int, _ emphasis: TextStyle.Emphasis?)
  {
    guard (0..<height).contains(row), (0..<width).contains(column) else { return }
    cells[row * width + column] = Cell(text: String(character), emphasis: emphasis)
  }

  /// Writes a text to the right from a cell on; what is outside is left out.
  mutating func write(
    _ text: String, row: Int, column: Int, _ emphasis: TextStyle.Emphasis? = nil
  ) {
    var place = column
    for character in text {
      let columns = character.terminalColumns
      if columns == 0 { continue }
      guard place + columns <= width else { return }
      set(character, row: row, column: place, emphasis)
      if columns == 2 { clear(row: row, column: place + 1) }
      place += columns
    }
  }

  private mutating func clear(row: Int, column: Int) {
    guard (0..<height).contains(row), (0..<width).contains(column) else { return }
    cells[row * width + column].text = ""
  }

  /// True where all cells of a stretch are inside and blank.
  func isBlank(row: Int, columns: Range<Int>) -> Bool {
    guard (0..<height).contains(row), columns.lowerBound >= 0, columns.upperBound <= width else {
      return false
    }
    return columns.allSatisfy { cells[row * width + $0].text == " " }
  }

  /// True where a stretch is free and no other text comes up to it.
  func hasRoom(row: Int, columns: Range<Int>) -> Bool {
    isBlank(row: row, columns: columns)
      && ![columns.lowerBound - 1, columns.upperBound].contains { isText(row: row, column: $0) }
  }

  private func isText(row: Int, column: Int) -> Bool {
    guard (0..<width).contains(column) else { return false }
    return cells[row * width + column].text.contains { $0.isLetter || $0.isNumber || $0 == "%" }
  }

  /// The first rows, at most as many as there are.
  func cut(toHeight count: Int) -> CharacterGrid {
    var grid = CharacterGrid(width: width, height: min(height, count))
    grid.cells = Array(cells.prefix(width * grid.height))
    return grid
  }

  /// The rows as lines, without blanks at their ends.
  func lines(_ style: TextStyle) -> [String] { (0..<height).map { line($0, style) } }

  private func line(_ row: Int, _ style: TextStyle) -> String {
    var shown = cells[row * width..<(row + 1) * width]
    while shown.last?.text == " " { shown.removeLast() }
    var line = ""
    while let first = shown.first {
      let run = shown.prefix { $0.emphasis == first.emphasis }
      let text = run.map(\.text).joined()
      line += first.emphasis.map { style.marked(text, $0) } ?? text
      shown = shown.dropFirst(run.count)
    }
    return line
  }
}
