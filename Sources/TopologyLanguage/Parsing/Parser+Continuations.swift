// Misspelt words where several may follow.
extension Parser {
  /// `simulate shop fr 1y`: the refusal of a word near one that may stand here; nil for any other.
  func misspeltContinuation() -> Diagnostic? {
    guard looksForNearWords, isName(current), current.kind == .word,
      let nearest = nearestContinuation
    else { return nil }
    let isCapital = text(current).lowercased() == nearest
    return Diagnostic(
      .unknownWord,
      isCapital
        ? "'\(nearest)' is written in small letters"
        : "\(found) has no meaning here; did you mean '\(nearest)'?",
      at: current.span, fixes: [nearest])
  }

  private static let continuations = Keyword.allCases.map(\.rawValue) + ["survives"]

  /// The nearest word that the grammar takes in the place of the current one: each is tried.
  private var nearestContinuation: String? {
    let word = text(current)
    guard Spelling.nearest(to: word, among: Self.continuations) != nil else { return nil }
    // Few slips are in the first letter.
    var words = Self.continuations.filter { $0.first == word.first }
    words += Self.continuations.filter { $0.first != word.first }
    while let nearest = Spelling.nearest(to: word, among: words) {
      if takesHere(nearest) { return nearest }
      words.removeAll { $0 == nearest }
    }
    return nil
  }

  /// True where the statement up to here goes on with `word`.
  private func takesHere(_ word: String) -> Bool {
    let statement = source.bytes[statementStart..<max(statementStart, current.span.offset)]
    let text = Array(statement) + Array(word.utf8)
    do throws(Diagnostic) {
      _ = try Self.parse(SourceText(bytes: text), lookingForNearWords: false)
      return true
    } catch {
      return error.span.offset >= text.count
    }
  }
}
