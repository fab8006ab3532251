/// Where arrows leave and enter boxes: side by side, in the order of where they come from and go to, so that
/// no head covers another one.
struct DrawingPorts {
  /// For each arrow its distance from the middle of a side, where it begins and where it ends.
  private(set) var shifts: [(start: Double, end: Double)]

  /// The distance of two arrows, where a side has room for it.
  private static let distance = 13.0
  /// What stays free at the ends of a side.
  private static let margin = 8.0

  private struct Side: Hashable {
    let node: Int
    let isEnd: Bool
  }

  private struct Stop {
    let arrow: Int
    let isStart: Bool
    /// Where the arrow's next point is, across the layers.
    let neighbour: Double
  }

  init(
    _ layers: DrawingLayers, _ places: DrawingPlaces, _ sizes: [(width: Double, height: Double)]
  ) {
    shifts = [(start: Double, end: Double)](repeating: (0, 0), count: layers.ways.count)
    for (side, stops) in Self.stops(layers, places) where stops.count > 1 {
      let length = places.isLevel ? sizes[side.node].height : sizes[side.node].width
      spread(stops, over: length - 2 * Self.margin)
    }
  }

  private static func stops(
    _ layers: DrawingLayers, _ places: DrawingPlaces
  ) -> [Side: [Stop]] {
    var stops: [Side: [Stop]] = [:]
    for (arrow, way) in layers.ways.enumerated() {
      guard let first = way.first, let last = way.last, way.count > 1, first != last else {
        continue
      }
      let isForward = layers.layerOfVertex[first] < layers.layerOfVertex[last]
      stops[Side(node: first, isEnd: isForward), default: []].append(
        Stop(arrow: arrow, isStart: true, neighbour: places.placeAcross(way[1])))
      stops[Side(node: last, isEnd: !isForward), default: []].append(
        Stop(arrow: arrow, isStart: false, neighbour: places.placeAcross(way[way.count - 2])))
    }
    return stops
  }

  private mutating func spread(_ stops: [Stop], over length: Double) {
    let sorted = stops.sorted { ($0.neighbour, $0.arrow) < ($1.neighbour, $1.arrow) }
    let step = min(Self.distance, max(0, length) / Double(sorted.count - 1))
    for (number, stop) in sorted.enumerated() {
      let shift = (Double(number) - Double(sorted.count - 1) / 2) * step
      if stop.isStart { shifts[stop.arrow].start = shift } else { shifts[stop.arrow].end = shift }
    }
  }
}
