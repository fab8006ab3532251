/// Topology drawings, laid out here for where Graphviz isn't.
extension SVGRenderer {
  /// The drawing as SVG. One that needs more than the renderer's width is as wide as it needs.
  ///
  /// Cost: about that of the square of the number of arrows.
  public func text(_ drawing: TopologyDrawing) -> String {
    var picture = DrawingPicture(drawing, width: width)
    let content = picture.draw()
    return page(
      drawing.title, drawing.alternative, content, height: picture.height,
      drawnWidth: picture.width)
  }
}
