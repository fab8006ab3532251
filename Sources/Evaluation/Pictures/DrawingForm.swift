import Nines

/// The forms that a topology is drawn in.
package enum DrawingForm: String, CaseIterable, Sendable {
  /// Vectors.
  case svg
  /// Points, by rsvg-convert.
  case png
  /// The language of Graphviz.
  case dot
  /// The language of D2.
  case d2
  /// The language of Mermaid, which Markdown of many sites shows as a drawing.
  case mermaid

  /// The form that a file's name ends in; nil for other endings.
  package init?(file: String) {
    switch FileNames.ending(of: file) {
    case nil: return nil
    case "gv"?: self = .dot
    case "mmd"?: self = .mermaid
    case let other?: self.init(rawValue: other)
    }
  }

  /// The endings of files.
  package static let endings = ".svg, .png, .dot, .d2 or .mmd"
}

/// Who lays a topology out.
package enum DrawingLayout: String, CaseIterable, Sendable {
  /// Graphviz where it is installed, else nines.
  case auto
  /// `dot` of Graphviz.
  case dot
  /// nines.
  case layers
}
