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

  /// How far a point is from it, 0 inside.
  func distance(toX x: Double, y: Double) -> Double {
    let (across, down) = (max(left - x, 0, x - right), max(top - y, 0, y - bottom))
    return (across * across + down * down).squareRoot()
  }

  /// So much more to the left and to the right.
  func widened(_ distance: Double) -> Rectangle {
    Rectangle(left: left - distance, top: top, width: width + 2 * distance, height: height)
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

  /// True for a shape that covers no label.
  func leavesLabels(_ shape: Rectangle) -> Bool { !labels.contains { $0.overlaps(shape) } }

  /// The candidate that covers no other label and as little as possible of what is drawn, the first of
  /// several; nil where all cover a label or come nearer to one than `gap` at its side, or cover more
  /// than `most` of the shapes drawn.
  mutating func place(
    _ candidates: [Rectangle], covering most: Int = .max, gap: Double = 0
  ) -> Rectangle? {
    let free = candidates.filter { candidate in
      let wide = candidate.widened(gap)
      return bounds.holds(candidate) && !labels.contains { $0.overlaps(wide) }
    }
    let covered = free.map { candidate in drawn.count { $0.overlaps(candidate) } }
    guard let least = covered.min(), let place = covered.firstIndex(of: least),
      least <= most
    else { return nil }
    labels.append(free[place])
    return free[place]
  }
}
