import Nines

// Long-run availability and goals, exact where that can be, else simulated.
extension Evaluator {
  /// What is believed of the long run, where inputs are; Ctrl-C ends its draws.
  func belief(
    of name: String, using engine: Question.Engine? = nil, goal: Probability? = nil,
    in program: CheckedProgram
  ) async throws(AssessmentError) -> BeliefAnswer<AvailabilityBelief> {
    guard let uncertain = program.uncertain(about: name) else { return .certain }
    let assessor = UncertainAssessor(uncertain)
    let method = engine.map(AnswerMethod.init)
    let belief = await interruption.cancelling {
      do throws(AssessmentError) {
        return Result<BeliefAnswer<AvailabilityBelief>, AssessmentError>.success(
          try await assessor.belief(of: name, using: method, goal: goal?.complement))
      } catch {
        return .failure(error)
      }
    }
    return try belief.get()
  }

  func show(
    _ longRun: LongRun, believing belief: BeliefAnswer<AvailabilityBelief>,
    assuming assumptions: [String]
  ) async -> ExitStatus {
    guard let answer = await answer(longRun, believing: belief, assuming: assumptions) else {
      return nothingDrawn()
    }
    show(AnswerCard.report(answer), json: JSONValue(answer))
    return answer.isInterrupted ? .interrupted : .answered
  }

  func check(
    _ name: String, _ target: CheckedQuestion.Target, _ longRun: LongRun,
    believing belief: BeliefAnswer<AvailabilityBelief>,
    assuming assumptions: [String]
  ) async -> ExitStatus {
    guard let forecast = await answer(longRun, believing: belief, assuming: assumptions) else {
      return nothingDrawn()
    }
    let answer = CheckAnswer(
      name: name, target: target.text, required: target.availability, window: target.window,
      forecast: forecast)
    show(AnswerCard.report(answer), json: JSONValue(answer))
    if forecast.isInterrupted { return .interrupted }
    return switch answer.isMet {
    case true?: .answered
    case false?: .notMet
    case nil: .unanswerable
    }
  }

  private func answer(
    _ longRun: LongRun, believing belief: BeliefAnswer<AvailabilityBelief>,
    assuming assumptions: [String]
  ) async -> AvailabilityAnswer? {
    let more = assumptions + [belief.missing].compactMap(\.self)
    return await answer(longRun)?.assuming(more).believing(belief.figures)
  }

  /// Runs the simulation where there is one; Ctrl-C ends it with the estimate so far. Nil when it
  /// ended before anything was drawn.
  func answer(_ longRun: LongRun) async -> AvailabilityAnswer? {
    switch longRun {
    case .exact(let answer): answer
    case .simulation(let question): question.answer(await run(question.simulation))
    }
  }

  func nothingDrawn() -> ExitStatus {
    complain("interrupted", "interrupted before anything was drawn")
    return .interrupted
  }
}

extension AvailabilityAnswer {
  /// True when the simulation was ended by hand.
  var isInterrupted: Bool { estimates?.result.ending == .interrupted }
}

extension AnswerMethod {
  /// The method of an engine that a question names.
  init(_ engine: Question.Engine) {
    switch engine {
    case .exact: self = .exact
    case .simulation: self = .simulated
    }
  }
}
