import Reports
import TerminalText

/// Writes SVG: escaped, without control characters, numbers with at most two decimals.
struct SVGWriter {
  private(set) var text = ""
  private var open: [String] = []

  /// An attribute's name and value.
  typealias Attribute = (name: String, value: String)

  /// An element without content.
  mutating func add(_ name: String, _ attributes: [Attribute]) {
    text += "<\(name)\(Self.written(attributes))/>\n"
  }

  /// An element around a text.
  mutating func add(_ name: String, _ attributes: [Attribute], text content: String) {
    text += "<\(name)\(Self.written(attributes))>\(Self.escaped(content))</\(name)>\n"
  }

  /// An element around a text that is written as it is.
  mutating func add(_ name: String, verbatim content: String) {
    text += "<\(name)>\(content)</\(name)>\n"
  }

  /// Begins an element around what is added until it is closed.
  mutating func begin(_ name: String, _ attributes: [Attribute]) {
    text += "<\(name)\(Self.written(attributes))>\n"
    open.append(name)
  }

  /// Ends the element that was begun last.
  mutating func end() {
    guard let name = open.popLast() else { return }
    text += "</\(name)>\n"
  }

  private static func written(_ attributes: [Attribute]) -> String {
    attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
  }

  /// A text as it may stand in an element or an attribute.
  static func escaped(_ text: String) -> String {
    MarkupText.escaped(text.printable())
  }

  /// A number with at most two decimals: `12.5`.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((abs(value) * 100).rounded())
    guard hundredths > 0 else { return "0" }
    return (value < 0 ? "-" : "") + "\(hundredths / 100)\(fraction(hundredths % 100))"
  }

  /// Without zeros at its end.
  private static func fraction(_ hundredths: Int) -> String {
    switch hundredths {
    case 0: ""
    case let tenths where tenths % 10 == 0: ".\(tenths / 10)"
    case 1..<10: ".0\(hundredths)"
    default: ".\(hundredths)"
    }
  }
}
