/// An entry of several lines as one line that says the same, for a history of lines.
package enum EntryLine {
  /// The entry in one line: comments are left out, line ends in braces become commas, and those
  /// between statements semicolons. Takes time proportional to the length.
  package static func text(of entry: String) -> String {
    let lines = entry.split(separator: "\n").map { uncommented($0).trimmed }.filter { !$0.isEmpty }
    guard var text = lines.first else { return "" }
    var depth = Depth(of: text)
    for (above, line) in zip(lines, lines.dropFirst()) {
      text += separator(above, line, depth) + line
      depth.follow(line)
    }
    return text
  }

  private static func separator(_ above: String, _ line: String, _ depth: Depth) -> String {
    let isContinued =
      depth.parentheses > 0 || above.last.map { "=:,(&|+*<>{".contains($0) } ?? false
      || endsInOperator(above) || line.hasPrefix("}")
    guard !isContinued else { return " " }
    return depth.braces > 0 ? ", " : "; "
  }

  private static func endsInOperator(_ text: String) -> Bool {
    ["and", "or", "else"].contains(text.split(whereSeparator: \.isWhitespace).last.map(String.init))
  }

  /// What is open at the end of a text, outside of quotes.
  private struct Depth {
    var parentheses = 0
    var braces = 0

    init(of text: String) { follow(text) }

    mutating func follow(_ text: String) {
      for (character, isQuoted) in EntryLine.marked(text) where !isQuoted {
        switch character {
        case "(": parentheses += 1
        case ")": parentheses -= 1
        case "{": braces += 1
        case "}": braces -= 1
        default: break
        }
      }
    }
  }

  private static func uncommented(_ line: Substring) -> String {
    String(marked(String(line)).prefix { $0.character != "#" || $0.isQuoted }.map(\.character))
  }

  /// The characters of a line, each with whether it stands in quotes.
  private static func marked(_ line: String) -> [(character: Character, isQuoted: Bool)] {
    var isQuoted = false
    var previous: Character = " "
    return line.map { character in
      if character == "\"", !isQuoted || previous != "\\" { isQuoted.toggle() }
      previous = character
      return (character, isQuoted)
    }
  }
}
