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
    guard placement.place([place], covering: 0, gap: 5) != nil else { return }
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

  /// Beside the line; where other lines would cross it there, beyond them, led to from its own; where
  /// there is no such place, across one other line, else below.
  private mutating func drawLabel(_ reference: Chart.Reference) {
    guard isSeen(reference), let size = size(of: reference) else { return }
    let beside = candidates(reference.place, size.width, size.height)
    if let place = placement.place(beside, covering: 0) {
      write(reference, at: place)
    } else if let (place, leader) = placeBeyond(reference.place, size.width, size.height) {
      drawLeader(leader, to: reference)
      write(reference, at: place)
    } else if let place = placement.place(beside, covering: 1) {
      write(reference, at: place)
    } else {
      drawBelow(reference)
    }
  }

  private func size(of reference: Chart.Reference) -> (width: Double, height: Double)? {
    let widths = reference.lines.enumerated().map {
      TextMeasure.width($0.element, size: SVGCanvas.textSize, isBold: $0.offset == 0)
    }
    let height = SVGCanvas.lineHeight * Double(reference.lines.count)
    return widths.max().map { ($0, height) }
  }

  private mutating func write(_ reference: Chart.Reference, at place: Rectangle) {
    let isLeft: Bool =
      if case .horizontal(let value) = reference.place { place.right < x(value) } else { false }
    for (number, line) in reference.lines.enumerated() {
      let strength = number == 0 ? "strong " : ""
      canvas.text(
        line, x: isLeft ? place.right : place.left,
        y: place.top + 13 + SVGCanvas.lineHeight * Double(number),
        "\(strength)halo text-\(reference.tone.rawValue)", anchor: isLeft ? .end : .start)
    }
  }

  /// Right or left of an upright line, from the top down; above or below a level one, from the right.
  private func candidates(
    _ place: Chart.Reference.Place, _ width: Double, _ height: Double
  ) -> [Rectangle] {
    switch place {
    case .horizontal(let value):
      let tops = stride(from: area.top - 2, through: area.bottom - height, by: 12)
      return tops.flatMap { top in
        [x(value) + 7, x(value) - 7 - width].map {
          Rectangle(left: $0, top: top, width: width, height: height)
        }
      }
    case .vertical(let value):
      let lefts = stride(from: area.right - width, through: area.left, by: -20)
      return lefts.flatMap { left in
        [y(value) - height - 3, y(value) + 3].map {
          Rectangle(left: left, top: $0, width: width, height: height)
        }
      }
    }
  }

  private func isSeen(_ reference: Chart.Reference) -> Bool {
    switch reference.place {
    case .horizontal(let value): chart.horizontal.contains(value)
    case .vertical(let value): vertical.contains(value)
    }
  }

  /// Under the axis where all places beside the line are taken, on lines of the picture's width.
  private mutating func drawBelow(_ reference: Chart.Reference) {
    let room = canvas.width - 2 * SVGCanvas.margin
    for (number, text) in reference.lines.enumerated() {
      let isStrong = number == 0
      let lines = TextMeasure.lines(
        text, size: SVGCanvas.textSize, isBold: isStrong, width: room, atMost: 2)
      for line in lines {
        canvas.text(
          line, x: SVGCanvas.margin, y: addLine(),
          "\(isStrong ? "strong " : "")text-\(reference.tone.rawValue)")
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
      guard let place = placement.place(candidates, gap: 6) else { continue }
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
