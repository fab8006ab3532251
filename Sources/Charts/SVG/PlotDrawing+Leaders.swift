/// Labels that stand apart from the line that they name, with a level line that leads to them.
extension PlotDrawing {
  /// A place beyond the upright lines that are too near, and the strip from the own line to it; nil for
  /// a level line, and where all such places are taken or crossed.
  mutating func placeBeyond(
    _ place: Chart.Reference.Place, _ width: Double, _ height: Double
  ) -> (label: Rectangle, leader: Rectangle)? {
    guard case .horizontal(let value) = place else { return nil }
    let own = x(value)
    let candidates = placesBeyond(own, width, height).filter { candidate in
      placement.leavesLabels(Self.leader(from: own, to: candidate))
    }
    guard let label = placement.place(candidates, covering: 0) else { return nil }
    let leader = Self.leader(from: own, to: label)
    placement.occupy(leader)
    return (label, leader)
  }

  /// No label is led further away than to a line at this distance.
  private static let farthest = 150.0

  /// Beside each of the other upright lines, the nearest first, from the top down.
  private func placesBeyond(_ own: Double, _ width: Double, _ height: Double) -> [Rectangle] {
    let others = chart.references.compactMap { reference -> Double? in
      guard case .horizontal(let value) = reference.place, chart.horizontal.contains(value) else {
        return nil
      }
      return x(value)
    }
    let near = others.filter { $0 != own && abs($0 - own) <= Self.farthest }
    let lefts = near.sorted { abs($0 - own) < abs($1 - own) }
      .map { $0 > own ? $0 + 12 : $0 - 12 - width }
    return lefts.flatMap { left in
      stride(from: area.top - 2, through: area.bottom - height, by: 12).map {
        Rectangle(left: left, top: $0, width: width, height: height)
      }
    }
  }

  /// At the height of the label's first line.
  private static func leader(from own: Double, to label: Rectangle) -> Rectangle {
    let isRight = label.left > own
    let left = isRight ? own : label.right + 4
    return Rectangle(
      left: left, top: label.top + 8, width: (isRight ? label.left - 4 : own) - left, height: 1)
  }

  /// A dot on the own line tells it from those that the leader passes.
  mutating func drawLeader(_ leader: Rectangle, to reference: Chart.Reference) {
    guard case .horizontal(let value) = reference.place else { return }
    let tone = reference.tone.rawValue
    canvas.line((leader.left, leader.top), (leader.right, leader.top), "leader stroke-\(tone)")
    canvas.dot(x: x(value), y: leader.top, radius: 3.5, "fill-\(tone)")
  }
}
