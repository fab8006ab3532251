import Nines

/// Answers programs: cards or JSON on standard output, errors on standard error.
struct Answering {
  let isJSON: Bool
  let cutSetOrder: Int?
  let interruption = Interruption()

  /// Answers words of the command line, a file and words, or standard input.
  func answer(words: [String]) async -> ExitStatus {
    do throws(InputError) {
      return await answer(try Input(words: words, isJSON: isJSON))
    } catch {
      report(error)
      return .wrongInput
    }
  }

  /// Answers everything that a text asks; the worst exit status of its questions.
  func answer(_ input: Input) async -> ExitStatus {
    do throws(Diagnostic) {
      let program = try Checker.check(input.source, reading: input.observations)
      warn(program.warnings, in: input)
      return await answer(try prepare(program), program, input)
    } catch {
      let (diagnostic, source) = input.located(error)
      report(diagnostic, source)
      return .wrongInput
    }
  }

  /// All questions are looked at before the first is answered: wrong input has no answers.
  private func prepare(_ program: CheckedProgram) throws(Diagnostic) -> [PreparedQuestion] {
    var questions: [PreparedQuestion] = []
    for question in program.answerable {
      questions.append(try PreparedQuestion(question, in: program))
    }
    return questions
  }

  private func answer(
    _ questions: [PreparedQuestion], _ program: CheckedProgram, _ input: Input
  ) async -> ExitStatus {
    guard !questions.isEmpty else {
      reportPlain(
        DiagnosticCode.nothingToAnswer.rawValue,
        "there is nothing to answer; define something, such as 2 of 3 99.5%")
      return .wrongInput
    }
    var status = ExitStatus.answered
    for (place, question) in questions.enumerated() where status != .interrupted {
      if place > 0, !isJSON { print("") }
      status = status.worse(await answer(question, program, input))
    }
    return status
  }

  func answer(
    _ question: PreparedQuestion, _ program: CheckedProgram, _ input: Input
  ) async -> ExitStatus {
    switch question {
    case .changed(let changed, let inner): return await answer(changed, inner, in: input)
    case .comparison(let checked, let inquiry): return await answer(checked, inquiry, program)
    case .plain(let question): return await answer(question, program)
    case .simulation(let checked, let simulation):
      return await simulate(checked, simulation, program.uncertain)
    case .spending(let budget, let simulation):
      return await answer(budget, simulation, program)
    case .promise(let promise, let inquiry): return await answer(promise, inquiry, program)
    case .search(let search): return await answer(search, program)
    case .fit(let fit, let question): return answer(question, fit, in: input)
    case .unanswerable(let reason):
      reportPlain("unanswerable", reason)
      return .unanswerable
    }
  }

  private func answer(
    _ question: CheckedQuestion, _ program: CheckedProgram
  ) async -> ExitStatus {
    do throws(AssessmentError) {
      return try await answerPlainly(question, program)
    } catch {
      reportPlain("unanswerable", error.description)
      return .unanswerable
    }
  }

  private func answerPlainly(
    _ question: CheckedQuestion, _ program: CheckedProgram
  ) async throws(AssessmentError) -> ExitStatus {
    let assessor = Assessor(program.topology)
    switch question {
    case .availability(let name, let engine):
      let longRun = try assessor.longRun(of: name, using: engine.map(AnswerMethod.init))
      let belief = try await belief(of: name, using: engine, in: program)
      return await show(
        longRun, believing: belief, assuming: program.assumptions(about: name))
    case .check(let name, let target):
      let longRun = try assessor.longRun(of: name)
      let belief = try await belief(of: name, goal: target.availability, in: program)
      return await check(
        name, target, longRun, believing: belief, assuming: program.assumptions(about: name))
    case .importance(let name): try printImportance(name, assessor, program.inputCount)
    case .explanation(let name, let engine):
      try printExplanation(
        name, using: engine.map(AnswerMethod.init), assessor, program.inputCount)
    case .budget(let checked):
      print(
        isJSON
          ? JSONValue(
            checked.budget, of: checked.text, errorRatios: checked.errorRatios
          ).text
          : BudgetTable.text(
            checked.text, checked.budget, errorRatios: checked.errorRatios))
    case .catalogue(let words):
      print(isJSON ? JSONValue(catalogue: words).text : CatalogueTable.text(words))
    case .adequacy(let name, let target): return adequacy(of: name, target, program)
    case .adequacySimulation(let simulation): return await simulate(simulation, program)
    case .improvement(let name): return improvement(of: name, program)
    case .headroom(let name): return headroom(of: name, program.topology)
    case .survival(let name, let rule, let goal):
      return survival(of: name, rule, goal, program.topology)
    case .list: printNames(program)
    case .help(let topic): print(topic?.page ?? HelpTopic.overview)
    case .information(let information): printInformation(information)
    case .sweep(let sweep): return await answer(sweep)
    case .inputs(let tornado): return await answer(tornado, program)
    // Simulations, promises, searches, logs and alternatives are prepared apart and have no plain answer.
    case .simulate, .promise, .find, .fit, .changed, .comparison: return .unanswerable
    }
    return .answered
  }

  private func printExplanation(
    _ name: String, using method: AnswerMethod?, _ assessor: Assessor, _ inputs: Int
  ) throws(AssessmentError) {
    do throws(StructureFunctionError) {
      let answer = try assessor.explanation(of: name, using: method)
      print(
        isJSON
          ? JSONValue(answer, uncertainInputs: inputs).text
          : AnswerCard.text(answer, uncertainInputs: inputs))
    } catch {
      throw .exact(error)
    }
  }

  private func printImportance(
    _ name: String, _ assessor: Assessor, _ inputs: Int
  ) throws(AssessmentError) {
    let rows = try assessor.importance(of: name)
    let sets = try cutSetOrder.map { order throws(AssessmentError) in
      try assessor.minimalCutSets(of: name, order: order)
    }
    if isJSON {
      print(
        JSONValue(importance: rows, of: name, cutSets: sets, uncertainInputs: inputs).text)
    } else {
      print(ImportanceTable.text(name, rows, uncertainInputs: inputs))
      if let sets { print("\n" + ImportanceTable.text(sets)) }
    }
  }

  private func printInformation(_ information: Information) {
    print(information.definition)
    if !information.uses.isEmpty { print("uses: " + information.uses.joined(separator: ", ")) }
    if !information.usedBy.isEmpty {
      print("used by: " + information.usedBy.joined(separator: ", "))
    }
  }

  private func printNames(_ program: CheckedProgram) {
    for definition in program.topology.definitions { print(definition.name) }
    for domain in program.topology.domains { print(domain.name) }
    for agreement in program.agreements { print(agreement.name) }
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

  func reportPlain(_ code: String, _ message: String) {
    let object = JSONValue.object([
      "schema": .integer(1), "kind": .string("error"), "code": .string(code),
      "message": .string(message), "line": .null, "column": .null, "length": .null, "fix": .null,
    ])
    StandardError.print(isJSON ? object.text : "error: \(message)")
  }

  private func warn(_ warnings: [Diagnostic], in input: Input) {
    for warning in warnings {
      let (diagnostic, source) = input.located(warning)
      reportWarning(diagnostic, source)
    }
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
