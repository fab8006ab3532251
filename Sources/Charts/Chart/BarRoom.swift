/// Where an axis begins and ends so that the labels beyond bars have room.
struct BarRoom {
  /// A bar with a label.
  struct Label {
    /// Where the bar ends, as a share of the axis.
    let place: Double
    /// True where it ends at its left.
    let isLeft: Bool
    /// The label's width with its distance from the bar.
    let width: Double
  }

  private(set) var left: Double
  private(set) var width: Double

  /// The longest axis between two places that leaves room for `labels`, or `least` where there is
  /// too little.
  init(from left: Double, to right: Double, least: Double, _ labels: [Label]) {
    self.left = left
    width = max(least, right - left)
    for _ in 0..<12 {
      for label in labels where width > least { makeRoom(label, left, right) }
    }
    width = max(least, width)
  }

  private mutating func makeRoom(_ label: Label, _ from: Double, _ to: Double) {
    let end = left + width * label.place
    if label.isLeft {
      let lacking = max(0, from + label.width - end) / max(0.1, 1 - label.place)
      left += lacking
      width -= lacking
    } else {
      width -= max(0, end + label.width - to) / max(0.1, label.place)
    }
  }
}
