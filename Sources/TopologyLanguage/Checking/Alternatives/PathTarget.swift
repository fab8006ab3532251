/// What a path such as `db.mttr` or `site.2.availability` means in a program.
struct PathTarget {
  /// The place of the statement among all.
  let place: Int
  /// The word of the value.
  let word: String
  /// Which of the values of that word, from 1; nil for the only one.
  private let ordinal: Int?
  private let path: PathSyntax
  private let name: String

  /// Tells values apart: two paths of one key mean the same value.
  var key: String { "\(place) \(word) \(ordinal ?? 1)" }

  /// Reads the words behind the name of a statement. Throws a ``Diagnostic`` at the path.
  init(
    _ path: PathSyntax, name: String, _ words: [String], place: Int, of content: Statement.Content
  ) throws(Diagnostic) {
    self.path = path
    self.name = name
    self.place = place
    switch content {
    case .law: word = try Self.word(words, among: ["mean"], path, name, plain: "mean")
    case .demand: word = try Self.word(words, among: ["demand"], path, name, plain: "demand")
    default:
      guard let last = words.last else { throw Self.missingWord(path, name, content) }
      word = last
    }
    switch content {
    case .law, .demand: ordinal = nil
    default:
      try Self.checkWord(word, path, name)
      ordinal = try Self.ordinal(words.dropLast(), word, path, name, of: content)
    }
  }

  /// Where the value stands among `count` of that word; nil where it must be added. Throws a
  /// ``Diagnostic`` where it isn't clear which is meant.
  func place(among count: Int) throws(Diagnostic) -> Int? {
    if let ordinal {
      guard (1...max(count, 1)).contains(ordinal), count > 0 else {
        throw Diagnostic(
          .valueOutOfRange, "'\(name)' has \(count) values of '\(word)', not \(ordinal)",
          at: path.span, fixes: count > 0 ? [text("\(count)", word)] : [text(word)])
      }
      return ordinal - 1
    }
    guard count > 1 else { return count == 1 ? 0 : nil }
    throw Diagnostic(
      .ambiguousScope,
      "'\(name)' has \(count) values of '\(word)'; say which, in the order of the text",
      at: path.span, fixes: (1...min(count, 3)).map { text("\($0)", word) })
  }

  private func text(_ words: String...) -> String {
    NameWriter.text(PathSyntax(segments: [name] + words))
  }

  // MARK: Words

  /// The one word of a law or a demand, which may be left out.
  private static func word(
    _ words: [String], among allowed: [String], _ path: PathSyntax, _ name: String, plain: String
  ) throws(Diagnostic) -> String {
    guard let last = words.last else { return plain }
    guard words.count == 1, allowed.contains(last) else {
      throw Diagnostic(
        .unknownClause, "'\(name)' is one value, and is changed by its name alone", at: path.span,
        fixes: [NameWriter.text(Identifier(name))])
    }
    return last
  }

  private static func missingWord(
    _ path: PathSyntax, _ name: String, _ content: Statement.Content
  ) -> Diagnostic {
    let first = content.firstWord ?? "mttr"
    return Diagnostic(
      .missingWord, "say which value of '\(name)' is changed, as in \(name).\(first)",
      at: path.span, fixes: [NameWriter.text(PathSyntax(segments: [name, first]))])
  }

  private static func checkWord(
    _ word: String, _ path: PathSyntax, _ name: String
  ) throws(Diagnostic) {
    guard !ClauseContent.pathWords.contains(word) else { return }
    if ClauseContent.wordsWithoutValue.contains(word) {
      throw Diagnostic(
        .misplacedClause,
        "'\(word)' is no single value that a question can change: write another definition",
        at: path.span)
    }
    let nearest = Spelling.nearest(to: word, among: ClauseContent.pathWords)
    let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
    throw Diagnostic(
      .unknownClause, "'\(name)' has no value called '\(word)'\(hint)", at: path.span,
      fixes: nearest.map { [NameWriter.text(PathSyntax(segments: [name, $0]))] } ?? [],
      notes: nearest == nil
        ? ["values are called \(ClauseContent.pathWords.joined(separator: ", "))"] : [])
  }

  private static func ordinal(
    _ words: ArraySlice<String>, _ word: String, _ path: PathSyntax, _ name: String,
    of content: Statement.Content
  ) throws(Diagnostic) -> Int? {
    guard let first = words.first else { return nil }
    let plain = NameWriter.text(PathSyntax(segments: [name, word]))
    guard words.count == 1, let ordinal = Int(first) else {
      let called = (words + [word]).joined(separator: ".")
      throw Diagnostic(
        .unknownClause, "'\(name)' has no value called '\(called)'", at: path.span,
        fixes: [plain])
    }
    guard content.hasExpression else {
      throw Diagnostic(
        .misplacedClause, "all of '\(name)' have the same \(word)", at: path.span, fixes: [plain])
    }
    return ordinal
  }
}

extension Statement.Content {
  /// True for what is composed, so that a word may have several values in it.
  fileprivate var hasExpression: Bool {
    switch self {
    case .declaration(let declaration): declaration.expression != nil
    case .definition: true
    default: false
    }
  }

  /// The first value of a definition.
  fileprivate var firstWord: String? {
    switch self {
    case .declaration(let declaration):
      declaration.clauses.lazy.compactMap(\.content.pathWord).first { $0 != "count" }
    case .definition(let definition):
      definition.expression.literals.count == 1
        ? "availability" : definition.clauses.lazy.compactMap(\.content.pathWord).first
    default: nil
    }
  }
}
