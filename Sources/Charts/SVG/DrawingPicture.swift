/// Draws the boxes and arrows of a topology.
struct DrawingPicture {
  private let drawing: TopologyDrawing
  private let layers: DrawingLayers
  private let places: DrawingPlaces
  /// What each box says, and its size.
  private var lines: [[String]]
  private let sizes: [(width: Double, height: Double)]
  /// For each arrow how far it leaves and enters its boxes away from the middle of their sides.
  private let ports: [(start: Double, end: Double)]
  private var canvas: SVGCanvas
  private var placement: LabelPlacement
  private var top = 0.0
  private(set) var width: Double
  private(set) var height = 0.0

  private static let padding = 10.0
  /// Texts in boxes are shortened beyond so many pixels.
  private static let widest = 260.0
  /// A drawing that is so much wider than there is room is still read well when it is made smaller.
  private static let tolerance = 1.12

  /// With as many details as leave the drawing within the width, at least the names.
  init(_ drawing: TopologyDrawing, width: Double) {
    self.drawing = drawing
    let room = width - 2 * SVGCanvas.margin
    layers = DrawingLayers(drawing)
    let tries = [Int.max, 1, 0].map { details in
      drawing.nodes.map { Self.lines(drawing, $0, details: details) }
    }
    var chosen = Self.places(layers, drawing, tries[2], room)
    lines = tries[2]
    for lines in tries.reversed() {
      let places = Self.places(layers, drawing, lines, room)
      guard places.width <= Self.tolerance * room else { continue }
      (chosen, self.lines) = (places, lines)
    }
    places = chosen
    sizes = lines.map { Self.size($0) }
    lines = Self.shortened(lines)
    ports = DrawingPorts(layers, places, sizes).shifts
    self.width = max(width, places.width + 2 * SVGCanvas.margin)
    canvas = SVGCanvas(width: self.width)
    placement = LabelPlacement(within: Rectangle(left: 0, top: 0, width: 0, height: 0))
  }

  /// From left to right where that fits, else from top to bottom unless that is wider.
  private static func places(
    _ layers: DrawingLayers, _ drawing: TopologyDrawing, _ lines: [[String]], _ room: Double
  ) -> DrawingPlaces {
    let sizes = lines.map { size($0) }
    let widest = drawing.edges.map { TextMeasure.width($0.label, size: SVGCanvas.smallSize) }.max()
    let level = DrawingPlaces(
      layers, sizes: sizes, isLevel: true, gap: max(44, (widest ?? 0) + 24))
    let upright = DrawingPlaces(layers, sizes: sizes, isLevel: false, gap: 52)
    return level.width <= max(room, upright.width) ? level : upright
  }

  /// What a box says: its name, and so much of what else is known.
  private static func lines(
    _ drawing: TopologyDrawing, _ node: TopologyDrawing.Node, details: Int
  ) -> [String] {
    let all = node.details + (node.cluster.map { [drawing.clusters[$0].name] } ?? [])
    return [node.name] + all.prefix(details)
  }

  /// With names that fit into the widest box, none like another.
  private static func shortened(_ lines: [[String]]) -> [[String]] {
    let names = ShortenedNames {
      TextMeasure.width($0, size: SVGCanvas.textSize, isBold: true) <= widest
    }
    let shown = names.shortened(lines.map { $0.first ?? "" })
    return zip(lines, shown).map { lines, name in [name] + lines.dropFirst() }
  }

  private static func size(_ lines: [String]) -> (width: Double, height: Double) {
    let widths = lines.enumerated().map { number, line in
      min(
        widest,
        TextMeasure.width(
          line, size: number == 0 ? SVGCanvas.textSize : SVGCanvas.smallSize, isBold: number == 0))
    }
    return ((widths.max() ?? 0) + 2 * padding, Double(lines.count) * 16 + 12)
  }

  /// All of it; sets the height.
  mutating func draw() -> String {
    top = canvas.head(drawing.title, drawing.legend(takesDown: "dash-dotted")) + 14
    height = top + places.height + SVGCanvas.margin
    placement = LabelPlacement(
      within: Rectangle(left: 2, top: top - 12, width: width - 4, height: places.height + 24))
    for number in drawing.nodes.indices { placement.occupy(frame(number)) }
    for number in drawing.edges.indices { drawArrow(number) }
    for number in drawing.nodes.indices { drawBox(number) }
    for number in drawing.edges.indices { drawLabel(number) }
    return canvas.writer.text
  }

  // MARK: Boxes

  private func middle(_ vertex: Int) -> (x: Double, y: Double) {
    let shift = (width - places.width) / 2
    return (places.middles[vertex].x + shift, places.middles[vertex].y + top)
  }

  private func frame(_ node: Int) -> Rectangle {
    let (size, middle) = (sizes[node], middle(node))
    return Rectangle(
      left: middle.x - size.width / 2, top: middle.y - size.height / 2, width: size.width,
      height: size.height)
  }

  private mutating func drawBox(_ number: Int) {
    let node = drawing.nodes[number]
    let frame = frame(number)
    if node.parts > 1 {
      canvas.rectangle(frame.moved(4), "box")
    }
    canvas.rectangle(frame, "box \(node.kind.classes)")
    let room = frame.width - Self.padding
    for (place, line) in lines[number].enumerated() {
      let size = place == 0 ? SVGCanvas.textSize : SVGCanvas.smallSize
      let text = TextMeasure.shortened(line, size: size, isBold: place == 0, width: room)
      canvas.text(
        text, x: frame.left + frame.width / 2, y: frame.top + 18 + 16 * Double(place),
        place == 0 ? "strong" : "small subtitle", anchor: .middle)
    }
  }

  // MARK: Arrows

  /// The points that an arrow passes: out of one box, through the turning points, into the other.
  private func course(_ number: Int) -> [(x: Double, y: Double)] {
    let way = layers.ways[number]
    guard let first = way.first, let last = way.last, way.count > 1 else { return [] }
    let isForward = layers.layerOfVertex[first] < layers.layerOfVertex[last]
    let shift = ports[number]
    return [edge(of: first, isEnd: isForward, shift.start)]
      + way.dropFirst().dropLast().flatMap { passage($0, isForward: isForward) }
      + [edge(of: last, isEnd: !isForward, shift.end)]
  }

  /// Straight through a layer, so that no box is touched.
  private func passage(_ vertex: Int, isForward: Bool) -> [(x: Double, y: Double)] {
    let middle = middle(vertex)
    let span = places.spans[layers.layerOfVertex[vertex]]
    let ends = isForward ? [span.lowerBound, span.upperBound] : [span.upperBound, span.lowerBound]
    let shift = (width - places.width) / 2
    return ends.map { places.isLevel ? ($0 + shift, middle.y) : (middle.x, $0 + top) }
  }

  /// Where an arrow leaves or enters a box: on a side, so far away from its middle.
  private func edge(of node: Int, isEnd: Bool, _ shift: Double) -> (x: Double, y: Double) {
    let (frame, middle) = (frame(node), middle(node))
    return places.isLevel
      ? (isEnd ? frame.right : frame.left, middle.y + shift)
      : (middle.x + shift, isEnd ? frame.bottom : frame.top)
  }

  private mutating func drawArrow(_ number: Int) {
    let edge = drawing.edges[number]
    let points = course(number)
    guard edge.from != edge.to, let last = points.last, points.count > 1 else { return }
    let before = points[points.count - 2]
    let sign: Double =
      places.isLevel ? (before.x <= last.x ? 1 : -1) : (before.y <= last.y ? 1 : -1)
    var line = points
    line[points.count - 1] =
      places.isLevel ? (last.x - 8 * sign, last.y) : (last.x, last.y - 8 * sign)
    canvas.curve(line, isLevel: places.isLevel, "edge stroke-quiet \(edge.dependency.classes)")
    canvas.path(
      head(at: last, sign, edge.dependency), isClosed: true,
      edge.dependency.isHollow ? "edge box stroke-quiet" : "fill-quiet")
  }

  /// A triangle, or a diamond; `sign` is -1 for one that points left or up.
  private func head(
    at tip: (x: Double, y: Double), _ sign: Double, _ dependency: TopologyDrawing.Dependency
  ) -> [(x: Double, y: Double)] {
    let isDiamond = dependency == .adds
    let (far, near) = (9 * sign, (isDiamond ? 4.5 : 9) * sign)
    let tail = places.isLevel ? (tip.x - far, tip.y) : (tip.x, tip.y - far)
    let sides =
      places.isLevel
      ? [(tip.x - near, tip.y - 4.5), (tip.x - near, tip.y + 4.5)]
      : [(tip.x - 4.5, tip.y - near), (tip.x + 4.5, tip.y - near)]
    return isDiamond ? [tip, sides[0], tail, sides[1]] : [tip] + sides
  }

  /// Near the arrow's middle.
  private mutating func drawLabel(_ number: Int) {
    let label = drawing.edges[number].label
    guard !label.isEmpty else { return }
    let points = course(number)
    guard points.count > 1 else { return }
    let width = TextMeasure.width(label, size: SVGCanvas.smallSize)
    let shares = [0.5, 0.4, 0.6, 0.3, 0.7]
    let candidates = zip(points, points.dropFirst()).flatMap { from, to in
      shares.flatMap { share in
        [-2.0, -16, 4].map { shift in
          Rectangle(
            left: from.x + (to.x - from.x) * share - width / 2,
            top: from.y + (to.y - from.y) * share - 8 + shift, width: width, height: 14)
        }
      }
    }
    guard let place = placement.place(candidates) else { return }
    canvas.text(label, x: place.left, y: place.top + 11, "small subtitle halo")
  }
}

extension Rectangle {
  /// The same, so much further right and down.
  fileprivate func moved(_ distance: Double) -> Rectangle {
    Rectangle(left: left + distance, top: top + distance, width: width, height: height)
  }
}

extension TopologyDrawing.Kind {
  fileprivate var classes: String {
    switch self {
    case .system: "stroke-main thick"
    case .store: "stroke-good"
    case .queue: "stroke-second"
    case .service, .part: ""
    case .domain, .schedule: "dashed"
    }
  }
}

extension TopologyDrawing.Dependency {
  fileprivate var isHollow: Bool { self == .alternative || self == .adds }

  fileprivate var classes: String {
    switch self {
    case .needs, .alternative, .adds: ""
    case .wants: "dashed"
    case .sends: "thick"
    case .breaker: "dotted"
    case .takesDown: "dash-dotted"
    }
  }
}
