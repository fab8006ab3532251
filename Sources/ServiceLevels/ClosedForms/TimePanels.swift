import Quantities

/// Stretches of 0 to a limit that halve towards 0, where densities may be steep, and are nowhere longer
/// than some length; each holds the points of a quadrature.
struct TimePanels {
  /// Where panels begin and end, from 0 to the limit; seconds.
  let edges: [Double]
  /// The quadrature within each.
  let rule: GaussLegendre
  /// All points, ascending.
  let points: [Double]
  /// The weight of each point in an integral.
  let weights: [Double]

  /// Panels that halve down to `least` or, where that is less, the limit times 2^-40. Seconds.
  init(upTo limit: Double, from least: Double, noLongerThan length: Double, order: Int) {
    var edges = [0.0]
    var start = limit * 0x1p-40
    while 2 * start <= min(least, limit / 2) { start *= 2 }
    while start < limit {
      let pieces = max(1, (start / length).rounded(.up))
      for piece in 0..<Int(pieces) { edges.append(start * (1 + Double(piece) / pieces)) }
      start *= 2
    }
    edges.append(limit)
    self.edges = edges
    let rule = GaussLegendre(order: order)
    self.rule = rule
    var (points, weights) = ([Double](), [Double]())
    for (from, to) in zip(edges, edges.dropFirst()) {
      let half = (to - from) / 2
      points += rule.points.map { from + half * (1 + $0) }
      weights += rule.weights.map { half * $0 }
    }
    self.points = points
    self.weights = weights
  }

  /// The panel that holds `time`, 0 to the limit.
  func panel(at time: Double) -> Int {
    var (low, high) = (0, edges.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if edges[middle] <= time { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The place of `time` within a panel, from -1 to 1.
  func place(of time: Double, in panel: Int) -> Double {
    let half = (edges[panel + 1] - edges[panel]) / 2
    return (time - edges[panel]) / half - 1
  }
}
