/// An entry as a line of the history file: line ends and backslashes are written with a backslash.
enum HistoryLine {
  private static let backslash = UInt8(ascii: "\\")

  static func text(_ entry: String) -> [UInt8] {
    var text: [UInt8] = []
    for byte in entry.utf8 {
      switch byte {
      case backslash: text += [backslash, backslash]
      case 0x0A: text += [backslash, UInt8(ascii: "n")]
      case 0x0D: text += [backslash, UInt8(ascii: "r")]
      default: text.append(byte)
      }
    }
    return text
  }

  /// A backslash before anything else stands for itself; what is no UTF-8 becomes U+FFFD.
  static func entry(_ line: ArraySlice<UInt8>) -> String {
    guard line.contains(backslash) else { return String(decoding: line, as: UTF8.self) }
    var entry: [UInt8] = []
    var rest = line
    while let byte = rest.popFirst() {
      if byte == backslash, let meant = rest.first.flatMap(meaning) {
        entry.append(meant)
        rest = rest.dropFirst()
      } else {
        entry.append(byte)
      }
    }
    return String(decoding: entry, as: UTF8.self)
  }

  private static func meaning(_ escaped: UInt8) -> UInt8? {
    switch escaped {
    case backslash: backslash
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    default: nil
    }
  }
}
