import Nines

/// Answers programs: cards or JSON on standard output, errors on standard error.
struct Answering {
  let isJSON: Bool
  let cutSetOrder: Int?

  /// Answers words of the command line, a file and words, or standard input.
  func answer(words: [String]) -> ExitStatus {
    do throws(InputError) {
      return answer(try Input(words: words, isJSON: isJSON))
    } catch {
      report(error)
      return .wrongInput
    }
  }

  /// Answers everything that a text asks; the worst exit status of its questions.
  func answer(_ input: Input) -> ExitStatus {
    do throws(Diagnostic) {
      return answer(try Checker.check(input.source), input)
    } catch {
      let (diagnostic, source) = input.located(error)
      report(diagnostic, source)
      return .wrongInput
    }
  }

  private func answer(_ program: CheckedProgram, _ input: Input) -> ExitStatus {
    for warning in program.warnings {
      let (diagnostic, source) = input.located(warning)
      reportWarning(diagnostic, source)
    }
    let questions = program.answerable
    guard !questions.isEmpty else {
      reportPlain(
        DiagnosticCode.nothingToAnswer.rawValue,
        "there is nothing to answer; define something, such as 2 of 3 99.5%")
      return .wrongInput
    }
    var status = ExitStatus.answered
    for (place, question) in questions.enumerated() {
      if place > 0, !isJSON { print("") }
      status = status.worse(answer(question, program))
    }
    return status
  }

  private func answer(_ question: CheckedQuestion, _ program: CheckedProgram) -> ExitStatus {
    do throws(StructureFunctionError) {
      return try answerExactly(question, program)
    } catch {
      reportUnanswerable(error.description)
      return .unanswerable
    }
  }

  private func answerExactly(
    _ question: CheckedQuestion, _ program: CheckedProgram
  ) throws(StructureFunctionError) -> ExitStatus {
    let assessor = Assessor(program.topology)
    switch question {
    case .availability(let name):
      let answer = try assessor.availability(of: name)
      print(isJSON ? JSONValue(answer).text : AnswerCard.text(answer))
    case .importance(let name): try printImportance(name, assessor)
    case .explanation(let name):
      let answer = try assessor.explanation(of: name)
      print(isJSON ? JSONValue(answer).text : AnswerCard.text(answer))
    case .check(let name, let target):
      let answer = try assessor.check(
        name, atLeast: target.availability, per: target.window, target: target.text)
      print(isJSON ? JSONValue(answer).text : AnswerCard.text(answer))
      return answer.isMet ? .answered : .notMet
    case .list: printNames(program)
    }
    return .answered
  }

  private func printImportance(
    _ name: String, _ assessor: Assessor
  ) throws(StructureFunctionError) {
    let rows = try assessor.importance(of: name)
    let sets = try cutSetOrder.map { order throws(StructureFunctionError) in
      try assessor.minimalCutSets(of: name, order: order)
    }
    if isJSON {
      print(JSONValue(importance: rows, of: name, cutSets: sets).text)
    } else {
      print(ImportanceTable.text(name, rows))
      if let sets { print("\n" + ImportanceTable.text(sets)) }
    }
  }

  private func printNames(_ program: CheckedProgram) {
    for definition in program.topology.definitions { print(definition.name) }
    for domain in program.topology.domains { print(domain.name) }
  }

  // MARK: Errors

  func report(_ diagnostic: Diagnostic, _ source: SourceText) {
    StandardError.print(
      isJSON
        ? JSONValue(diagnostic, in: source).text
        : DiagnosticRenderer(source: source).render(diagnostic.withValues(in: source)))
  }

  func report(_ error: InputError) {
    if case .reported = error { return }
    reportPlain("unreadable", error.description)
  }

  private func reportUnanswerable(_ message: String) { reportPlain("unanswerable", message) }

  private func reportPlain(_ code: String, _ message: String) {
    let object = JSONValue.object([
      "schema": .integer(1), "kind": .string("error"), "code": .string(code),
      "message": .string(message), "line": .null, "column": .null, "length": .null, "fix": .null,
    ])
    StandardError.print(isJSON ? object.text : "error: \(message)")
  }

  private func reportWarning(_ warning: Diagnostic, _ source: SourceText) {
    let place = source.position(of: warning.span.offset)
    let note = (warning.notes + warning.fixes.map { "write it `\($0.drop { $0 == " " })`" }).first
    let more = note.map { "; \($0)" } ?? ""
    StandardError.print(
      "warning: \(source.name):\(place.line):\(place.column): \(warning.message)\(more)")
  }
}

extension JSONValue {
  /// `"kind":"error"`
  init(_ diagnostic: Diagnostic, in source: SourceText) {
    let place = source.position(of: diagnostic.span.offset)
    self = .object([
      "schema": .integer(1), "kind": .string("error"), "code": .string(diagnostic.code.rawValue),
      "message": .string(diagnostic.message), "line": .integer(place.line),
      "column": .integer(place.column),
      "length": .integer(source.text(in: diagnostic.span).count),
      "fix": diagnostic.fix.map { .string($0) } ?? .null,
    ])
  }
}
