/// Topology drawings that Graphviz laid out.
extension SVGRenderer {
  /// The drawing as `dot -Tsvg` made it of ``TopologyDrawing/dot``, with a title, a description, a ground and
  /// the colours of this appearance; nil for a text that is no such drawing. Its size is its own.
  ///
  /// Cost: linear.
  public func text(_ drawing: TopologyDrawing, laidOutByGraphviz svg: String) -> String? {
    guard let start = svg.firstRange(of: "<svg "), let tail = svg.firstRange(of: "</svg>"),
      let end = svg[start.upperBound...].firstIndex(of: ">"), end < tail.lowerBound
    else { return nil }
    let content = svg[svg.index(after: end)..<tail.lowerBound]
    let shapes = content.split(separator: "\n").filter { !Self.isTip($0) }
    return """
      <svg class="nines-drawing" role="img" aria-labelledby="\(identifier)-title \
      \(identifier)-description" \(svg[start.upperBound..<end])>
      <title id="\(identifier)-title">\(SVGWriter.escaped(drawing.title))</title>
      <desc id="\(identifier)-description">\(SVGWriter.escaped(drawing.alternative))</desc>
      <style>\(GraphvizColours.stylesheet(appearance))</style>
      <rect class="surface" fill="#fff" width="100%" height="100%"/>
      \(shapes.joined(separator: "\n"))
      </svg>

      """
  }

  /// Numbers of boxes, which would be shown as tips.
  private static func isTip(_ line: Substring) -> Bool {
    line.hasPrefix("<title>") || line.hasPrefix("<!--")
  }
}
