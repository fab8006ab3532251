import ServiceLevels

/// Words to the program.
extension Checker {
  /// The topic of `help mttr` or `help error budget`; nil for `help` alone.
  func topic(of words: [Written<String>]) throws(Diagnostic) -> HelpTopic? {
    guard let first = words.first, let last = words.last else { return nil }
    let word = words.map(\.value).joined(separator: " ")
    if let topic = HelpTopic.named(word) { return topic }
    let nearest = HelpTopic.nearest(to: word)
    let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
    throw Diagnostic(
      .unknownWord, "there is no help on '\(word.prefix(40))'\(hint)",
      at: first.span.through(last.span), fixes: nearest.map { [$0] } ?? [],
      notes: ["`help` alone lists the words"])
  }

  /// `info shop`; of a published promise the catalogue tells.
  func information(
    _ words: [Written<String>], _ span: SourceSpan
  ) throws(Diagnostic) -> CheckedQuestion {
    guard let name = words.first else {
      throw Diagnostic(
        .expectedName, "say whose: `info` and a name", at: span.after,
        notes: ["`list` tells the names"])
    }
    guard words.count == 1 else {
      throw Diagnostic(
        .unexpectedText, "'info' takes one name", at: name.span.after.through(span), fixes: [""])
    }
    if let information = Information(of: name.value, in: source) {
      return .information(information)
    }
    if CommitmentCatalogue.published.named(name.value) != nil { return .catalogue([name.value]) }
    let unknown = UnknownName(name.value, among: KnownName.all(in: source).map(\.text))
    throw Diagnostic(
      .unknownName, "nothing is called '\(name.value.prefix(40))'\(unknown.question)",
      at: name.span, fixes: unknown.fixes)
  }

  /// A word that stands alone and names nothing may be one that begins a statement: `lits`.
  func misspeltFirstWord(_ name: Identifier, _ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.code == .unknownName, diagnostic.fixes.isEmpty else { return diagnostic }
    if Parser.promptWords.contains(name.text) {
      return Diagnostic(promptWord: name.text, at: name.span)
    }
    let words = Parser.firstWords + Parser.promptWords
    guard let nearest = Spelling.nearest(to: name.text, among: words) else { return diagnostic }
    return Diagnostic(
      .unknownName, "\(diagnostic.message); did you mean '\(nearest)'?", at: name.span,
      fixes: [nearest], notes: diagnostic.notes)
  }
}

extension Diagnostic {
  /// A word of the prompt in a text that is answered once.
  init(promptWord word: String, at span: SourceSpan) {
    self.init(
      .promptWord, "'\(word)' is a word of the prompt: start `nines` without words", at: span,
      notes: Self.insteadOf(word))
  }

  /// What does that on the shell.
  private static func insteadOf(_ word: String) -> [String] {
    switch word {
    case "load": ["on the shell a file comes first, as in `nines shop.nines why shop`"]
    case "save": ["`nines fmt shop.nines` prints the canonical form of a file"]
    case "set": ["`with db.mttr 10min: shop` asks with another value"]
    default: []
    }
  }
}
