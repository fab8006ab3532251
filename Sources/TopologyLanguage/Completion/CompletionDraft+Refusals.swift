// What the grammar takes and the checker refuses.
extension CompletionDraft {
  /// True for words that stand only where a whole group does, and mean nothing here: no condition
  /// and no range is one of laws.
  func isOutOfPlace(_ group: GrammarWord.Group) -> Bool {
    group == .laws && !takesBelief && (place.isBehindComparison || isAtRangeOfSearch)
  }

  private var isAtRangeOfSearch: Bool {
    place.question.first?.keyword == .find && place.token(1)?.keyword == .in
  }

  /// True for a word that has no meaning in the question or the declaration here.
  func isRefused(_ word: GrammarWord) -> Bool {
    if word.text == Keyword.posterior.rawValue { return !takesBelief }
    if place.isInner, place.question.isEmpty { return !Self.isAboutTopology(word) }
    if word.text == "given" { return !takesGiven }
    if word.text == Keyword.with.rawValue { return asksForSurvival }
    guard place.token(1)?.kind == .comma, place.question.first?.keyword != .fit,
      Parser.simulationOptions.contains(word.text)
    else { return false }
    return !OptionWords.accepted(at: place).contains(word.text)
  }

  /// A change is for one question; what is declared, and words to the program, stand alone.
  private static func isAboutTopology(_ word: GrammarWord) -> Bool {
    guard let keyword = Keyword.byWord[word.text] else { return true }
    return keyword.beginsQuestion && keyword != .fit && word.kind != .command
  }

  /// What a window has lost so far is said once, of a chance.
  private var takesGiven: Bool {
    OptionWords.asksForChance(place) && !place.question.contains { place.text($0) == "given" }
  }

  private var asksForSurvival: Bool {
    place.question.first?.keyword == .check
      && place.question.contains { place.text($0) == "survives" }
  }

  /// True where a value of the topology stands, which may be believed rather than known: not in
  /// goals, conditions, options, windows and contracts.
  private var takesBelief: Bool {
    guard let first = place.tokens.first else { return true }
    switch first.keyword {
    case .sla: return false
    case .changes, .maintenance:
      return place.token(1)?.kind == .word
    case .with, .set: return !place.isInner
    case let keyword?: return !keyword.beginsQuestion || isAtSubject
    case nil: return place.text(first) != "P"
    }
  }

  /// `simulate ` and an expression.
  private var isAtSubject: Bool {
    place.tokens.first?.keyword == .simulate
      && !place.tokens.contains {
        $0.keyword == .for || Parser.simulationOptions.contains(place.text($0))
      }
  }
}
