/// Draws charts as SVG: one self-contained text, with its colours, without a script, the same for equal
/// charts to the last byte.
public struct SVGRenderer: Sendable {
  /// Which colours are used.
  public enum Appearance: String, Sendable, CaseIterable {
    /// Those that the reader's system is set to.
    case automatic
    /// Dark on light.
    case light
    /// Light on dark.
    case dark
  }

  /// The width in pixels, 280 or more.
  public let width: Double
  /// The colours.
  public let appearance: Appearance
  /// What the chart's parts are known by in a page with several: letters, digits and hyphens.
  public let identifier: String
  /// False for pages that have the ``stylesheet`` already, from elsewhere or from another chart.
  public let includesStylesheet: Bool

  /// A renderer of charts of a width in pixels, at least 280; of `identifier` all but ASCII letters,
  /// digits, hyphens and underscores is dropped.
  public init(
    width: Double = 700, appearance: Appearance = .automatic, identifier: String = "chart",
    includesStylesheet: Bool = true
  ) {
    self.includesStylesheet = includesStylesheet
    self.width = max(280, width.isFinite ? width : 700)
    self.appearance = appearance
    self.identifier = identifier.filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
    }
  }

  /// The chart as SVG. Cost: linear in its points and labels, but for labels that look for a place.
  public func text(_ chart: Chart) -> String {
    switch chart.content {
    case .plot(let vertical, let lines, let columns):
      var drawing = PlotDrawing(chart, vertical, lines, columns, width: width)
      return page(chart.title, chart.alternative, drawing.draw(), height: drawing.height)
    case .rows(let rows):
      var drawing = RowsDrawing(chart, rows, width: width)
      return page(chart.title, chart.alternative, drawing.draw(), height: drawing.height)
    }
  }

  /// The rules of the colours and texts, all of them below the class `nines-chart`.
  public var stylesheet: String { SVGStylesheet.rules(appearance) }

  private var style: String { includesStylesheet ? "<style>\(stylesheet)</style>\n" : "" }

  /// The root around what was drawn.
  func page(
    _ title: String, _ alternative: String, _ content: String, height: Double,
    drawnWidth: Double? = nil
  ) -> String {
    let (width, height) = (SVGWriter.number(drawnWidth ?? width), SVGWriter.number(height))
    let names = "\(identifier)-title \(identifier)-description"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="nines-chart" role="img" \
      aria-labelledby="\(names)" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)">
      <title id="\(identifier)-title">\(SVGWriter.escaped(title))</title>
      <desc id="\(identifier)-description">\(SVGWriter.escaped(alternative))</desc>
      \(style)\
      <rect class="surface" width="\(width)" height="\(height)"/>
      \(content)</svg>

      """
  }
}
