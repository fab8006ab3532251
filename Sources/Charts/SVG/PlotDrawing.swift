/// Draws lines and columns over two axes.
struct PlotDrawing {
  let chart: Chart
  let vertical: ChartAxis
  let lines: [Chart.Line]
  let columns: [Chart.Column]
  var canvas: SVGCanvas
  /// Between the axes.
  private(set) var area = Rectangle(left: 0, top: 0, width: 0, height: 0)
  var placement = LabelPlacement(within: Rectangle(left: 0, top: 0, width: 0, height: 0))
  private(set) var height = 0.0

  init(
    _ chart: Chart, _ vertical: ChartAxis, _ lines: [Chart.Line], _ columns: [Chart.Column],
    width: Double
  ) {
    self.chart = chart
    self.vertical = vertical
    self.lines = lines
    self.columns = columns
    canvas = SVGCanvas(width: width)
  }

  /// All of it; sets the height.
  mutating func draw() -> String {
    let top = canvas.head(chart.title, chart.subtitle)
    layOut(below: top)
    canvas.text(
      vertical.title, x: SVGCanvas.margin, y: area.top - 12, "small subtitle")
    verticalTicks()
    HorizontalTicks(chart.horizontal, below: area).draw(on: &canvas)
    for column in columns { draw(column) }
    for line in lines { drawBand(line) }
    for reference in chart.references { drawLine(reference) }
    for line in lines { drawCourse(line) }
    drawLabels()
    return canvas.writer.text
  }

  private mutating func layOut(below top: Double) {
    let widest = vertical.ticks.map { TextMeasure.width($0.text, size: SVGCanvas.smallSize) }.max()
    let left = SVGCanvas.margin + (widest ?? 0) + 8
    let names = lines.compactMap(\.name).map { TextMeasure.width($0, size: SVGCanvas.textSize) }
    let right = canvas.width - SVGCanvas.margin - (names.max().map { $0 + 10 } ?? 4)
    area = Rectangle(
      left: left, top: top + 26, width: max(80, right - left),
      height: min(300, max(180, canvas.width * 0.42)))
    height = area.bottom + HorizontalTicks.height
    placement = LabelPlacement(
      within: Rectangle(
        left: area.left, top: area.top - 4, width: canvas.width - area.left - 4,
        height: area.height + 4))
  }

  /// The baseline of one more line of text at the bottom.
  mutating func addLine() -> Double {
    height += SVGCanvas.lineHeight
    return height - 6
  }

  func x(_ value: Double) -> Double {
    area.left + area.width * chart.horizontal.position(value)
  }

  func y(_ value: Double) -> Double { area.bottom - area.height * vertical.position(value) }

  private mutating func verticalTicks() {
    var last = Double.infinity
    for tick in vertical.ticks {
      let y = y(tick.value)
      canvas.line((area.left, y), (area.right, y), "grid")
      guard last - y >= 15 else { continue }
      canvas.text(tick.text, x: area.left - 8, y: y + 4, "small subtitle", anchor: .end)
      last = y
    }
    canvas.line((area.left, area.bottom), (area.right, area.bottom), "axis")
  }

  // MARK: Series

  private mutating func draw(_ column: Chart.Column) {
    let (left, right, top) = (x(column.from), x(column.to), y(column.height))
    guard area.bottom - top > 0.005 else { return }
    let gap = right - left > 4 ? 1.0 : 0
    let place = Rectangle(
      left: left + gap / 2, top: top, width: max(0.5, right - left - gap),
      height: area.bottom - top)
    canvas.rectangle(place, "fill-main")
    placement.avoid(place)
    guard let low = column.low, let high = column.high else { return }
    let middle = (left + right) / 2
    canvas.line((middle, y(low)), (middle, y(high)), "whisker")
  }

  private mutating func drawBand(_ line: Chart.Line) {
    let known = line.points.filter { $0.low != nil || $0.high != nil }
    guard line.joinsPoints else {
      for point in known {
        let ends = [
          point.high ?? vertical.range.upperBound, point.low ?? vertical.range.lowerBound,
        ]
        canvas.line((x(point.x), y(ends[0])), (x(point.x), y(ends[1])), "whisker")
      }
      return
    }
    guard known.count > 1 else { return }
    let upper = known.map { (x: x($0.x), y: y($0.high ?? vertical.range.upperBound)) }
    let lower = known.reversed().map { (x: x($0.x), y: y($0.low ?? vertical.range.lowerBound)) }
    canvas.path(upper + lower, isClosed: true, "band fill-\(line.tone.rawValue)")
  }

  private mutating func drawCourse(_ line: Chart.Line) {
    let points = line.points.map { (x: x($0.x), y: y($0.y)) }
    if line.joinsPoints {
      canvas.path(points, "line stroke-\(line.tone.rawValue)")
      for (from, to) in zip(points, points.dropFirst()) { avoid(from, to) }
    }
    guard line.marksPoints || !line.joinsPoints || points.count == 1 else { return }
    for point in points {
      canvas.dot(x: point.x, y: point.y, radius: 4, "mark fill-\(line.tone.rawValue)")
    }
  }

  /// Keeps labels off a stretch of a line, in pieces that it nearly fills.
  private mutating func avoid(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) {
    let count = max(1, min(60, Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 12)))
    for piece in 0..<count {
      let share = { (step: Int) in Double(step) / Double(count) }
      let (first, second) = (share(piece), share(piece + 1))
      let xs = [first, second].map { from.x + (to.x - from.x) * $0 }
      let ys = [first, second].map { from.y + (to.y - from.y) * $0 }
      placement.avoid(
        Rectangle(
          left: xs[0] - 2, top: min(ys[0], ys[1]) - 2, width: xs[1] - xs[0] + 4,
          height: abs(ys[1] - ys[0]) + 4))
    }
  }

  private mutating func drawLine(_ reference: Chart.Reference) {
    let classes = "reference stroke-\(reference.tone.rawValue)"
    switch reference.place {
    case .horizontal(let value):
      guard chart.horizontal.contains(value) else { return }
      canvas.line((x(value), area.top), (x(value), area.bottom), classes)
      placement.avoid(
        Rectangle(left: x(value) - 2, top: area.top, width: 4, height: area.height))
    case .vertical(let value):
      guard vertical.contains(value) else { return }
      canvas.line((area.left, y(value)), (area.right, y(value)), classes)
      placement.avoid(
        Rectangle(left: area.left, top: y(value) - 2, width: area.width, height: 4))
    }
  }
}
