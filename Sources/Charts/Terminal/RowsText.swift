import TerminalText

/// Draws labelled rows of bars with characters.
struct RowsText {
  private let chart: Chart
  private let rows: [Chart.Row]
  private let renderer: TextPlotRenderer
  private let names: [String]
  private let labelWidth: Int
  private let textWidth: Int
  /// True where the rows' texts are wider than their room.
  private let isShort: Bool
  private let left: Int
  private let barWidth: Int

  /// Texts leave the bars so many columns, but for very narrow pictures.
  private static let leastBars = 16

  init(_ chart: Chart, _ rows: [Chart.Row], _ renderer: TextPlotRenderer) {
    self.chart = chart
    self.rows = rows
    self.renderer = renderer
    let widest = { (texts: [String]) in texts.map { renderer.plain($0).terminalColumns }.max() ?? 0
    }
    labelWidth = min(renderer.width * 36 / 100, widest(rows.map(\.label)))
    names = renderer.names(upTo: labelWidth).shortened(rows.map { renderer.plain($0.label) })
    let room = max(renderer.width * 30 / 100, renderer.width - labelWidth - Self.leastBars - 3)
    let whole = widest(rows.compactMap(\.text))
    isShort = whole > room
    textWidth = min(room, isShort ? widest(rows.compactMap { $0.shortText ?? $0.text }) : whole)
    let labels = rows.flatMap(\.segments).compactMap { segment in
      segment.label.map { label in
        BarRoom.Label(
          place: chart.horizontal.position(segment.to), isLeft: segment.to < segment.from,
          width: Double(renderer.plain(label).terminalColumns + 1))
      }
    }
    let bars = BarRoom(
      from: Double(labelWidth + 2),
      to: Double(renderer.width - (textWidth > 0 ? textWidth + 1 : 0)), least: 8, labels)
    left = Int(bars.left.rounded(.up))
    barWidth = max(8, Int(bars.width.rounded(.down)))
  }

  /// All but the title.
  func grid() -> CharacterGrid {
    let head = chart.references.count
    var grid = CharacterGrid(width: renderer.width, height: head + rows.count + 3)
    for (number, reference) in chart.references.enumerated() {
      draw(reference, number, on: &grid)
    }
    for (number, row) in rows.enumerated() {
      let name = names[number]
      grid.write(name, row: head + number, column: labelWidth - name.terminalColumns)
      draw(row, head + number, on: &grid)
    }
    HorizontalTicksText(chart.horizontal, renderer, left: left, width: barWidth)
      .draw(row: head + rows.count, on: &grid)
    return grid
  }

  /// Where a value is, in columns and parts of them.
  private func place(_ value: Double) -> Double {
    chart.horizontal.position(value) * Double(barWidth)
  }

  private func draw(
    _ reference: Chart.Reference, _ number: Int, on grid: inout CharacterGrid
  ) {
    guard case .horizontal(let value) = reference.place, chart.horizontal.contains(value) else {
      return
    }
    let column = left + min(barWidth - 1, Int(place(value)))
    let mark: Character = renderer.symbols == .ascii ? "|" : "┊"
    for row in number + 1..<chart.references.count + rows.count {
      grid.set(mark, row: row, column: column, reference.tone.emphasis)
    }
    let text = renderer.shortened(
      reference.lines.joined(separator: ", "), to: renderer.width)
    let start = max(0, min(column - text.terminalColumns / 2, grid.width - text.terminalColumns))
    grid.write(text, row: number, column: start, reference.tone.emphasis)
  }

  private func draw(_ row: Chart.Row, _ place: Int, on grid: inout CharacterGrid) {
    if row.segments.contains(where: { $0.height < 1 }) {
      drawHeights(row.segments, place, on: &grid)
    } else {
      for segment in row.segments { draw(segment, place, on: &grid) }
    }
    for segment in row.segments { drawLabel(segment, place, on: &grid) }
    let full = isShort ? row.shortText ?? row.text : row.text
    guard let text = full.map({ renderer.shortened($0, to: textWidth) }) else { return }
    grid.write(text, row: place, column: renderer.width - text.terminalColumns, .dim)
  }

  private func draw(_ segment: Chart.Segment, _ row: Int, on grid: inout CharacterGrid) {
    let ends = [place(segment.from), place(segment.to)].sorted()
    if ends[0] > 0, ends[1] - ends[0] < 0.5 {
      let thin: Character = renderer.symbols == .ascii ? "|" : "▏"
      let column = min(barWidth - 1, Int(ends[0]))
      return grid.set(thin, row: row, column: left + column, segment.tone.emphasis)
    }
    // Only bars from the beginning of the axis end within a cell.
    let first = Int(ends[0].rounded())
    let end = ends[0] > 0 ? ends[1].rounded() : ends[1]
    let eighths = Int(((end - Double(first)) * 8).rounded())
    for column in 0..<(max(1, eighths) + 7) / 8 {
      let part = min(8, max(1, eighths - column * 8))
      guard first + column < barWidth else { return }
      grid.set(
        block(part), row: row, column: left + first + column, segment.tone.emphasis)
    }
  }

  /// Bars of several heights: each cell as high as the highest of those in it.
  private func drawHeights(
    _ segments: [Chart.Segment], _ row: Int, on grid: inout CharacterGrid
  ) {
    var highest = [Chart.Segment?](repeating: nil, count: barWidth)
    for segment in segments {
      let ends = [place(segment.from), place(segment.to)].sorted()
      let first = min(barWidth - 1, Int(ends[0]))
      let last = min(barWidth, max(first + 1, Int((ends[1] - 1e-6).rounded(.up))))
      for column in first..<last where (highest[column]?.height ?? 0) < segment.height {
        highest[column] = segment
      }
    }
    for (column, segment) in highest.enumerated() {
      guard let segment else { continue }
      grid.set(
        renderer.bar(height: segment.height), row: row, column: left + column,
        segment.tone.emphasis)
    }
  }

  private func block(_ eighths: Int) -> Character {
    if renderer.symbols == .ascii { return eighths > 4 ? "=" : "-" }
    let blocks: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    return blocks[min(7, max(0, eighths - 1))]
  }

  private func drawLabel(_ segment: Chart.Segment, _ row: Int, on grid: inout CharacterGrid) {
    guard let label = segment.label.map({ renderer.plain($0) }) else { return }
    let end = place(segment.to)
    let width = label.terminalColumns
    let start =
      segment.to < segment.from
      ? left + Int(end.rounded(.down)) - width - 1 : left + Int(end.rounded(.up)) + 1
    let shown = max(labelWidth + 1, min(start, grid.width - width))
    grid.write(label, row: row, column: shown)
  }
}
