extension String {
  /// The text on lines of at most `columns`, broken at blanks; a word that is longer stays whole.
  ///
  /// `later` is the width of all lines but the first. Blanks where a line is broken are left out, all
  /// others stay. Nil leaves the text on one line. Cost: linear.
  public func wrapped(to columns: Int?, later: Int? = nil) -> [String] {
    guard let columns, terminalColumns > columns else { return [self] }
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces {
      let limit = lines.isEmpty ? columns : later ?? columns
      let wide = piece.blanks + piece.word.terminalColumns
      if width > 0, width + wide > limit {
        lines.append(line)
        (line, width) = (String(piece.word), wide - piece.blanks)
      } else {
        line += String(repeating: " ", count: piece.blanks) + piece.word
        width += wide
      }
    }
    return lines + [line]
  }

  /// The words, each with the number of blanks before it.
  private var pieces: [(blanks: Int, word: Substring)] {
    var pieces: [(Int, Substring)] = []
    var blanks = 0
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if word.isEmpty {
        blanks += 1
      } else {
        pieces.append((blanks, word))
        blanks = 1
      }
    }
    return pieces
  }
}
