import TerminalText

/// Text as Markdown that shows it as it is; what stands between backquotes stays code.
enum MarkdownText {
  /// Text in a paragraph, a list or a heading of its own, where a mark at its beginning would make it
  /// something else: `#`, `>`, `-`, `+`, `=`, or a number with a point or a bracket.
  static func line(_ text: String) -> String {
    let escaped = escaped(text)
    let number = escaped.prefix { $0.isNumber }
    let rest = escaped.dropFirst(number.count)
    guard let mark = rest.first else { return escaped }
    let isList = number.isEmpty ? "#>-+=".contains(mark) : ".)".contains(mark) && isMarkOnly(rest)
    return isList ? number + "\\" + rest : escaped
  }

  /// Whether a blank follows the first character, as it must behind an item's number.
  private static func isMarkOnly(_ text: Substring) -> Bool {
    text.dropFirst().first.map { $0 == " " } ?? true
  }

  /// Text in a cell of a table, where a bar would end the cell, in code as well (GitHub Flavored
  /// Markdown 0.29, example 200).
  static func cell(_ text: String) -> String {
    escaped(text).replacingScalars { $0 == "|" ? "\\|" : nil }
  }

  /// Several lines in one cell.
  static func cell(_ lines: [String]) -> String {
    lines.map { cell($0) }.joined(separator: "<br>")
  }

  /// Every other part between backquotes is code, unless the last has no end.
  private static func escaped(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    let isClosed = !parts.count.isMultiple(of: 2)
    return parts.enumerated().map { place, part in
      let isLast = place == parts.count - 1
      if place.isMultiple(of: 2) { return (place == 0 ? "" : "`") + escapedProse(part) }
      return isLast && !isClosed ? "\\`" + escapedProse(part) : "`" + part
    }.joined()
  }

  /// An underscore within a word means nothing to Markdown.
  private static func escapedProse(_ text: Substring) -> String {
    var escaped = ""
    var previous: Unicode.Scalar = " "
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let isWithin =
        scalar == "_" && isOfWord(previous) && place + 1 < scalars.count
        && isOfWord(scalars[place + 1])
      if marks.contains(scalar), !isWithin { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
      previous = scalar
    }
    return escaped
  }

  private static let marks = Set("\\*_<[]~&".unicodeScalars)

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }
}
