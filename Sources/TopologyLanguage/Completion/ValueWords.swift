/// What the tokens of a statement say about its values, whether or not it has mistakes.
enum ValueWords {
  /// The words of the values that a question may change, each once, in their order.
  static func words(of statement: ArraySlice<Token>) -> [String] {
    var words: [String] = []
    for place in statement.indices.dropFirst(2) {
      for word in found(at: place, in: statement) where !words.contains(word) { words.append(word) }
    }
    return words
  }

  private static func found(at place: Int, in statement: ArraySlice<Token>) -> [String] {
    let token = statement[place]
    switch token.keyword {
    case .of: return ["need", "count"]
    case .per: return isCount(place - 1, in: statement) ? ["count"] : []
    case let word? where ClauseContent.pathWords.contains(word.rawValue): return [word.rawValue]
    case .nines: return isLiteral(place - 1, in: statement) ? ["availability"] : []
    default:
      let isPercent = token.kind == .percentSign && isLiteral(place - 1, in: statement)
      return isPercent ? ["availability"] : []
    }
  }

  /// True for the count of `2 per az`, not for `99.9% per month`.
  private static func isCount(_ place: Int, in statement: ArraySlice<Token>) -> Bool {
    let isCounting = statement[place].kind == .number || statement[place].isName
    return isCounting && isLiteral(place, in: statement)
  }

  /// True for a value that no word stands before.
  private static func isLiteral(_ place: Int, in statement: ArraySlice<Token>) -> Bool {
    guard place > statement.startIndex else { return false }
    return statement[place - 1].kind != .word
  }

  /// The first number that stands alone; 0 without one.
  static func number(in statement: ArraySlice<Token>, of text: SourceText) -> Int {
    guard statement.count > 3 else { return 0 }
    let token = statement[statement.startIndex + 3]
    return token.kind == .number ? Int(text.text(in: token.span)) ?? 0 : 0
  }
}

/// Names that stand where a number may, and are not a law's or a part's: what `find` looks for.
enum FreeCounts {
  static func names(in statement: ArraySlice<Token>, of text: SourceText) -> [String] {
    statement.indices.filter { isCount($0, in: statement) }.map { statement[$0].name(in: text) }
  }

  private static func isCount(_ place: Int, in statement: ArraySlice<Token>) -> Bool {
    guard statement[place].isName else { return false }
    let next = statement.index(after: place)
    let isCounted =
      next < statement.endIndex
      && (statement[next].keyword == .of || statement[next].keyword == .per)
    guard !isCounted, place > statement.startIndex else { return isCounted }
    switch statement[place - 1].keyword {
    case .need, .crews, .mttr, .mtbf, .failover, .detect, .capacity: return true
    default: return false
    }
  }
}
