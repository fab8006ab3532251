import Nines

/// A chart in the forms that front ends show.
struct CellPicture {
  private let chart: Chart
  /// The chart as SVG, light or dark. Its ground is drawn, so that it is read on a page of the other kind
  /// too.
  let svg: String

  /// The picture of a chart; `identifier` is unique in its page.
  init(_ chart: Chart, identifier: String) {
    self.chart = chart
    svg = SVGRenderer(identifier: identifier).text(chart)
  }

  /// An image that holds the SVG: dark where the page says that it is (`color-scheme`, as JupyterLab's
  /// themes do), else as the reader's system is. Not the SVG as it is: the sanitizers of notebooks that
  /// aren't trusted leave images with their data, but take SVG away.
  var html: String {
    let words = HTMLFragment.plain(chart.alternative)
    return "<p><img alt=\"\(words)\" src=\"\(Self.address(of: svg))\"/></p>"
  }

  /// The chart in characters, of at most so many columns.
  func text(width: Int) -> String { TextPlotRenderer(width: width, style: .plain).text(chart) }

  /// The chart's specification.
  var vegaLite: JSONValue { JSONValue(vegaLite: chart) }

  /// A data address (RFC 2397) with the bytes that an address or an attribute can't hold percent-encoded.
  private static func address(of svg: String) -> String {
    var address = "data:image/svg+xml;charset=utf-8,"
    for byte in svg.utf8 {
      if byte > 0x20, byte < 0x7F, !reserved.contains(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        address += "%" + digits[Int(byte >> 4)] + digits[Int(byte & 15)]
      }
    }
    return address
  }

  private static let reserved = Set("\"#%&<>'`\\".utf8)
  private static let digits = "0123456789ABCDEF".map(String.init)
}
