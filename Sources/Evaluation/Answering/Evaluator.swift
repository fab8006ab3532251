import Nines

/// Answers programs, into a sink.
package struct Evaluator: Sendable {
  /// Where its answers go.
  package internal(set) var sink: any AnswerSink
  let cutSetOrder: Int?
  let interruption: Interruption

  /// An evaluator that lists the minimal cut sets of up to `cutSetOrder` components, from 1 to 12,
  /// with what matters; none without it.
  package init(
    sink: any AnswerSink, cutSetOrder: Int? = nil, interruption: Interruption = Interruption()
  ) {
    self.sink = sink
    self.cutSetOrder = cutSetOrder
    self.interruption = interruption
  }

  /// Answers words of the command line, a file and words, or standard input.
  package func answer(words: [String]) async -> ExitStatus {
    do throws(InputError) {
      return await answer(try Input(words: words, wantsJSON: sink.wantsJSON))
    } catch {
      complain(error)
      return .wrongInput
    }
  }

  /// Answers everything that a text asks; the worst exit status of its questions.
  package func answer(_ input: Input) async -> ExitStatus {
    do throws(Diagnostic) {
      let program = try Checker.check(input.source, reading: input.observations)
      warn(program.warnings, in: input)
      guard cutSetOrder == nil || program.answerable.contains(where: \.asksWhatMatters) else {
        complain(
          "ignored-option", "--cut-sets lists what a `why` shows, as in  why shop --cut-sets 2")
        return .wrongInput
      }
      return await answer(program, input)
    } catch {
      complain(error, in: input)
      return .wrongInput
    }
  }

  /// Answers everything that a checked text asks.
  func answer(_ program: CheckedProgram, _ input: Input) async -> ExitStatus {
    do throws(Diagnostic) {
      return await answer(try prepare(program), program, input)
    } catch {
      complain(error, in: input)
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
      complain(
        DiagnosticCode.nothingToAnswer.rawValue,
        "there is nothing to answer; define something, such as 2 of 3 99.5%")
      return .wrongInput
    }
    var status = ExitStatus.answered
    for question in questions where status != .interrupted {
      guard !interruption.isUnheard else { return status.worse(.interrupted) }
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
      return await simulate(checked, simulation, program.uncertain(about: checked.name))
    case .spending(let budget, let simulation):
      return await answer(budget, simulation, program)
    case .promise(let promise, let inquiry): return await answer(promise, inquiry, program)
    case .search(let search): return await answer(search, program)
    case .picture(let picture, let simulation): return await answer(picture, simulation)
    case .fit(let fit, let question): return answer(question, fit, in: input)
    case .unanswerable(let reason):
      complain("unanswerable", reason)
      return .unanswerable
    }
  }

  private func answer(
    _ question: CheckedQuestion, _ program: CheckedProgram
  ) async -> ExitStatus {
    do throws(AssessmentError) {
      return try await answerPlainly(question, program)
    } catch {
      complain("unanswerable", error.description)
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
    case .importance(let name): try showImportance(name, assessor, program.inputCount(about: name))
    case .explanation(let name, let engine):
      try showExplanation(
        name, using: engine.map(AnswerMethod.init), assessor, program.inputCount(about: name))
    case .budget(let checked):
      show(
        BudgetTable.report(
          checked.text, checked.budget, errorRatios: checked.errorRatios),
        json: JSONValue(
          checked.budget, of: checked.text, errorRatios: checked.errorRatios
        ))
    case .adequacy(let name, let target): return adequacy(of: name, target, program)
    case .adequacySimulation(let simulation): return await simulate(simulation, program)
    case .improvement(let name): return await improvement(of: name, program)
    case .headroom(let name): return headroom(of: name, program.topology)
    case .survival(let name, let rule, let goal):
      return survival(of: name, rule, goal, program.topology)
    case .sweep(let sweep): return await answer(sweep)
    case .inputs(let tornado): return await answer(tornado, program)
    case .drawing(let name): return draw(name, in: program)
    default: return answerWords(question, program)
    }
    return .answered
  }

  /// Words to the program. Simulations, promises, searches, logs and alternatives are prepared apart,
  /// and have no plain answer.
  private func answerWords(_ question: CheckedQuestion, _ program: CheckedProgram) -> ExitStatus {
    switch question {
    case .catalogue(let words):
      show(CatalogueTable.report(words), json: JSONValue(catalogue: words))
    case .list: showNames(program)
    case .help(let topic): show(topic)
    case .information(let information): show(information)
    default: return .unanswerable
    }
    return .answered
  }

  private func showExplanation(
    _ name: String, using method: AnswerMethod?, _ assessor: Assessor, _ inputs: Int
  ) throws(AssessmentError) {
    do throws(StructureFunctionError) {
      let answer = try assessor.explanation(of: name, using: method)
      show(
        AnswerCard.report(answer, uncertainInputs: inputs),
        json: JSONValue(answer, uncertainInputs: inputs))
    } catch {
      throw .exact(error)
    }
  }

  private func showImportance(
    _ name: String, _ assessor: Assessor, _ inputs: Int
  ) throws(AssessmentError) {
    let rows = try assessor.importance(of: name)
    let sets = try cutSetOrder.map { order throws(AssessmentError) in
      try assessor.minimalCutSets(of: name, order: order)
    }
    show(
      ImportanceTable.report(name, rows, uncertainInputs: inputs)
        .followed(by: sets.map { ImportanceTable.report($0) } ?? Report([])),
      json: JSONValue(importance: rows, of: name, cutSets: sets, uncertainInputs: inputs),
      picture: Picture { () throws(ChartError) in try ImportanceChart.chart(name, rows) })
  }

  // MARK: Answers and complaints

  func show(
    _ report: @autoclosure () -> Report, json: @autoclosure () -> JSONValue,
    picture: @autoclosure () -> Picture = .unknown, isPicture: Bool = false,
    isBrief: Bool = false
  ) {
    withoutActuallyEscaping(report) { report in
      withoutActuallyEscaping(json) { json in
        withoutActuallyEscaping(picture) { picture in
          sink.show(
            ShownAnswer(
              report: report, json: json, picture: picture, isPicture: isPicture,
              isBrief: isBrief))
        }
      }
    }
  }

  /// Says what is wrong with a text.
  package func complain(_ diagnostic: Diagnostic, _ source: SourceText) {
    sink.complain(.refusal(diagnostic, in: source))
  }

  /// Says why a file can't be read or written.
  package func complain(_ error: InputError) {
    if case .reported = error { return }
    complain(error.code, error.description)
  }

  /// Says why there is no answer; `code` is stable, for programs.
  package func complain(_ code: String, _ sentence: String) {
    sink.complain(.sentence(sentence, code: code))
  }

  /// Complains at the place in the file, or in the words behind it.
  func complain(_ diagnostic: Diagnostic, in input: Input) {
    let (located, source) = input.located(diagnostic)
    complain(located, source)
  }

  func warn(_ warnings: [Diagnostic], in input: Input) {
    for warning in warnings {
      let (diagnostic, source) = input.located(warning)
      sink.complain(.warning(diagnostic, in: source))
    }
  }
}

extension CheckedQuestion {
  /// True for `why shop`, of a changed program too.
  fileprivate var asksWhatMatters: Bool {
    switch self {
    case .importance: true
    case .changed(let changed): changed.question.asksWhatMatters
    default: false
    }
  }
}
