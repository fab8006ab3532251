extension String {
  /// The text on lines of at most `columns`, broken at blanks; a word that is longer stays whole, and
  /// so do figures with their errors and units where they fit on a line.
  ///
  /// `later` is the width of all lines but the first. Blanks where a line is broken are left out, all
  /// others stay. Nil leaves the text on one line. Cost: linear.
  public func wrapped(to columns: Int?, later: Int? = nil) -> [String] {
    guard let columns, terminalColumns > columns else { return [self] }
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in Piece.pieces(of: self, upTo: Swift.min(columns, later ?? columns)) {
      let limit = lines.isEmpty ? columns : later ?? columns
      let wide = piece.blanks + piece.text.terminalColumns
      if width > 0, width + wide > limit {
        lines.append(line)
        (line, width) = (piece.text, wide - piece.blanks)
      } else {
        line += String(repeating: " ", count: piece.blanks) + piece.text
        width += wide
      }
    }
    return lines + [line]
  }
}

/// What isn't broken, with the number of blanks before it.
private struct Piece {
  var blanks: Int
  var text: String

  /// The words of a text, those that belong together joined unless they are wider than `columns`.
  static func pieces(of text: String, upTo columns: Int) -> [Piece] {
    var joined: [Piece] = []
    var last = ""
    for word in words(of: text) {
      let whole = joined.last.map { $0.text + " " + word.text } ?? ""
      if word.blanks == 1, belongs(word.text, behind: last), whole.terminalColumns <= columns {
        joined[joined.count - 1].text = whole
      } else {
        joined.append(word)
      }
      last = word.text
    }
    return joined
  }

  private static func words(of text: String) -> [Piece] {
    var words: [Piece] = []
    var blanks = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if word.isEmpty {
        blanks += 1
      } else {
        words.append(Piece(blanks: blanks, text: String(word)))
        blanks = 1
      }
    }
    return words
  }

  /// A figure's sign of error, its error, and its unit, such as `± 0.05 min,`.
  private static func belongs(_ word: String, behind last: String) -> Bool {
    if word == "±" || last == "±" { return true }
    return isFigure(last) && word.count <= 4 && word.first?.isLetter == true
  }

  private static func isFigure(_ word: String) -> Bool {
    word.last?.isNumber == true && word.drop { "(+-".contains($0) }.first?.isNumber == true
  }
}
