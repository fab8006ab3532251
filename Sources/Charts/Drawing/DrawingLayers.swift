/// The boxes of a drawing in layers, each below all that depends on it, with a turning point in every
/// layer that a long arrow passes (Sugiyama, Tagawa and Toda 1981).
struct DrawingLayers {
  /// For each vertex the node that it is; nil for a turning point. Nodes come first, by their numbers.
  private(set) var nodeOfVertex: [Int?]
  private(set) var layerOfVertex: [Int]
  /// The vertices of each layer, in their order.
  private(set) var layers: [[Int]] = []
  /// For each edge the vertices on its way, from what depends to what it depends on.
  private(set) var ways: [[Int]] = []
  /// For each vertex those that it is joined with in the layer before, and in the layer behind.
  private(set) var before: [[Int]] = []
  private(set) var behind: [[Int]] = []

  init(_ drawing: TopologyDrawing) {
    nodeOfVertex = drawing.nodes.indices.map { $0 }
    layerOfVertex = Self.layers(drawing)
    for edge in drawing.edges { addWay(edge) }
    let count = (layerOfVertex.max() ?? -1) + 1
    layers = (0..<count).map { layer in
      layerOfVertex.indices.filter { layerOfVertex[$0] == layer }
    }
    join()
    order()
  }

  /// Longest ways from what nothing depends on. Where groups depend on each other in a circle, the
  /// first one comes first.
  private static func layers(_ drawing: TopologyDrawing) -> [Int] {
    var layer = [Int](repeating: 0, count: drawing.nodes.count)
    var open = [Int](repeating: 0, count: drawing.nodes.count)
    var targets = [[Int]](repeating: [], count: drawing.nodes.count)
    for edge in drawing.edges where edge.from != edge.to {
      targets[edge.from].append(edge.to)
      open[edge.to] += 1
    }
    var isDone = [Bool](repeating: false, count: drawing.nodes.count)
    var ready = drawing.nodes.indices.filter { open[$0] == 0 }
    var (next, first) = (0, 0)
    while true {
      while next < ready.count {
        let node = ready[next]
        next += 1
        guard !isDone[node] else { continue }
        isDone[node] = true
        for target in targets[node] where !isDone[target] {
          layer[target] = max(layer[target], layer[node] + 1)
          open[target] -= 1
          if open[target] == 0 { ready.append(target) }
        }
      }
      while first < isDone.count, isDone[first] { first += 1 }
      guard first < isDone.count else { return layer }
      ready.append(first)
    }
  }

  private mutating func addWay(_ edge: TopologyDrawing.Edge) {
    let (first, last) = (layerOfVertex[edge.from], layerOfVertex[edge.to])
    let step = first < last ? 1 : -1
    var way = [edge.from]
    var layer = first + step
    while (last - layer) * step > 0 {
      way.append(layerOfVertex.count)
      nodeOfVertex.append(nil)
      layerOfVertex.append(layer)
      layer += step
    }
    ways.append(way + [edge.to])
  }

  private mutating func join() {
    before = [[Int]](repeating: [], count: layerOfVertex.count)
    behind = before
    for way in ways {
      for (from, to) in zip(way, way.dropFirst()) {
        let isForward = layerOfVertex[from] < layerOfVertex[to]
        guard layerOfVertex[from] != layerOfVertex[to] else { continue }
        behind[isForward ? from : to].append(isForward ? to : from)
        before[isForward ? to : from].append(isForward ? from : to)
      }
    }
  }

  // MARK: Order

  /// Sorts each layer by the mean place of its neighbours, to and fro, and keeps what crosses least.
  private mutating func order() {
    var best = layers
    var fewest = crossings
    for round in 0..<12 where fewest > 0 {
      let isDown = round % 2 == 0
      let places = Array(layers.indices)
      for layer in isDown ? places : places.reversed() {
        sort(layer, by: isDown ? before : behind)
      }
      let count = crossings
      if count < fewest { (best, fewest) = (layers, count) }
    }
    layers = best
  }

  private mutating func sort(_ layer: Int, by neighbours: [[Int]]) {
    let place = placeOfVertex
    let means = Dictionary(
      uniqueKeysWithValues: layers[layer].map { vertex -> (Int, Double) in
        let known = neighbours[vertex].map { Double(place[$0]) }
        let mean = known.reduce(0, +) / Double(max(1, known.count))
        return (vertex, known.isEmpty ? Double(place[vertex]) : mean)
      })
    layers[layer].sort { left, right in
      (means[left] ?? 0, place[left]) < (means[right] ?? 0, place[right])
    }
  }

  private var placeOfVertex: [Int] {
    var place = [Int](repeating: 0, count: layerOfVertex.count)
    for layer in layers {
      for (number, vertex) in layer.enumerated() { place[vertex] = number }
    }
    return place
  }

  /// How many pairs of arrows cross between neighbouring layers.
  private var crossings: Int {
    let place = placeOfVertex
    return layers.reduce(0) { sum, layer in
      let ends = layer.flatMap { vertex in behind[vertex].map { (place[vertex], place[$0]) } }
      let crossed = ends.indices.reduce(0) { sum, number in
        sum
          + ends[number...].count {
            ($0.0 - ends[number].0) * ($0.1 - ends[number].1) < 0
          }
      }
      return sum + crossed
    }
  }
}
