/// How wide a text is about, in a font that isn't known: by the widths of DejaVu Sans, which is wider
/// than most system fonts, so that what fits here fits with them.
enum TextMeasure {
  /// The width of a text on one line, in the unit of the font's size.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let ems = text.reduce(0.0) { $0 + width($1) }
    return ems * size * (isBold ? 1.1 : 1)
  }

  private static func width(_ character: Character) -> Double {
    guard let ascii = character.asciiValue else {
      return character.terminalColumnsInEms
    }
    switch Character(UnicodeScalar(ascii)) {
    case "i", "j", "l", "I", "'", "|": return 0.3
    case " ", ".", ",", ":", ";", "!", "/", "\\", "f", "t", "r", "(", ")", "[", "]", "-":
      return 0.38
    case "m", "w", "M", "W", "%", "@": return 0.95
    case "a"..."z", "0"..."9", "_", "$", "?", "*", "\"": return 0.62
    case "A"..."Z", "&": return 0.7
    default: return 0.84
    }
  }

  /// A text on lines of at most `width`, broken at blanks; of a longer word the beginning.
  static func lines(
    _ text: String, size: Double, isBold: Bool = false, width limit: Double, atMost count: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || width(longer, size: size, isBold: isBold) <= limit {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > count {
      lines = Array(lines.prefix(count - 1)) + [lines[(count - 1)...].joined(separator: " ")]
    }
    return lines.map { shortened($0, size: size, isBold: isBold, width: limit) }
  }

  /// A text on one line, its end left out where it is wider than `limit`.
  static func shortened(
    _ text: String, size: Double, isBold: Bool = false, width limit: Double
  ) -> String {
    guard width(text, size: size, isBold: isBold) > limit else { return text }
    var shown = text
    while !shown.isEmpty, width(shown + "…", size: size, isBold: isBold) > limit {
      shown.removeLast()
    }
    return shown + "…"
  }
}
