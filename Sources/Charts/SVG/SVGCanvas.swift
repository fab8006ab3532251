/// What both kinds of charts are drawn with: titles, texts, lines.
struct SVGCanvas {
  private(set) var writer = SVGWriter()
  let width: Double

  /// Sizes in pixels.
  static let margin = 16.0
  static let titleSize = 17.0
  static let textSize = 13.0
  static let smallSize = 12.0
  static let lineHeight = 17.0

  init(width: Double) { self.width = width }

  /// Where a text stands relative to its place.
  enum Anchor: String { case start, middle, end }

  /// The title and what stands below it; returns where the rest begins.
  mutating func head(_ title: String, _ subtitle: String) -> Double {
    let room = width - 2 * Self.margin
    var y = Self.margin + 14
    for line in TextMeasure.lines(
      title, size: Self.titleSize, isBold: true, width: room, atMost: 3)
    {
      text(line, x: Self.margin, y: y, "title")
      y += 21
    }
    for line in TextMeasure.lines(subtitle, size: Self.textSize, width: room, atMost: 4) {
      text(line, x: Self.margin, y: y, "subtitle")
      y += Self.lineHeight
    }
    return y
  }

  /// A text whose first letter, middle or last letter is at x; y is that of its base line.
  mutating func text(
    _ content: String, x: Double, y: Double, _ classes: String, anchor: Anchor = .start
  ) {
    var attributes: [SVGWriter.Attribute] = [
      ("x", SVGWriter.number(x)), ("y", SVGWriter.number(y)),
    ]
    if !classes.isEmpty { attributes.append(("class", classes)) }
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    writer.add("text", attributes, text: content)
  }

  /// A straight line.
  mutating func line(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ classes: String
  ) {
    writer.add(
      "line",
      [
        ("x1", SVGWriter.number(from.x)), ("y1", SVGWriter.number(from.y)),
        ("x2", SVGWriter.number(to.x)), ("y2", SVGWriter.number(to.y)), ("class", classes),
      ])
  }

  /// A filled rectangle.
  mutating func rectangle(_ place: Rectangle, _ classes: String) {
    writer.add(
      "rect",
      [
        ("x", SVGWriter.number(place.left)), ("y", SVGWriter.number(place.top)),
        ("width", SVGWriter.number(place.width)), ("height", SVGWriter.number(place.height)),
        ("class", classes),
      ])
  }

  /// A dot.
  mutating func dot(x: Double, y: Double, radius: Double, _ classes: String) {
    writer.add(
      "circle",
      [
        ("cx", SVGWriter.number(x)), ("cy", SVGWriter.number(y)),
        ("r", SVGWriter.number(radius)), ("class", classes),
      ])
  }

  /// A line through points; closed where it goes around an area.
  mutating func path(_ points: [(x: Double, y: Double)], isClosed: Bool = false, _ classes: String)
  {
    guard points.count > 1 else { return }
    let steps = points.map { "\(Self.tenths($0.x)) \(Self.tenths($0.y))" }
    let course = "M" + steps.joined(separator: "L") + (isClosed ? "Z" : "")
    writer.add("path", [("d", course), ("class", classes)])
  }

  /// A smooth line through points, which it passes level, or upright.
  mutating func curve(_ points: [(x: Double, y: Double)], isLevel: Bool, _ classes: String) {
    guard let first = points.first, points.count > 1 else { return }
    var course = "M\(Self.tenths(first.x)) \(Self.tenths(first.y))"
    for (from, to) in zip(points, points.dropFirst()) {
      let (x, y) = ((from.x + to.x) / 2, (from.y + to.y) / 2)
      let bends = isLevel ? [(x, from.y), (x, to.y)] : [(from.x, y), (to.x, y)]
      let places = (bends + [to]).map { "\(Self.tenths($0.0)) \(Self.tenths($0.1))" }
      course += "C" + places.joined(separator: " ")
    }
    writer.add("path", [("d", course), ("class", classes)])
  }

  /// Curves need no more than tenths of a pixel.
  private static func tenths(_ value: Double) -> String {
    SVGWriter.number((value * 10).rounded() / 10)
  }
}
