/// Finds the word that was probably meant.
public enum Spelling {
  /// Words longer than this are not misspelt words of the language.
  private static let longestWord = 24
  /// Two slips of so short a word leave little of it.
  private static let shortWord = 4

  /// The nearest of `candidates` within two slips (one for words of up to four letters), the first of
  /// equally near ones, which has a letter in common with `word`; upper and lower case don't differ.
  ///
  /// Takes time in proportion to the candidates of about the same length.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= longestWord else { return nil }
    let wanted = Array(word.lowercased().utf8)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let limit = min(wanted.count, candidate.utf8.count) <= shortWord ? 1 : 2
      // Words of other lengths are at least as far apart as these; most need no look.
      guard abs(wanted.count - candidate.utf8.count) <= limit else { continue }
      let letters = Array(candidate.lowercased().utf8)
      let distance = distance(wanted, letters)
      guard distance <= limit, distance < best?.distance ?? .max, shareLetter(wanted, letters)
      else { continue }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// True for words that one letter stands in both of; a sign is near no word.
  private static func shareLetter(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.contains { (Lexer.isASCIILetter($0) || $0 >= 0x80) && right.contains($0) }
  }

  /// The Damerau-Levenshtein distance (optimal string alignment): insertions, deletions,
  /// substitutions and swaps of neighbours.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column] + (byte == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
