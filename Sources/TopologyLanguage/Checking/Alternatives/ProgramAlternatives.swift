/// Makes programs of one that differ from it in some values, each with a question of its own.
struct ProgramAlternatives: Sendable {
  /// The program as parsed.
  let program: Program
  let source: SourceText
  let observations: ObservationReader

  /// `with …: inner`; `overrides` of inner ones join those of the outer one. Throws a ``Diagnostic``.
  func changed(
    _ overrides: [Override], _ inner: Statement
  ) throws(Diagnostic) -> ChangedQuestion {
    if case .question(.with(let more, let innermost)) = inner.content {
      return try changed(overrides + more, innermost)
    }
    try Self.checkInner(inner)
    var overriding = Overriding(program)
    for override in overrides { try overriding.apply(override) }
    let after = try changed(overriding.statements, by: overrides, asking: inner)
    guard let question = after.questions.first else { throw Self.asksNothing(inner) }
    return ChangedQuestion(
      changes: overriding.changes, program: after,
      before: unchanged(asking: inner, as: question), question: question)
  }

  /// The program without changes, where the question is how available something is; nil where it leaves
  /// open what a change decides: a number that is looked for, or a demand that varies.
  private func unchanged(asking inner: Statement, as question: CheckedQuestion) -> CheckedProgram? {
    guard case .availability = question,
      let before = try? checked(program.statements, asking: inner),
      case .availability? = before.questions.first
    else { return nil }
    return before
  }

  /// The program with its changes. What is wrong with it elsewhere is so because of them, since it is
  /// right without.
  func changed(
    _ statements: [Statement], by overrides: [Override], asking inner: Statement
  ) throws(Diagnostic) -> CheckedProgram {
    do throws(Diagnostic) {
      return try checked(statements, asking: inner)
    } catch {
      let changes = overrides.map(\.span)
      // What could be written for a clause can't be written for a path and a value.
      if changes.contains(error.span) { throw error.moved(to: error.span) }
      guard let first = changes.first, let last = changes.last,
        !(changes + [inner.span]).contains(where: { $0.holds(error.span) })
      else { throw error }
      let line = source.position(of: error.span.offset).line
      throw error.moved(
        to: first.through(last), "with this change \(error.message)",
        note: "the text that it is about is '\(source.text(in: error.span))' in line \(line)")
    }
  }

  /// What the definitions among `statements` mean, and one question about them.
  func checked(
    _ statements: [Statement], asking question: Statement
  ) throws(Diagnostic) -> CheckedProgram {
    try Checker.check(
      Program(statements: Self.definitions(statements) + [question]), of: source,
      reading: observations)
  }

  /// The statements that ask nothing.
  static func definitions(_ statements: [Statement]) -> [Statement] {
    statements.filter { statement in
      switch statement.content {
      case .expression, .question: false
      default: true
      }
    }
  }

  /// Refuses what no change can bear on.
  private static func checkInner(_ inner: Statement) throws(Diagnostic) {
    switch inner.content {
    case .expression: return
    case .question(let question):
      guard question.isAboutTopology else {
        throw Diagnostic(
          .misplacedClause,
          "'\(question.word)' says nothing about the topology, so that a change has no effect on it",
          at: inner.span)
      }
    default: throw asksNothing(inner)
    }
  }

  private static func asksNothing(_ inner: Statement) -> Diagnostic {
    Diagnostic(
      .misplacedClause,
      "a change is for one question: behind the colon stands a question or what is asked about",
      at: inner.span)
  }
}

extension Override {
  /// Where it stands, from its path to its value and what is behind that.
  var span: SourceSpan { path.span.through(per?.span ?? value.span) }
}

extension Diagnostic {
  /// The same at another place, where its fixes don't fit.
  func moved(
    to span: SourceSpan, _ message: String? = nil, note: String? = nil
  ) -> Diagnostic {
    Diagnostic(code, message ?? self.message, at: span, notes: notes + [note].compactMap(\.self))
  }
}

extension Question {
  /// False for what is answered without the topology.
  fileprivate var isAboutTopology: Bool {
    switch self {
    case .fit, .command: false
    case .budget(let budget): budget.name != nil
    default: true
    }
  }
}
