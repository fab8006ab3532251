/// Newton's method where every step after the first goes the same way.
///
/// That holds for increasing concave and decreasing convex functions (upwards) and for decreasing
/// concave ones (downwards): tangents then never cross the root, whatever the start. A step that goes
/// the other way is rounding, and ends the search.
enum MonotoneRoot {
  enum Direction { case upwards, downwards }

  private static let stepLimit = 100

  /// The root, to a few units in the last place plus the rounding of `step`. `step` is Newton's
  /// correction at a point. Throws ``LifeDistributionError/noConvergence(function:arguments:reason:)``
  /// after 100 steps, and what `step` throws.
  static func find(
    _ name: String, from start: Double, _ direction: Direction,
    step: (Double) throws(LifeDistributionError) -> Double
  ) throws(LifeDistributionError) -> Double {
    var point = start + (try step(start))
    for _ in 0..<stepLimit {
      let correction = try step(point)
      guard correction.isFinite else { break }
      let moved = point + correction
      guard direction == .upwards ? moved > point : moved < point else { return moved }
      point = moved
    }
    throw .noConvergence(function: name, arguments: [start, point], reason: "no root was found")
  }
}
