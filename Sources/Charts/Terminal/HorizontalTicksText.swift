import TerminalText

/// A horizontal axis in characters: its line, its texts, its title.
struct HorizontalTicksText {
  private let axis: ChartAxis
  private let renderer: TextPlotRenderer
  private let left: Int
  private let width: Int

  /// An axis over so many columns from a column on.
  init(_ axis: ChartAxis, _ renderer: TextPlotRenderer, left: Int, width: Int) {
    self.axis = axis
    self.renderer = renderer
    self.left = left
    self.width = width
  }

  /// Three rows; texts that would touch the one before are left out, their marks stay.
  func draw(row: Int, on grid: inout CharacterGrid) {
    let isASCII = renderer.symbols == .ascii
    grid.set(isASCII ? "+" : "└", row: row, column: left - 1, .dim)
    for column in left..<left + width {
      grid.set(isASCII ? "-" : "─", row: row, column: column, .dim)
    }
    var next = 0
    for tick in axis.ticks {
      let column = left + Int((axis.position(tick.value) * Double(width - 1)).rounded())
      grid.set(isASCII ? "+" : "┬", row: row, column: column, .dim)
      let text = renderer.plain(tick.text)
      let columns = text.terminalColumns
      let start = min(max(0, column - columns / 2), grid.width - columns)
      guard start >= next else { continue }
      grid.write(text, row: row + 1, column: start, .dim)
      next = start + columns + 1
    }
    let title = renderer.shortened(axis.title, to: grid.width)
    let start = left + (width - title.terminalColumns) / 2
    grid.write(
      title, row: row + 2,
      column: max(0, min(start, grid.width - title.terminalColumns)), .dim)
  }
}
