import ServiceLevels

// Words to the program, behind which the grammar takes anything.
extension CompletionDraft {
  /// The words behind a command; nil where the statement is none.
  var commandWords: [CompletionCandidate]? {
    guard let first = place.tokens.first, first.kind == .word else { return nil }
    if Parser.promptWords.contains(place.text(first)), place.tokens.count == 1 { return [] }
    guard let command = first.keyword.flatMap({ Question.Command(rawValue: $0.rawValue) }) else {
      return nil
    }
    switch command {
    case .info: return place.tokens.count == 1 ? allNames : []
    case .catalogue: return catalogueWords
    case .set: return settingValues
    case .help: return topics
    case .list, .save, .load, .undo: return []
    }
  }

  private var allNames: [CompletionCandidate] {
    names.filter { $0.kind != .free && begins($0.text) }.map {
      CompletionCandidate(
        NameWriter.text(Identifier($0.text)), .name, description: $0.kind.rawValue)
    }
  }

  private var catalogueWords: [CompletionCandidate] {
    CommitmentCatalogue.published.commitments.filter { begins($0.name) }.map {
      CompletionCandidate($0.name, .catalogue, description: $0.service)
    }
  }

  /// Behind `set`, besides the values of definitions.
  var settingWords: [CompletionCandidate] {
    guard place.tokens.count == 1, place.tokens.first?.keyword == .set else { return [] }
    return settings.map(\.name).filter { begins($0) }.map {
      CompletionCandidate($0, .keyword, description: "an option of the prompt")
    }
  }

  /// `set format `; nil behind anything that isn't an option.
  private var settingValues: [CompletionCandidate]? {
    let name = place.text(place.tokens.dropFirst().first)
    guard let setting = settings.first(where: { $0.name == name }) else { return nil }
    guard place.tokens.count == 2 else { return [] }
    return setting.values.filter { begins($0) }.map {
      CompletionCandidate($0, .keyword, description: "a value of \(name)")
    }
  }

  private var topics: [CompletionCandidate] {
    let words = place.tokens.dropFirst().map { place.text($0).lowercased() }
    guard words.isEmpty else { return rests(behind: words.joined(separator: " ") + " ") }
    return HelpTopic.all.filter { begins($0.word) }.map {
      CompletionCandidate($0.word, .topic, description: $0.title)
    }
  }

  /// `help error `: what follows in the words of several that the help knows.
  private func rests(behind start: String) -> [CompletionCandidate] {
    HelpTopic.all.flatMap { topic in
      ([topic.word] + topic.synonyms).filter { $0.hasPrefix(start) }
        .map { String($0.dropFirst(start.count)) }.filter { begins($0) }
        .map { CompletionCandidate($0, .topic, description: topic.title) }
    }
  }
}

// Files.
extension CompletionDraft {
  /// The list of a place where a file is named; nil elsewhere.
  var expectedFile: CompletionList? {
    if let list = commandFile { return list }
    guard isAtQuotedFile else { return nil }
    return CompletionList(
      replacing: place.span, file: CompletionList.FilePrefix(place.typed, needsQuotes: true))
  }

  /// `fit "incidents.csv"`, `empirical("repairs.csv")`, `demand day: "day.csv"`
  private var isAtQuotedFile: Bool {
    switch place.token(1) {
    case let token? where token.keyword == .fit: true
    case let token? where token.kind == .openParenthesis: place.token(2)?.keyword == .empirical
    case let token? where token.kind == .colon:
      place.tokens.first?.keyword == .demand && place.isQuoted
    default: false
    }
  }

  /// `load shop.nines`: its name runs back to the blank.
  private var commandFile: CompletionList? {
    guard let command = place.tokens.first, command.keyword == .load || command.keyword == .save
    else { return nil }
    let bytes = place.source.bytes
    let blank = bytes.lastIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let start = place.isQuoted ? place.span.offset : max(command.span.end, (blank ?? -1) + 1)
    let span = SourceSpan(offset: start, length: bytes.count - start)
    let typed = place.isQuoted ? place.typed : place.source.text(in: span)
    return CompletionList(
      replacing: span,
      file: CompletionList.FilePrefix(typed, needsQuotes: place.isQuoted))
  }
}
