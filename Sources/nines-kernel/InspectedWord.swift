import Nines

/// What a place in a cell may mean.
enum InspectedWord: Equatable {
  /// A name, such as `web`, `az.1`, or what stands in quotes.
  case name(String)
  /// A word of the help, such as `mttr` or `error budget`.
  case topic(String)

  /// What stands around the scalar `cursor` of a text, or just before it, the likeliest first: of
  /// `db.mttr` the whole, then what the cursor is at, then what stands before that. Takes time in
  /// proportion to the text.
  static func candidates(at cursor: Int, in code: String) -> [InspectedWord] {
    let text = CellScalars(code)
    let place = min(max(0, cursor), text.scalars.count)
    if let name = text.quoted(around: place) { return [.name(name)] }
    guard let word = text.word(around: place) else { return [] }
    let ends = text.ends(of: word)
    let whole = ends.filter { $0 >= place }.map { text[word.lowerBound..<$0] }
    let before = ends.filter { $0 < place }.map { text[word.lowerBound..<$0] }
    let segment = text.segment(of: word, around: place)
    let names = whole.contains(segment) ? whole : whole + [segment]
    return names.map(Self.name) + text.pairs(around: word).map(Self.topic) + [.topic(segment)]
      + before.map(Self.name)
  }
}

/// The characters of a cell, read as the language reads them.
private struct CellScalars {
  let scalars: [Unicode.Scalar]

  init(_ code: String) { scalars = Array(code.unicodeScalars) }

  subscript(range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range])
    return text
  }

  /// The name in quotes around a place, which begins and ends on its line; nil outside of quotes.
  func quoted(around place: Int) -> String? {
    let start = scalars[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    var opening: Int?
    var index = start
    while index < scalars.count, scalars[index] != "\n", index <= place || opening != nil {
      switch (scalars[index], opening) {
      case ("\\", _?): index += 1
      case ("\"", let begin?):
        if place <= index + 1 { return QuotedText.unescape(self[begin + 1..<index]) }
        opening = nil
      case ("\"", nil): opening = index
      case ("#", nil): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Letters, digits and `_`, and dashes and dots that stand inside; nil where there are none.
  func word(around place: Int) -> Range<Int>? {
    var (start, end) = (place, place)
    while isInWord(start - 1) { start -= 1 }
    while isInWord(end) { end += 1 }
    return start < end ? start..<end : nil
  }

  private func isInWord(_ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    let isJoint = scalars[index] == "." || scalars[index] == "-"
    return isJoint ? isLetter(index - 1) && isLetter(index + 1) : isLetter(index)
  }

  private func isLetter(_ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    let scalar = scalars[index]
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }

  /// Where the word ends, and each path before it: the longest first.
  func ends(of word: Range<Int>) -> [Int] {
    [word.upperBound] + word.filter { scalars[$0] == "." }.reversed()
  }

  /// What stands between two dots.
  func segment(of word: Range<Int>, around place: Int) -> String {
    let start = word.prefix { $0 < place }.last { scalars[$0] == "." }.map { $0 + 1 }
    let end = word.first { $0 >= place && scalars[$0] == "." }
    return self[(start ?? word.lowerBound)..<(end ?? word.upperBound)]
  }

  /// A word with the one before it, and with the one behind it, on its line.
  func pairs(around word: Range<Int>) -> [String] {
    var (before, behind) = (word.lowerBound, word.upperBound)
    while before > 0, scalars[before - 1] == " " { before -= 1 }
    while behind < scalars.count, scalars[behind] == " " { behind += 1 }
    let neighbours = [
      before < word.lowerBound ? self.word(around: before) : nil,
      behind > word.upperBound ? self.word(around: behind) : nil,
    ]
    let words = [neighbours[0], word, neighbours[1]].compactMap { $0.map { self[$0] } }
    return zip(words, words.dropFirst()).map { "\($0) \($1)" }
  }
}
