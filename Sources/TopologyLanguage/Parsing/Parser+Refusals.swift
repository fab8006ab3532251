// The sentences of refusal that every part of the grammar shares.
extension Parser {
  /// True where the text ends but would go on at the prompt.
  var isUnfinished: Bool {
    current.kind == .end && (openParentheses > 0 || previous?.isContinued ?? false)
  }

  /// What stands here, for a sentence.
  var found: String {
    switch current.kind {
    case .end: "the end of the text"
    case .newline: "the end of the line"
    default: "'\(source.text(in: foundSpan).prefix(40))'"
    }
  }

  /// Where it stands: a value with its unit, or just behind the previous token at the end of a line.
  var foundSpan: SourceSpan {
    if current.kind == .end || current.kind == .newline { return gap }
    guard current.kind == .number else { return current.span }
    let next = peek()
    let isUnit =
      next.kind == .percentSign || next.keyword == .nines
      || next.kind == .word && (isGlued(current, next) || durationUnit(next) != nil)
    return isUnit ? current.span.through(next.span) : current.span
  }

  /// The refusal of what stands here; a character without meaning has a sentence of its own.
  func refusal(
    _ code: DiagnosticCode, _ message: String, fixes: [String] = [], notes: [String] = []
  ) -> Diagnostic {
    if let diagnostic = symbolRefusal() ?? signRefusal() { return diagnostic }
    return Diagnostic(
      code, message, at: foundSpan, fixes: fixes, notes: notes, isIncomplete: isUnfinished)
  }

  /// The refusal of a missing piece, to be inserted behind the previous token.
  func missing(_ code: DiagnosticCode, _ message: String, insert fixes: String...) -> Diagnostic {
    if let diagnostic = symbolRefusal() { return diagnostic }
    return Diagnostic(code, message, at: gap, fixes: fixes, isIncomplete: isUnfinished)
  }

  func expected(_ what: String, _ code: DiagnosticCode, after word: String) -> Diagnostic {
    refusal(code, "expected \(what) after \(word), found \(found)")
  }

  /// `mtbf = 30d` and `mtbf: 30d`.
  private func signRefusal() -> Diagnostic? {
    guard current.kind == .equals || current.kind == .colon,
      let word = previous, word.keyword?.beginsClause ?? false
    else { return nil }
    return Diagnostic(
      .unexpectedText, "the value follows '\(text(word))' without '\(text(current))'",
      at: current.span, fixes: [""])
  }

  /// Takes `keyword`, or refuses what stands in its place.
  mutating func expect(_ keyword: Keyword, after word: String) throws(Diagnostic) {
    guard !take(keyword) else { return }
    let wanted = keyword.rawValue
    let isNear =
      current.keyword == nil && Spelling.nearest(to: text(current), among: [wanted]) != nil
    let isOtherWindow = keyword == .month && current.kind == .word
    if current.kind == .word, isNear || isOtherWindow {
      throw refusal(
        .unknownWord, "expected '\(wanted)' after \(word), found \(found)", fixes: [wanted])
    }
    throw missing(
      .missingWord, "expected '\(wanted)' after \(word), found \(found)", insert: " \(wanted)")
  }

  /// Refuses a word that is none of `words`, with the nearest of them.
  func unknownWord(
    _ what: String, among words: [String], _ code: DiagnosticCode = .unknownWord
  ) -> Diagnostic {
    // Of a form such as `whole minutes` the first word is what was misspelt.
    let firsts = words.map { String($0.prefix { $0 != " " }) }
    let nearest =
      looksForNearWords && current.kind == .word
      ? Spelling.nearest(to: text(current), among: firsts) : nil
    let list = Self.list(words)
    return refusal(
      code, "expected \(what) (\(list)), found \(found)", fixes: nearest.map { [$0] } ?? [])
  }

  /// `a, b or c`
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
