/// The texts of a horizontal axis, and its title.
struct HorizontalTicks {
  private let axis: ChartAxis
  private let area: Rectangle

  /// What they take below the plot, in pixels.
  static let height = 56.0

  init(_ axis: ChartAxis, below area: Rectangle) {
    self.axis = axis
    self.area = area
  }

  /// Texts that would touch the one before are left out, their marks stay.
  func draw(on canvas: inout SVGCanvas) {
    var last = -Double.infinity
    for tick in axis.ticks {
      let x = area.left + area.width * axis.position(tick.value)
      canvas.line((x, area.bottom), (x, area.bottom + 5), "axis")
      let width = TextMeasure.width(tick.text, size: SVGCanvas.smallSize)
      let middle = min(max(x, width / 2 + 4), canvas.width - width / 2 - 4)
      guard middle - width / 2 > last + 4 else { continue }
      canvas.text(
        tick.text, x: middle, y: area.bottom + 18, "small subtitle", anchor: .middle)
      last = middle + width / 2
    }
    let title = TextMeasure.shortened(
      axis.title, size: SVGCanvas.smallSize, width: canvas.width - 2 * SVGCanvas.margin)
    let width = TextMeasure.width(title, size: SVGCanvas.smallSize)
    let middle = min(area.left + area.width / 2, canvas.width - SVGCanvas.margin - width / 2)
    canvas.text(title, x: middle, y: area.bottom + 39, "small subtitle", anchor: .middle)
  }
}
