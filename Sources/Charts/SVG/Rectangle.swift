/// An upright rectangle in pixels, y growing downwards.
struct Rectangle: Equatable {
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }

  /// True where the two have more than an edge in common.
  func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// True where the other one lies inside.
  func holds(_ other: Rectangle) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }
}

/// Finds places for labels where they cover nothing.
struct LabelPlacement {
  /// Where labels may be.
  let bounds: Rectangle
  /// What labels must not cover.
  private(set) var labels: [Rectangle] = []
  /// What labels had better not cover.
  private(set) var drawn: [Rectangle] = []

  init(within bounds: Rectangle) { self.bounds = bounds }

  /// Keeps labels off a place that has a label.
  mutating func occupy(_ label: Rectangle) { labels.append(label) }

  /// Keeps labels off what is drawn, where there is another place.
  mutating func avoid(_ shape: Rectangle) { drawn.append(shape) }

  /// The first candidate that covers no other label and nothing drawn, else the first that covers no
  /// label; nil where all do.
  mutating func place(_ candidates: [Rectangle]) -> Rectangle? {
    let free = candidates.filter { candidate in
      bounds.holds(candidate) && !labels.contains { $0.overlaps(candidate) }
    }
    let best = free.first { candidate in !drawn.contains { $0.overlaps(candidate) } } ?? free.first
    if let best { labels.append(best) }
    return best
  }
}
