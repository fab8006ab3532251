/// Where the boxes and turning points of a drawing are, in pixels, layers going from left to right or
/// from top to bottom.
struct DrawingPlaces {
  /// The middle of each vertex.
  private(set) var middles: [(x: Double, y: Double)] = []
  /// Where each layer begins and ends, along the layers' direction.
  private(set) var spans: [ClosedRange<Double>] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// True where layers go from left to right.
  let isLevel: Bool

  private let layers: DrawingLayers
  /// For each vertex its size along the layers' direction, and across it.
  private let along: [Double]
  private let across: [Double]

  private static let gapAcross = 18.0

  /// Places for boxes of some sizes, layers being `gap` apart.
  init(
    _ layers: DrawingLayers, sizes: [(width: Double, height: Double)], isLevel: Bool, gap: Double
  ) {
    self.layers = layers
    self.isLevel = isLevel
    let all = layers.nodeOfVertex.map { node in node.map { sizes[$0] } ?? (width: 4, height: 4) }
    along = all.map { isLevel ? $0.width : $0.height }
    across = all.map { isLevel ? $0.height : $0.width }
    let places = placesAcross()
    spans = spans(gap)
    let deep = layers.layerOfVertex.map { (spans[$0].lowerBound + spans[$0].upperBound) / 2 }
    middles = places.indices.map {
      isLevel ? (x: deep[$0], y: places[$0]) : (x: places[$0], y: deep[$0])
    }
    let wide = places.indices.map { places[$0] + across[$0] / 2 }.max() ?? 0
    let length = spans.last?.upperBound ?? 0
    (width, height) = isLevel ? (length, wide) : (wide, length)
  }

  /// Where the middle of a vertex is across the layers' direction.
  func placeAcross(_ vertex: Int) -> Double { isLevel ? middles[vertex].y : middles[vertex].x }

  private func spans(_ gap: Double) -> [ClosedRange<Double>] {
    var start = 0.0
    return layers.layers.map { layer in
      let end = start + (layer.map { along[$0] }.max() ?? 0)
      defer { start = end + gap }
      return start...end
    }
  }

  /// Each vertex near the mean of its neighbours, in its order, without touching the next one.
  private func placesAcross() -> [Double] {
    var places = [Double](repeating: 0, count: across.count)
    for layer in layers.layers {
      spread(layer, layer.map { _ in 0 }, &places)
    }
    for round in 0..<16 {
      let order = round % 2 == 0 ? layers.layers : layers.layers.reversed()
      for layer in order {
        let wanted = layer.map { vertex in
          let neighbours = layers.before[vertex] + layers.behind[vertex]
          guard !neighbours.isEmpty else { return places[vertex] }
          return neighbours.reduce(0) { $0 + places[$1] } / Double(neighbours.count)
        }
        spread(layer, wanted, &places)
      }
    }
    let least = places.indices.map { places[$0] - across[$0] / 2 }.min() ?? 0
    return places.map { $0 - least }
  }

  /// Between the places that result from pushing right and from pushing left: both keep the distances,
  /// and so does their mean.
  private func spread(_ layer: [Int], _ wanted: [Double], _ places: inout [Double]) {
    var right = wanted
    var left = wanted
    for number in layer.indices.dropFirst() {
      let distance = distance(layer[number - 1], layer[number])
      right[number] = max(right[number], right[number - 1] + distance)
    }
    for number in layer.indices.dropLast().reversed() {
      let distance = distance(layer[number], layer[number + 1])
      left[number] = min(left[number], left[number + 1] - distance)
    }
    for (number, vertex) in layer.enumerated() {
      places[vertex] = (right[number] + left[number]) / 2
    }
  }

  private func distance(_ first: Int, _ second: Int) -> Double {
    (across[first] + across[second]) / 2 + Self.gapAcross
  }
}
