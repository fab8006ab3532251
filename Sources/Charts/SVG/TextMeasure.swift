import Quantities

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

  /// A text on at most `count` lines of at most `width`; what doesn't fit is left out at the end.
  static func lines(
    _ text: String, size: Double, isBold: Bool = false, width limit: Double, atMost count: Int
  ) -> [String] {
    let lines = wrapped(text, size: size, isBold: isBold, width: limit)
    guard lines.count > count else { return lines.map { trimmed($0) } }
    let rest = lines[(count - 1)...].joined()
    let names = ShortenedNames { width($0, size: size, isBold: isBold) <= limit }
    return lines.prefix(count - 1).map { trimmed($0) } + [names.shortened(rest, share: 1)]
  }

  /// All of a text on lines of at most `width`, each with the blank that it was broken at: broken between
  /// words, words that are wider than a line within them.
  static func wrapped(
    _ text: String, size: Double, isBold: Bool = false, width limit: Double
  ) -> [String] {
    let fits = { (text: String) in width(text, size: size, isBold: isBold) <= limit + 0.01 }
    var lines: [String] = []
    for piece in words(of: text).flatMap({ fits(trimmed($0)) ? [$0] : parts(of: $0, fits) }) {
      if let last = lines.last, fits(trimmed(last + piece)) {
        lines[lines.count - 1] = last + piece
      } else {
        lines.append(piece)
      }
    }
    return lines
  }

  /// Without the blank at its end.
  static func trimmed(_ line: String) -> String {
    line.hasSuffix(" ") ? String(line.dropLast()) : line
  }

  /// Each with one blank behind it but the last; a number and its unit are one.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ") {
      if let last = words.last?.last, last.isNumber, units.contains(word.prefix { $0.isLetter }) {
        words[words.count - 1] += " " + word
      } else {
        words.append(String(word))
      }
    }
    return words.dropLast().map { $0 + " " } + words.suffix(1)
  }

  private static let units = Set(DurationUnit.allCases.map { Substring($0.symbol) })

  /// A word in parts that end with a hyphen, a dot or the like; in letters where they are too wide still.
  private static func parts(of word: String, _ fits: (String) -> Bool) -> [String] {
    var parts: [String] = [""]
    for letter in word {
      parts[parts.count - 1].append(letter)
      if "-._/".contains(letter) { parts.append("") }
    }
    return parts.filter { !$0.isEmpty }.flatMap { part in
      fits(trimmed(part)) ? [part] : part.map { String($0) }
    }
  }

  /// A text on one line, its middle left out where it is wider than `limit`.
  static func shortened(
    _ text: String, size: Double, isBold: Bool = false, width limit: Double
  ) -> String {
    ShortenedNames { width($0, size: size, isBold: isBold) <= limit }.shortened(text)
  }
}
