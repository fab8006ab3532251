import TerminalText

/// Draws lines and columns over two axes with characters.
struct PlotText {
  private let chart: Chart
  private let vertical: ChartAxis
  private let series: [Chart.Line]
  private let columns: [Chart.Column]
  private let renderer: TextPlotRenderer
  /// The columns left of the plot.
  private let left: Int
  private let plotWidth: Int
  private let plotHeight: Int

  /// The row of the vertical axis' title, above the plot.
  private static let head = 1

  init(
    _ chart: Chart, _ vertical: ChartAxis, _ series: [Chart.Line], _ columns: [Chart.Column],
    _ renderer: TextPlotRenderer
  ) {
    self.chart = chart
    self.vertical = vertical
    self.series = series
    self.columns = columns
    self.renderer = renderer
    left = (vertical.ticks.map { renderer.plain($0.text).terminalColumns }.max() ?? 0) + 2
    plotWidth = max(10, renderer.width - left - 1)
    plotHeight = renderer.height
  }

  /// All but the title.
  func grid() -> CharacterGrid {
    let notes = chart.references.reduce(0) { $0 + self.notes($1).count }
    var grid = CharacterGrid(
      width: renderer.width, height: Self.head + plotHeight + 3 + notes)
    grid.write(renderer.plain(vertical.title), row: 0, column: 0, .dim)
    drawFrame(on: &grid)
    for column in columns { draw(column, on: &grid) }
    for reference in chart.references { drawLine(reference, on: &grid) }
    for line in series { draw(line, on: &grid) }
    let unplaced = chart.references.filter { !drawLabel($0, on: &grid) }
    return trimmed(grid, adding: unplaced)
  }

  /// Labels without a place stand below the plot.
  private func trimmed(
    _ grid: CharacterGrid, adding unplaced: [Chart.Reference]
  ) -> CharacterGrid {
    let notes = unplaced.flatMap { reference in
      self.notes(reference).map { (text: $0, emphasis: reference.tone.emphasis) }
    }
    var grid = grid.cut(toHeight: Self.head + plotHeight + 3 + notes.count)
    for (number, note) in notes.enumerated() {
      grid.write(note.text, row: Self.head + plotHeight + 3 + number, column: 0, note.emphasis)
    }
    return grid
  }

  private func notes(_ reference: Chart.Reference) -> [String] {
    renderer.wrapped(reference.lines.joined(separator: ", "))
  }

  // MARK: Places

  private func column(_ value: Double) -> Int {
    left + Int((chart.horizontal.position(value) * Double(plotWidth - 1)).rounded())
  }

  /// The row of the dot that a line has there.
  private func row(_ value: Double) -> Int {
    let dots = DotCanvas.down(renderer.symbols)
    let dot = (1 - vertical.position(value)) * Double(plotHeight * dots - 1)
    return Self.head + min(plotHeight - 1, max(0, Int(dot.rounded()) / dots))
  }

  // MARK: Axes

  private func drawFrame(on grid: inout CharacterGrid) {
    let isASCII = renderer.symbols == .ascii
    let bottom = Self.head + plotHeight
    for row in Self.head..<bottom {
      grid.set(isASCII ? "|" : "│", row: row, column: left - 1, .dim)
    }
    var lastRow = Int.max
    for tick in vertical.ticks {
      let row = row(tick.value)
      guard lastRow > row else { continue }
      let text = renderer.plain(tick.text)
      grid.write(text, row: row, column: left - 2 - text.terminalColumns, .dim)
      grid.set(isASCII ? "+" : "┤", row: row, column: left - 1, .dim)
      lastRow = row
    }
    HorizontalTicksText(chart.horizontal, renderer, left: left, width: plotWidth)
      .draw(row: bottom, on: &grid)
  }

  // MARK: Series

  private func draw(_ column: Chart.Column, on grid: inout CharacterGrid) {
    let first = self.column(column.from)
    let end = max(first + 1, self.column(column.to))
    let shown = first..<(end - first > 2 ? end - 1 : end)
    let eighths = Int((vertical.position(column.height) * Double(plotHeight * 8)).rounded())
    for row in 0..<plotHeight {
      let part = min(8, max(0, eighths - (plotHeight - 1 - row) * 8))
      guard part > 0 else { continue }
      for place in shown {
        grid.set(block(part), row: Self.head + row, column: place, Chart.Tone.main.emphasis)
      }
    }
  }

  private func block(_ eighths: Int) -> Character {
    if renderer.symbols == .ascii { return eighths > 4 ? "#" : "." }
    return TextPlotRenderer.eighths[min(7, max(0, eighths - 1))]
  }

  private func draw(_ line: Chart.Line, on grid: inout CharacterGrid) {
    drawSpread(line, on: &grid)
    if line.joinsPoints {
      var course = DotCanvas(columns: plotWidth, rows: plotHeight, renderer.symbols)
      course.draw(line.points.compactMap { place($0.x, $0.y) })
      copy(course, line.tone.emphasis, on: &grid)
    }
    guard line.marksPoints || !line.joinsPoints || line.points.count == 1 else { return }
    for point in line.points {
      let mark: Character = renderer.symbols == .ascii ? "o" : "●"
      grid.set(mark, row: row(point.y), column: column(point.x), line.tone.emphasis)
    }
    for point in line.points { drawLabel(point, on: &grid) }
  }

  /// The ribbon, or the whiskers of points that stand alone.
  private func drawSpread(_ line: Chart.Line, on grid: inout CharacterGrid) {
    var spread = DotCanvas(columns: plotWidth, rows: plotHeight, renderer.symbols)
    if line.joinsPoints {
      spread.draw(line.points.compactMap { place($0.x, $0.low) }, isDotted: true)
      spread.draw(line.points.compactMap { place($0.x, $0.high) }, isDotted: true)
    } else {
      for point in line.points {
        spread.draw([place(point.x, point.low), place(point.x, point.high)].compactMap(\.self))
      }
    }
    copy(spread, .dim, on: &grid)
  }

  private func copy(
    _ dots: DotCanvas, _ emphasis: TextStyle.Emphasis?, on grid: inout CharacterGrid
  ) {
    for row in 0..<plotHeight {
      for column in 0..<plotWidth {
        guard let character = dots.character(row: row, column: column) else { continue }
        grid.set(character, row: Self.head + row, column: left + column, emphasis)
      }
    }
  }

  private func place(_ x: Double, _ y: Double?) -> (x: Double, y: Double)? {
    guard let y, y > 0 || vertical.scale == .linear else { return nil }
    return (chart.horizontal.position(x), vertical.position(y))
  }

  private func drawLabel(_ point: Chart.Point, on grid: inout CharacterGrid) {
    guard let label = point.label.map({ renderer.plain($0) }) else { return }
    let (row, column, width) = (row(point.y), column(point.x), label.terminalColumns)
    let places = [
      (row - 1, column - width / 2), (row, column + 2), (row, column - 1 - width),
      (row - 1, column + 1), (row - 1, column - width), (row + 1, column + 1),
      (row + 1, column - width),
    ]
    let free = places.first { row, column in
      row >= Self.head && row < Self.head + plotHeight && column >= left
        && grid.hasRoom(row: row, columns: column..<column + width)
    }
    if let free { grid.write(label, row: free.0, column: free.1) }
  }

  // MARK: References

  private func drawLine(_ reference: Chart.Reference, on grid: inout CharacterGrid) {
    let isASCII = renderer.symbols == .ascii
    switch reference.place {
    case .horizontal(let value):
      guard chart.horizontal.contains(value) else { return }
      for row in Self.head..<Self.head + plotHeight {
        grid.set(
          isASCII ? "|" : "┊", row: row, column: column(value), reference.tone.emphasis)
      }
    case .vertical(let value):
      guard vertical.contains(value) else { return }
      for column in left..<left + plotWidth {
        grid.set(isASCII ? "-" : "┄", row: row(value), column: column, reference.tone.emphasis)
      }
    }
  }

  /// False where there is no room for it.
  private func drawLabel(_ reference: Chart.Reference, on grid: inout CharacterGrid) -> Bool {
    guard case .horizontal(let value) = reference.place, chart.horizontal.contains(value) else {
      return false
    }
    let lines = reference.lines.map { renderer.plain($0) }
    let width = lines.map(\.terminalColumns).max() ?? 0
    let starts = [column(value) + 2, column(value) - 1 - width]
    for row in Self.head..<Self.head + plotHeight {
      for start in starts where start >= left {
        let rows = row..<row + lines.count
        let isFree = rows.allSatisfy {
          $0 < Self.head + plotHeight && grid.isBlank(row: $0, columns: start..<start + width)
        }
        guard isFree else { continue }
        for (row, line) in zip(rows, lines) {
          grid.write(line, row: row, column: start, reference.tone.emphasis)
        }
        return true
      }
    }
    return false
  }
}
