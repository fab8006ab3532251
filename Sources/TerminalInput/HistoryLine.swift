/// An entry as a line of the history file: line ends and backslashes are written with a backslash.
enum HistoryLine {
  static func text(_ entry: String) -> String {
    var text = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// A backslash before anything else stands for itself.
  static func entry(_ line: String) -> String {
    var entry = ""
    var rest = line.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let escaped = rest.first, let meant = meaning(escaped) else {
        entry.unicodeScalars.append(scalar)
        continue
      }
      rest = rest.dropFirst()
      entry.unicodeScalars.append(meant)
    }
    return entry
  }

  private static func meaning(_ escaped: Unicode.Scalar) -> Unicode.Scalar? {
    switch escaped {
    case "\\": "\\"
    case "n": "\n"
    case "r": "\r"
    default: nil
    }
  }
}
