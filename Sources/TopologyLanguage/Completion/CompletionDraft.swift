import Quantities

/// Gathers what may stand at one place.
struct CompletionDraft {
  let place: CompletionPlace
  let names: [KnownName]
  let settings: [String]
  let trial: WordTrial

  init(_ place: CompletionPlace, names: [KnownName], settings: [String]) {
    self.place = place
    self.names = names
    self.settings = settings
    trial = WordTrial(at: place)
  }

  var list: CompletionList {
    if let file = expectedFile { return file }
    if let candidates = commandWords { return list(of: candidates) }
    let words = place.isQuoted ? [] : units + grammarWords
    return list(of: nameCandidates + settingWords + words)
  }

  /// Each text once, in the order of the kinds.
  func list(of candidates: [CompletionCandidate]) -> CompletionList {
    var seen: Set<String> = []
    let once = candidates.filter { seen.insert($0.text).inserted }
    let ordered = CompletionCandidate.Kind.allCases.flatMap { kind in
      once.filter { $0.kind == kind }
    }
    return CompletionList(replacing: place.span, candidates: ordered)
  }

  /// True for a word that begins like what is typed, in small or capital letters.
  func begins(_ word: String) -> Bool {
    word.utf8.count >= place.typed.utf8.count
      && zip(word.utf8, place.typed.utf8).allSatisfy { Self.small($0) == Self.small($1) }
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// The title of the help on a word.
  private static func meaning(of word: String) -> String { HelpTopic.named(word)?.title ?? "" }

  // MARK: Words of the language

  private var grammarWords: [CompletionCandidate] {
    let takesName = trial.takesName
    if takesName, case .path = NameRole(at: place) { return [] }
    let groups = Set(GrammarWord.Group.allCases.filter { trial.takes($0.sample) })
    let words = GrammarWord.all.filter { word in
      begins(word.text) && !(word.isName && takesName) && !isOutOfPlace(word)
        && word.group.map(groups.contains) ?? trial.takes(word)
    }
    let takesClauses = groups.contains(.clauses)
    return words.compactMap { candidate($0, takesClauses: takesClauses) } + beginnings(takesName)
  }

  /// Words of questions that are names elsewhere.
  private func beginnings(_ takesName: Bool) -> [CompletionCandidate] {
    let words = GrammarWord.beginnings.filter { begins($0.text) }
    guard !words.isEmpty else { return [] }
    let isAtBeginning = trial.takes("check")
    return words.filter { isAtBeginning || !takesName && trial.takes($0) }.map {
      CompletionCandidate($0.text, $0.kind, description: Self.meaning(of: $0.text))
    }
  }

  /// A word that begins a clause there must have a meaning there.
  private func candidate(_ word: GrammarWord, takesClauses: Bool) -> CompletionCandidate? {
    let isClause = takesClauses && Keyword.byWord[word.text]?.beginsClause ?? false
    guard !isClause || trial.means(clause: word.text + word.rest) else { return nil }
    return CompletionCandidate(
      word.text, isClause ? .clause : word.kind, description: Self.meaning(of: word.text))
  }

  /// True for what the grammar takes and nobody means: `of` behind a name that counts nothing, an
  /// option for the second time, and what stands among the units.
  private func isOutOfPlace(_ word: GrammarWord) -> Bool {
    let last = place.token(1)
    if last?.kind == .number { return DurationUnit(word: word.text) != nil }
    if word.text == "of", let last, last.isName {
      let name = last.name(in: place.source)
      return names.contains { $0.text == name && $0.kind != .free }
    }
    guard last?.kind == .comma, Parser.simulationOptions.contains(word.text) else { return false }
    return place.tokens.contains { $0.keyword?.rawValue == word.text }
  }

  // MARK: Units

  /// Behind a number; units of time and flow not behind one that counts.
  private var units: [CompletionCandidate] {
    guard place.token(1)?.kind == .number else { return [] }
    let isCount = place.token(2)?.keyword == .of || place.text(place.token(2)) == "survives"
    let takesName = trial.takesName
    var words = taken(GrammarWord.percentSigns)
    // The smallest unit may stand behind any other.
    if !takesName, trial.takes("ns") {
      let times = taken(GrammarWord.times)
      words += times.isEmpty ? taken(GrammarWord.longTimes) : times
    } else if !isCount {
      words += taken(GrammarWord.flows)
    }
    return words.map { CompletionCandidate($0.text, .unit, description: Self.meaning(of: $0.text)) }
  }

  private func taken(_ words: [GrammarWord]) -> [GrammarWord] {
    words.filter { begins($0.text) && trial.takes($0) }
  }
}
