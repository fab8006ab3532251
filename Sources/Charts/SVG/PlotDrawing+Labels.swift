/// Labels beside what they name.
extension PlotDrawing {
  mutating func drawLabels() {
    for line in lines { drawName(line) }
    for reference in chart.references { drawLabel(reference) }
    for line in lines { drawPointLabels(line) }
    for column in columns { drawLabel(column) }
  }

  /// Above the column and its whisker, where it covers none of its neighbours.
  private mutating func drawLabel(_ column: Chart.Column) {
    guard let label = column.label else { return }
    let width = TextMeasure.width(label, size: SVGCanvas.smallSize)
    let (left, right) = (x(column.from), x(column.to))
    let top = y(max(column.high ?? 0, column.height)) - 19
    let place = Rectangle(
      left: (left + right - width) / 2, top: top, width: width, height: 15)
    guard placement.place([place], coveringNothing: true, gap: 5) != nil else { return }
    canvas.text(
      label, x: (left + right) / 2, y: top + 12, "small halo", anchor: .middle)
  }

  /// At the line's end.
  private mutating func drawName(_ line: Chart.Line) {
    guard let name = line.name, let last = line.points.last else { return }
    let size = SVGCanvas.textSize
    let width = TextMeasure.width(name, size: size)
    let candidates = [0.0, -10, 10, -20, 20, -32, 32].map { shift in
      Rectangle(left: x(last.x) + 8, top: y(last.y) - 8 + shift, width: width, height: 16)
    }
    guard let place = placement.place(candidates) else { return }
    canvas.text(
      name, x: place.left, y: place.top + 12, "strong halo text-\(line.tone.rawValue)")
  }

  private mutating func drawLabel(_ reference: Chart.Reference) {
    guard let (lines, place) = fitting(reference) else { return }
    let isLeft: Bool =
      if case .horizontal(let value) = reference.place { place.right < x(value) } else { false }
    for (number, line) in lines.enumerated() {
      let strength = line.isStrong ? "strong " : ""
      canvas.text(
        line.text, x: isLeft ? place.right : place.left,
        y: place.top + 13 + SVGCanvas.lineHeight * Double(number),
        "\(strength)halo text-\(reference.tone.rawValue)", anchor: isLeft ? .end : .start)
    }
  }

  private typealias LabelLine = (text: String, isStrong: Bool)

  /// The lines of a label and its place; where there is none, broken into more lines that fit beside the
  /// reference.
  private mutating func fitting(
    _ reference: Chart.Reference
  ) -> (lines: [LabelLine], place: Rectangle)? {
    let whole = reference.lines.enumerated().map { (text: $0.element, isStrong: $0.offset == 0) }
    if let place = place(of: whole, at: reference.place) { return (whole, place) }
    guard case .horizontal(let value) = reference.place else { return nil }
    let room = max(area.right - x(value), x(value) - area.left) - 10
    let broken = whole.flatMap { line in
      TextMeasure.lines(
        line.text, size: SVGCanvas.textSize, isBold: line.isStrong, width: room, atMost: 4
      ).map { (text: $0, isStrong: line.isStrong) }
    }
    return place(of: broken, at: reference.place).map { (broken, $0) }
  }

  private mutating func place(
    of lines: [LabelLine], at reference: Chart.Reference.Place
  ) -> Rectangle? {
    let widths = lines.map {
      TextMeasure.width($0.text, size: SVGCanvas.textSize, isBold: $0.isStrong)
    }
    guard let width = widths.max() else { return nil }
    let height = SVGCanvas.lineHeight * Double(lines.count)
    return placement.place(candidates(reference, width, height))
  }

  /// Right or left of an upright line, from the top down; above or below a level one, from the right.
  private func candidates(
    _ place: Chart.Reference.Place, _ width: Double, _ height: Double
  ) -> [Rectangle] {
    switch place {
    case .horizontal(let value):
      guard chart.horizontal.contains(value) else { return [] }
      let tops = stride(from: area.top - 2, through: area.bottom - height, by: 12)
      return tops.flatMap { top in
        [x(value) + 7, x(value) - 7 - width].map {
          Rectangle(left: $0, top: top, width: width, height: height)
        }
      }
    case .vertical(let value):
      guard vertical.contains(value) else { return [] }
      let lefts = stride(from: area.right - width, through: area.left, by: -20)
      return lefts.flatMap { left in
        [y(value) - height - 3, y(value) + 3].map {
          Rectangle(left: left, top: $0, width: width, height: height)
        }
      }
    }
  }

  private mutating func drawPointLabels(_ line: Chart.Line) {
    let points = lines.flatMap(\.points).map { (x: x($0.x), y: y($0.y)) }
    for point in line.points {
      guard let label = point.label else { continue }
      let width = TextMeasure.width(label, size: SVGCanvas.smallSize)
      let own = (x: x(point.x), y: y(point.y))
      // A label nearer to another point would be taken for that one's.
      let candidates = Self.candidates(own.x, own.y, width).filter { place in
        let distance = place.distance(toX: own.x, y: own.y)
        return points.allSatisfy { $0 == own || place.distance(toX: $0.x, y: $0.y) > distance }
      }
      guard let place = placement.place(candidates) else { continue }
      canvas.text(label, x: place.left, y: place.top + 12, "small halo")
    }
  }

  /// Above a point, below it, and beside it with ever more distance.
  private static func candidates(_ x: Double, _ y: Double, _ width: Double) -> [Rectangle] {
    let (left, right, middle) = (x - width - 5, x + 5, x - width / 2)
    var places: [(left: Double, top: Double)] = [(middle, y - 23), (middle, y + 8)]
    for away in [0.0, 10, 20, 30] {
      let (above, below) = (y - 19 - away, y + 5 + away)
      places += [(left, above), (right, below), (right, above), (left, below)]
    }
    return places.map { Rectangle(left: $0.left, top: $0.top, width: width, height: 15) }
  }
}
