import Evaluation
import Nines

/// A picture in the forms that front ends show.
struct CellPicture {
  private let picture: Picture
  private let alternative: String
  /// The chart as SVG, light or dark. Its ground is drawn, so that it is read on a page of the other kind
  /// too.
  let svg: String

  /// The forms of a picture; nil where there is none. `identifier` is unique in its page.
  init?(_ picture: Picture, identifier: String) {
    guard let svg = picture.svg(SVGRenderer(identifier: identifier)) else { return nil }
    self.picture = picture
    self.svg = svg
    alternative =
      switch picture {
      case .chart(let chart): chart.alternative
      case .drawing(let drawing): drawing.alternative
      case .none(let reason): reason
      }
  }

  /// An image that holds the SVG: dark where the page says that it is (`color-scheme`, as JupyterLab's
  /// themes do), else as the reader's system is. Not the SVG as it is: the sanitizers of notebooks that
  /// aren't trusted leave images with their data, but take SVG away.
  var html: String {
    let words = HTMLFragment.plain(alternative)
    return "<p><img alt=\"\(words)\" src=\"\(Self.address(of: svg))\"/></p>"
  }

  /// A chart in characters, of at most so many columns; nil for a drawing.
  func text(width: Int) -> String? {
    guard case .chart(let chart) = picture else { return nil }
    return TextPlotRenderer(width: width, style: .plain).text(chart)
  }

  /// A chart's specification; nil for a drawing.
  var vegaLite: JSONValue? { picture.vegaLite }

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
