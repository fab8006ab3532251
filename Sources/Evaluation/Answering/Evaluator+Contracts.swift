import Nines

// Promises, judged exactly or by simulated windows.
extension Evaluator {
  /// Answers a promise that is judged, or a chance that is asked alone.
  func answer(
    _ promise: CheckedPromise, _ inquiry: ContractInquiry, _ program: CheckedProgram
  ) async -> ExitStatus {
    var result: SimulationResult?
    if let simulation = inquiry.simulation { result = await run(simulation) }
    let answer = inquiry.answer(result, required: promise.required)
    do throws(AssessmentError) {
      let longRun = try await longRun(promise, program)
      show(
        answer, promise, longRun, picture: promise.picture(of: answer, result),
        assuming: promise.assumptions
          + (answer.forecast == nil ? promise.simulationAssumptions : [])
          + program.medians(about: promise.name))
      if result?.ending == .interrupted { return .interrupted }
      guard answer.met != nil else { return .unanswerable }
      guard promise.required != nil else { return .answered }
      return Self.status(answer.isMet(with: longRun))
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }

  /// Answers what spends a budget.
  func answer(
    _ checked: CheckedBudget, _ simulation: OutageSimulation, _ program: CheckedProgram
  ) async -> ExitStatus {
    let result = await run(simulation)
    let waterfall = Assessor(program.topology).waterfall(of: result.name, checked.budget, result)
    let assumptions = (checked.spending?.assumptions ?? []) + program.medians(about: result.name)
    show(
      BudgetCard.report(
        "\(result.name), of the budget of \(checked.text)", waterfall, from: result,
        assuming: assumptions),
      json: JSONValue(
        waterfall, of: result.name, target: checked.text, from: result, assuming: assumptions
      ),
      picture: Picture { () throws(ChartError) in
        try BudgetChart.chart(result.name, waterfall, from: result)
      })
    return result.ending == .interrupted ? .interrupted : .answered
  }

  private static func status(_ isMet: Bool?) -> ExitStatus {
    switch isMet {
    case true?: .answered
    case false?: .notMet
    case nil: .unanswerable
    }
  }

  /// The goal for the long run, where that is judged too.
  private func longRun(
    _ promise: CheckedPromise, _ program: CheckedProgram
  ) async throws(AssessmentError) -> CheckAnswer? {
    guard let target = promise.longRun else { return nil }
    let longRun = try Assessor(program.topology).longRun(of: promise.name)
    guard let forecast = await answer(longRun) else { return nil }
    return CheckAnswer(
      name: promise.name, target: target.text, required: target.availability,
      window: target.window, forecast: forecast)
  }

  private func show(
    _ answer: ContractAnswer, _ promise: CheckedPromise, _ longRun: CheckAnswer?,
    picture: @autoclosure () -> Picture, assuming assumptions: [String]
  ) {
    if promise.exceeded != nil {
      show(
        ContractCard.report(answer, exceeding: promise.text, assuming: assumptions),
        json: JSONValue(answer, exceeding: promise.text, assuming: assumptions),
        picture: picture())
      return
    }
    show(
      ContractCard.report(answer, of: promise.text, longRun: longRun, assuming: assumptions),
      json: JSONValue(
        answer, of: promise.text, met: answer.isMet(with: longRun), longRun: longRun,
        assuming: assumptions
      ), picture: picture())
  }
}

extension CheckedPromise {
  /// The name of the promise, or all of it where it has none.
  private func shortName(_ answer: ContractAnswer) -> String {
    let name = answer.question.agreement.name
    return name.isEmpty ? text : name
  }

  /// How often windows have more downtime, with what is allowed.
  fileprivate func picture(of answer: ContractAnswer, _ result: SimulationResult?) -> Picture {
    guard answer.question.begun == nil else {
      return .none("what is left of a window has no curve; `plot \(name)` shows whole ones")
    }
    let window = answer.question.agreement.window
    guard window != .calendarMonth else {
      return .none("months of the calendar have no curve; `plot \(name) for 30d` shows usual ones")
    }
    guard let result, (result.windows?.window.length ?? result.horizon) == window.length else {
      return .none(
        "\(name) is judged exactly, so that there is no curve; `plot \(name)` simulates one")
    }
    return Picture { () throws(ChartError) in
      try ExceedanceChart.chart(result, allowing: [.init(shortName(answer), of: answer)])
    }
  }
}
