import Nines

/// Answers a question of the language with its report, as a command line would.
struct SampleAnswers {
  private let program: CheckedProgram
  private var assessor: Assessor { Assessor(program.topology) }

  private init(_ program: CheckedProgram) { self.program = program }

  /// The reports of all that a text asks, one below the other.
  static func report(of text: String) async throws -> Report {
    let reader = ObservationReader(
      { _ in [] }, loads: { SampleQuestions.files[$0] ?? "" })
    let program = try Checker.check(SourceText(text), reading: reader)
    var report = Report([])
    for question in program.answerable {
      report = report.followed(by: try await SampleAnswers(program).report(question))
    }
    return report
  }

  private func report(_ question: CheckedQuestion) async throws -> Report {
    switch question {
    case .availability(let name, _):
      return AnswerCard.report(try await answer(name, believed: true))
    case .check(let name, let target):
      return AnswerCard.report(
        CheckAnswer(
          name: name, target: target.text, required: target.availability, window: target.window,
          forecast: try await answer(name)))
    case .importance(let name):
      return ImportanceTable.report(name, try assessor.importance(of: name)).followed(
        by: ImportanceTable.report(try assessor.minimalCutSets(of: name, order: 2)))
    case .explanation(let name, _): return AnswerCard.report(try assessor.explanation(of: name))
    case .improvement(let name):
      return ImprovementCard.report(try ImprovementAnswer(program.topology, of: name))
    case .headroom(let name):
      return HeadroomCard.report(try HeadroomAnswer(program.topology, of: name))
    case .survival(let name, let rule, let text):
      return SurvivalCard.report(try program.topology.survival(of: name, without: rule), of: text)
    case .catalogue(let words): return CatalogueTable.report(words)
    case .find(let search):
      return SizingCard.report(try await search.sizing.run(), of: search.text)
    default: return try await reportOfMore(question)
    }
  }

  private func reportOfMore(_ question: CheckedQuestion) async throws -> Report {
    switch question {
    case .promise(let promise): return try await report(promise)
    case .adequacy(let name, let target):
      return AdequacyCard.report(try adequacy(name, goal: target))
    case .adequacySimulation(let checked): return try await report(checked)
    case .simulate(let checked):
      let simulation = try assessor.simulation(of: checked.name, checked.request)
      return SimulationCard.report(await simulation.run(), assuming: checked.assumptions)
    case .budget(let checked): return try await report(checked)
    case .comparison(let checked):
      guard let comparison = try await assessor.comparison(of: checked.names) else {
        throw Failure.simulated
      }
      return ComparisonTable.report(comparison)
    case .changed(let changed): return try await report(changed)
    case .sweep(let sweep): return try await report(sweep)
    case .inputs(let tornado): return try await report(tornado)
    case .fit(let fit): return try report(fit)
    default: return Report([])
    }
  }

  private func answer(_ name: String, believed: Bool = false) async throws -> AvailabilityAnswer {
    guard case .exact(let answer) = try assessor.longRun(of: name) else { throw Failure.simulated }
    guard believed, let uncertain = program.uncertain else { return answer }
    return answer.believing(try await UncertainAssessor(uncertain).belief(of: name).figures)
  }

  private enum Failure: Error { case simulated, unchanged, notADemand }

  // MARK: Each of its kind

  private func report(_ promise: CheckedPromise) async throws -> Report {
    let inquiry = try assessor.contract(of: promise.name, promise.question, promise.request)
    let answer = await inquiry.answer(required: promise.required)
    return promise.exceeded == nil
      ? ContractCard.report(answer, of: promise.text)
      : ContractCard.report(answer, exceeding: promise.text)
  }

  private func adequacy(
    _ name: String, goal: CheckedQuestion.Target? = nil
  ) throws -> AdequacyAnswer {
    guard let profile = program.profiles[name] else { throw Failure.notADemand }
    return try AdequacyAnswer(
      program.topology, of: name, against: profile, goal: goal.map { ($0.availability, $0.text) })
  }

  private func report(_ checked: CheckedAdequacySimulation) async throws -> Report {
    guard let profile = program.profiles[checked.name] else { throw Failure.notADemand }
    let fleet = try CapacityFleet(program.topology, of: checked.name)
    let found = try await AdequacySimulation(fleet, against: profile).run(
      until: checked.stopping, seed: checked.seed, threads: checked.threads)
    guard let found else { throw Failure.simulated }
    return AdequacySimulationCard.report(
      AdequacySimulationAnswer(
        checked.name, found, seed: checked.seed, exact: try adequacy(checked.name)))
  }

  private func report(_ checked: CheckedBudget) async throws -> Report {
    guard let spending = checked.spending else {
      return BudgetTable.report(checked.text, checked.budget)
    }
    let simulation = try assessor.spending(
      of: spending.name, spending.request, excludingMaintenance: checked.excludesMaintenance)
    let result = await simulation.run()
    return BudgetCard.report(
      result.name, assessor.waterfall(of: result.name, checked.budget, result), from: result)
  }

  private func report(_ changed: ChangedQuestion) async throws -> Report {
    guard let before = changed.before, case .availability(let name, _) = changed.question else {
      throw Failure.unchanged
    }
    let change = AvailabilityChange(
      before: try await SampleAnswers(before).answer(name),
      after: try await SampleAnswers(changed.program).answer(name))
    return ChangeCard.report(change, of: changed.changes.map { "\($0.path) \($0.after)" })
  }

  private func report(_ sweep: CheckedSweep) async throws -> Report {
    var points: [AvailabilitySweep.Point] = []
    for point in sweep.points {
      let answer = try await SampleAnswers(point.program).answer(sweep.name)
      points.append(
        AvailabilitySweep.Point(text: point.text, number: point.number, answer: answer))
    }
    return SweepTable.report(
      AvailabilitySweep(
        name: sweep.name, over: sweep.path, current: sweep.before, points: points))
  }

  private func report(_ checked: CheckedTornado) async throws -> Report {
    let inputs = checked.inputs.map { input in
      InputChange(input.name, text: input.text, isBelief: input.isBelief) { isHigh in
        input.topology(isHigh: isHigh)
      }
    }
    let tornado = try await assessor.tornado(of: checked.name, over: inputs)
    return tornado.map { TornadoTable.report($0) } ?? Report([])
  }

  private func report(_ fit: CheckedFit) throws -> Report {
    let bytes = Array((SampleQuestions.files[fit.file] ?? "").utf8)
    let answer = try FitAnswer(try IncidentLog(bytes), name: fit.file, FitRequest())
    return answer.services.map { service in
      FitCard.report(
        service, in: answer,
        definition: EvidenceDefinition.lines(service, from: answer.name))
    }.reduce(Report([])) { $0.followed(by: $1) }
  }
}
