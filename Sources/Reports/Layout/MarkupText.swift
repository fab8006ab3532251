import TerminalText

/// Text in HTML, XML and SVG.
package enum MarkupText {
  /// The text as the content of an element or of an attribute in double quotes.
  package static func escaped(_ text: String) -> String {
    text.replacingScalars { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      // No characters of XML 1.0, section 2.2.
      case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: nil
      }
    }
  }
}
