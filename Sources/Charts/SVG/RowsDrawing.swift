/// Draws labelled rows of bars.
struct RowsDrawing {
  private let chart: Chart
  private let rows: [Chart.Row]
  private var canvas: SVGCanvas
  /// Where bars are.
  private var area = Rectangle(left: 0, top: 0, width: 0, height: 0)
  private(set) var height = 0.0

  private var rowHeight = 28.0
  private static let barHeight = 18.0
  private static let gap = 6.0
  /// Of a row's text, 0 where it shares none of the width.
  private var labelWidth = 0.0
  private var labels: [RowLabel] = []
  private var textWidth = 0.0
  /// True where the rows' texts are wider than their room.
  private var isShort = false

  init(_ chart: Chart, _ rows: [Chart.Row], width: Double) {
    self.chart = chart
    self.rows = rows
    canvas = SVGCanvas(width: width)
  }

  /// All of it; sets the height.
  mutating func draw() -> String {
    layOut(below: canvas.head(chart.title, chart.subtitle))
    for tick in chart.horizontal.ticks {
      canvas.line((x(tick.value), area.top), (x(tick.value), area.bottom), "grid")
    }
    for (place, row) in rows.enumerated() { draw(row, place) }
    for reference in chart.references { draw(reference) }
    HorizontalTicks(chart.horizontal, below: area).draw(on: &canvas)
    return canvas.writer.text
  }

  private mutating func layOut(below top: Double) {
    let whole = canvas.width - 2 * SVGCanvas.margin
    let size = SVGCanvas.textSize
    labelWidth = min(whole * 0.36, widest(rows.map(\.label), size))
    labels = RowLabel.labels(rows.map(\.label), width: labelWidth)
    rowHeight = max(28, labels.map(\.height).max() ?? 0)
    isShort = widest(rows.compactMap(\.text), SVGCanvas.smallSize) > whole * 0.38
    textWidth = min(whole * 0.38, widest(rows.compactMap(text), SVGCanvas.smallSize))
    let left = SVGCanvas.margin + labelWidth + 10
    let right = canvas.width - SVGCanvas.margin - (textWidth > 0 ? textWidth + 12 : 0)
    let ends = rows.flatMap(\.segments).compactMap { segment in
      segment.label.map { label in
        BarRoom.Label(
          place: chart.horizontal.position(segment.to), isLeft: segment.to < segment.from,
          width: TextMeasure.width(label, size: SVGCanvas.smallSize) + Self.gap)
      }
    }
    let room = BarRoom(from: left, to: right, least: 60, ends)
    area = Rectangle(
      left: room.left, top: top + 10 + referenceHeight, width: room.width,
      height: rowHeight * Double(rows.count) + 4)
    height = area.bottom + HorizontalTicks.height
  }

  private func text(_ row: Chart.Row) -> String? {
    isShort ? row.shortText ?? row.text : row.text
  }

  private var referenceHeight: Double {
    Double(chart.references.count) * SVGCanvas.lineHeight + (chart.references.isEmpty ? 0 : 4)
  }

  private func widest(_ texts: [String], _ size: Double) -> Double {
    texts.map { TextMeasure.width($0, size: size) }.max() ?? 0
  }

  private func x(_ value: Double) -> Double {
    area.left + area.width * chart.horizontal.position(value)
  }

  // MARK: Rows

  private mutating func draw(_ row: Chart.Row, _ place: Int) {
    let middle = area.top + 2 + rowHeight * (Double(place) + 0.5)
    drawLabel(labels[place], middle)
    for segment in row.segments { draw(segment, middle) }
    guard let text = text(row) else { return }
    let shown = TextMeasure.shortened(text, size: SVGCanvas.smallSize, width: textWidth)
    canvas.text(
      shown, x: canvas.width - SVGCanvas.margin, y: middle + 4, "small subtitle", anchor: .end)
  }

  private mutating func drawLabel(_ label: RowLabel, _ middle: Double) {
    for (number, line) in label.lines.enumerated() {
      let shift = (Double(number) - Double(label.lines.count - 1) / 2) * RowLabel.lineHeight
      canvas.text(
        line, x: SVGCanvas.margin + labelWidth, y: middle + (label.isSmall ? 4 : 4.5) + shift,
        label.isSmall ? "small" : "", anchor: .end)
    }
  }

  private mutating func draw(_ segment: Chart.Segment, _ middle: Double) {
    let ends = [x(segment.from), x(segment.to)].sorted()
    // What is there is seen, however short.
    let width = max(1.5, ends[1] - ends[0])
    let left = min(ends[0], area.right - width)
    let height = max(1.5, Self.barHeight * min(1, segment.height))
    canvas.rectangle(
      Rectangle(
        left: left, top: middle + Self.barHeight / 2 - height, width: width, height: height),
      "fill-\(segment.tone.rawValue)")
    guard let label = segment.label else { return }
    let isLeft = segment.to < segment.from
    canvas.text(
      label, x: isLeft ? left - Self.gap : left + width + Self.gap, y: middle + 4,
      "small halo", anchor: isLeft ? .end : .start)
  }

  /// Its line through all rows, and its label above them.
  private mutating func draw(_ reference: Chart.Reference) {
    guard case .horizontal(let value) = reference.place, chart.horizontal.contains(value) else {
      return
    }
    let number = chart.references.firstIndex(of: reference) ?? 0
    let y = area.top - referenceHeight + SVGCanvas.lineHeight * (Double(number) + 0.75)
    let tone = reference.tone.rawValue
    canvas.line((x(value), y + 5), (x(value), area.bottom), "reference stroke-\(tone)")
    let text = reference.lines.joined(separator: ", ")
    let half = TextMeasure.width(text, size: SVGCanvas.textSize, isBold: true) / 2
    let middle = min(
      max(x(value), SVGCanvas.margin + half), canvas.width - SVGCanvas.margin - half)
    canvas.text(text, x: middle, y: y, "strong halo text-\(tone)", anchor: .middle)
  }
}
