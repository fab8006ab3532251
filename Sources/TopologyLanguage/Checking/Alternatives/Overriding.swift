/// A program with some values changed: `with db.mttr 10min, web.count 4: …` edits the syntax before it
/// is checked.
///
/// A path is the name of a definition and the word of a clause with one value. The clause is
/// replaced, or added where the definition had the default; the checker then refuses what has no
/// meaning there, at the path.
struct Overriding {
  /// The statements with all changes so far.
  private(set) var statements: [Statement]
  /// The changes in their order.
  private(set) var changes: [ValueChange] = []
  /// The statement that gives each name.
  private let places: [String: Int]
  private var paths: Set<String> = []

  init(_ program: Program) {
    statements = program.statements
    places = Dictionary(
      program.statements.enumerated().compactMap { place, statement in
        statement.content.definedName.map { ($0.text, place) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private var names: Set<String> { Set(places.keys) }

  /// Changes one value. Throws a ``Diagnostic`` at the path or the value.
  mutating func apply(_ override: Override) throws(Diagnostic) {
    let target = try target(of: override.path)
    guard paths.insert(target.key).inserted else {
      throw Diagnostic(
        .duplicateClause,
        "'\(NameWriter.text(override.path))' is changed twice; keep one of the changes",
        at: override.path.span)
    }
    let value = ChangedValue(
      word: target.word, value: override.value, per: override.per,
      path: NameWriter.text(override.path))
    let (content, before) = try changed(
      statements[target.place].content, target, value, override.span)
    let old = statements[target.place]
    statements[target.place] = Statement(content, span: old.span, trivia: old.trivia)
    changes.append(
      ValueChange(
        path: value.path, before: before, after: TimeWriter.text(override)))
  }

  // MARK: Statements

  private func changed(
    _ content: Statement.Content, _ target: PathTarget, _ value: ChangedValue, _ span: SourceSpan
  ) throws(Diagnostic) -> (Statement.Content, before: String?) {
    switch content {
    case .declaration(let old):
      let new = try parts(old.expression, old.clauses, target, value, span)
      return (
        .declaration(
          Declaration(
            old.kind, name: old.name, expression: new.expression, clauses: new.clauses,
            kindSpan: old.kindSpan)), new.before
      )
    case .definition(let old):
      let new = try parts(old.expression, old.clauses, target, value, span)
      return (
        .definition(
          DefinitionSyntax(
            name: old.name, expression: new.expression ?? old.expression, clauses: new.clauses)),
        new.before
      )
    case .law(let name, let time):
      return (.law(name: name, try value.time()), TimeWriter.text(time))
    case .demand(let old):
      let changed = DemandDeclaration(
        name: old.name, source: .rate(try value.rate()), growth: old.growth)
      return (.demand(changed), old.source.text)
    case .expression, .question: return (content, nil)
    }
  }

  private typealias Parts = (expression: ExpressionSyntax?, clauses: [Clause], before: String?)

  /// The expression and the clauses of a statement with the value at its place.
  private func parts(
    _ expression: ExpressionSyntax?, _ clauses: [Clause], _ target: PathTarget,
    _ value: ChangedValue, _ span: SourceSpan
  ) throws(Diagnostic) -> Parts {
    var counting = ValueSites(of: target.word, taken: names)
    _ = try expression.map { syntax throws(Diagnostic) in try counting.expression(syntax) }
    _ = try counting.clauses(clauses)
    guard let place = try target.place(among: counting.count) else {
      return try added(expression, clauses, value, span)
    }
    var changing = ValueSites(of: target.word, taken: names, changing: (place, value, span))
    let new = try expression.map { syntax throws(Diagnostic) in try changing.expression(syntax) }
    return (new, try changing.clauses(clauses), changing.before)
  }

  /// Adds the clause. Where an mtbf and an mttr stand, a new availability takes the place of the
  /// mtbf: two decide the third.
  private func added(
    _ expression: ExpressionSyntax?, _ clauses: [Clause], _ value: ChangedValue,
    _ span: SourceSpan
  ) throws(Diagnostic) -> Parts {
    let clause = Clause(try value.content(replacing: nil), span: span, keywordSpan: span)
    guard value.word == "availability", clauses.contains(where: { $0.content.pathWord == "mttr" }),
      let place = clauses.firstIndex(where: { $0.content.pathWord == "mtbf" })
    else { return (expression, clauses + [clause], nil) }
    var rest = clauses
    let mtbf = rest.remove(at: place)
    return (expression, rest + [clause], ClauseWriter.text(mtbf.content))
  }

  // MARK: Paths

  private func target(of path: PathSyntax) throws(Diagnostic) -> PathTarget {
    for (name, words) in path.readings {
      if let place = places[name] {
        return try PathTarget(
          path, name: name, words, place: place, of: statements[place].content)
      }
    }
    throw unknown(path)
  }

  private func unknown(_ path: PathSyntax) -> Diagnostic {
    let name = path.segments.dropLast().joined(separator: ".")
    let called = name.isEmpty ? path.segments.joined(separator: ".") : name
    let unknown = UnknownName(called, among: places.keys.sorted())
    let word = name.isEmpty ? [] : path.segments.suffix(1)
    let fixes = unknown.nearest.map {
      NameWriter.text(PathSyntax(segments: [$0] + word))
    }
    return Diagnostic(
      .unknownName, "nothing is called '\(called)'\(unknown.question)", at: path.span,
      fixes: fixes, notes: fixes.isEmpty ? ["a path is a name and a word, as in db.mttr"] : [])
  }
}

extension DemandDeclaration.Source {
  /// The flow or the file, as written.
  fileprivate var text: String {
    switch self {
    case .rate(let rate): rate.text
    case .file(let file, _): file.text
    }
  }
}
