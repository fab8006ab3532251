import Nines

// What is promised of it, and how often that is kept.
extension Reviewer {
  /// More promises than this are named alone: each may take as long as the limits say.
  private static let most = 8

  func contracts(
    _ forecast: AvailabilityAnswer?, _ history: History, _ notes: inout ReviewNotes
  ) async -> [DesignReview.Part] {
    var parts = goals(forecast, &notes)
    let promises = promises
    for promise in promises.prefix(Self.most) {
      parts += await contract(promise, forecast, history, &notes)
    }
    let rest = promises.dropFirst(Self.most).map(\.text)
    if !rest.isEmpty {
      notes.judge(nil)
      parts.append(.sentence("Not judged here, of so many: \(rest.joined(separator: "; "))."))
    }
    return parts.isEmpty ? [.sentence(nothingPromised)] : parts
  }

  private var nothingPromised: String {
    program.profiles[name] == nil
      ? """
      The text promises nothing of \(name); `sla gold: 99.95% per month`, written into it, states a promise, \
      which is judged here.
      """
      : """
      The text promises nothing of \(name); `check \(name) 99.9% per year`, written into it, is judged here. \
      Promises by the month are not yet judged where the demand varies.
      """
  }

  /// Those that the text asks about, then those that it states alone: what it asks of something else was
  /// promised of that.
  private var promises: [ReviewedPromise] {
    let all = program.questions.compactMap { question -> CheckedPromise? in
      guard case .promise(let promise) = question else { return nil }
      return promise
    }
    let asked = all.filter { $0.name == name }
    let known = Set(
      all.filter { $0.name != name || $0.question.begun == nil }.map(\.question.agreement.name))
    let stated = program.agreements.filter { !known.contains($0.name) }
    let defaults = program.assumptions(about: name)
    return asked.map { ReviewedPromise($0, limits) }
      + stated.map { ReviewedPromise($0, limits, assuming: defaults) }
  }

  // MARK: Goals

  /// Goals for the long run and for what is lost, which need no simulation of their own.
  private func goals(
    _ forecast: AvailabilityAnswer?, _ notes: inout ReviewNotes
  ) -> [DesignReview.Part] {
    var parts: [DesignReview.Part] = []
    for question in program.questions where question.subject == name {
      switch question {
      case .check(_, let target): parts.append(goal(target, forecast, &notes))
      case .adequacy(_, let target?): parts.append(adequacy(target, &notes))
      case .survival(_, let rule, let text): parts.append(survival(rule, text, &notes))
      default: break
      }
    }
    return parts
  }

  private func goal(
    _ target: CheckedQuestion.Target, _ forecast: AvailabilityAnswer?,
    _ notes: inout ReviewNotes
  ) -> DesignReview.Part {
    guard let forecast else {
      notes.judge(nil)
      return .sentence("Whether \(name) meets \(target.text) in the long run can't be told.")
    }
    let answer = check(target, forecast)
    notes.judge(answer.isMet)
    return notes.taking(AnswerCard.report(answer), of: "\(target.text) in the long run")
  }

  private func check(
    _ target: CheckedQuestion.Target, _ forecast: AvailabilityAnswer
  ) -> CheckAnswer {
    CheckAnswer(
      name: name, target: target.text, required: target.availability, window: target.window,
      forecast: forecast)
  }

  private func adequacy(
    _ target: CheckedQuestion.Target, _ notes: inout ReviewNotes
  ) -> DesignReview.Part {
    guard let profile = program.profiles[name] else { return .sentence(nothingPromised) }
    do throws(ResourceAdequacyError) {
      let answer = try AdequacyAnswer(
        program.topology, of: name, against: profile, goal: (target.availability, target.text))
      notes.judge(answer.isMet)
      return notes.taking(AdequacyCard.report(answer), of: target.text)
    } catch {
      notes.judge(nil)
      return .sentence(Self.sentence(error.description))
    }
  }

  private func survival(
    _ rule: SurvivalRule, _ text: String, _ notes: inout ReviewNotes
  ) -> DesignReview.Part {
    do throws(SurvivalError) {
      let answer = try program.topology.survival(of: name, without: rule)
      notes.judge(answer.isMet)
      return notes.taking(SurvivalCard.report(answer, of: text), of: text)
    } catch {
      notes.judge(nil)
      return .sentence(Self.sentence(error.description))
    }
  }

  // MARK: Contracts

  private func contract(
    _ promise: ReviewedPromise, _ forecast: AvailabilityAnswer?, _ history: History,
    _ notes: inout ReviewNotes
  ) async -> [DesignReview.Part] {
    guard program.profiles[name] == nil else {
      notes.judge(nil)
      return [
        .sentence("\(promise.text): not judged, since the demand on \(name) varies over time.")
      ]
    }
    do throws(ContractError) {
      let inquiry = try assessor.contract(
        of: name, promise.question, promise.request, isSimulated: promise.isSimulationAsked)
      let result = await inquiry.simulation?.run()
      notes.ended(result?.ending)
      let answer = inquiry.answer(result, required: promise.required)
      return [card(answer, promise, forecast, &notes)]
        + curve(answer, promise, history) + waterfall(promise, history)
    } catch {
      notes.judge(nil)
      return [
        .sentence("Whether \(name) keeps \(promise.text) can't be told: \(error.description).")
      ]
    }
  }

  private func card(
    _ answer: ContractAnswer, _ promise: ReviewedPromise, _ forecast: AvailabilityAnswer?,
    _ notes: inout ReviewNotes
  ) -> DesignReview.Part {
    let assumptions = promise.assumptions + program.medians(about: name)
    guard !promise.isExcess else {
      return notes.taking(
        ContractCard.report(answer, exceeding: promise.text, assuming: assumptions),
        of: "more than \(promise.text)", promised: promise.text)
    }
    let longRun = promise.longRun.flatMap { target in forecast.map { check(target, $0) } }
    if promise.required != nil { notes.judge(answer.isMet(with: longRun)) }
    return notes.taking(
      ContractCard.report(answer, of: promise.text, longRun: longRun, assuming: assumptions),
      of: promise.figure, promised: promise.question.agreement.name)
  }

  /// How often windows have more downtime, with what is allowed.
  private func curve(
    _ answer: ContractAnswer, _ promise: ReviewedPromise, _ history: History
  ) -> [DesignReview.Part] {
    guard promise.question.begun == nil else { return [] }
    let agreement = promise.question.agreement
    let results = [answer.result, history.result].compactMap(\.self)
    guard
      let result = results.first(where: { $0.replications > 0 && $0.shows(agreement.window) })
    else { return [.sentence(Self.curveless(agreement))] }
    let note =
      agreement.rule == .continuous
      ? []
      : [
        DesignReview.Part.sentence(
          """
          The curve is of all downtime; \(agreement.name) counts by a rule of its own, by which the label \
          tells how often it is missed.
          """)
      ]
    let isWhole = result.windows.map { !Self.isAlike($0.window, agreement.window) } ?? true
    return [
      Self.part { () throws(ChartError) in
        try ExceedanceChart.chart(
          result, ofHistories: isWhole,
          allowing: [ExceedanceChart.Allowance(agreement.name, of: answer)])
      }
    ] + note
  }

  private static func curveless(_ agreement: ServiceLevelAgreement) -> String {
    guard agreement.window == .calendarMonth else {
      return "No windows of \(agreement.name) were simulated, and so there is no curve of them."
    }
    return """
      Months of the calendar differ in length, so that no curve of them is drawn; that of months of \
      30 d is below.
      """
  }

  /// What spends what is allowed.
  private func waterfall(
    _ promise: ReviewedPromise, _ history: History
  ) -> [DesignReview.Part] {
    guard !promise.isExcess, promise.question.begun == nil else { return [] }
    let agreement = promise.question.agreement
    guard agreement.rule == .continuous,
      !agreement.excludesMaintenance || !program.topology.hasMaintenance
    else {
      return [
        .sentence(
          """
          What spends the budget of \(agreement.name) isn't drawn: causes are known of all downtime, not \
          of what a contract counts.
          """)
      ]
    }
    guard let result = history.result else { return [] }
    return [Self.waterfall(assessor, result, agreement)]
  }

  private static func waterfall(
    _ assessor: Assessor, _ result: SimulationResult, _ agreement: ServiceLevelAgreement
  ) -> DesignReview.Part {
    do {
      let budget = try ErrorBudget(target: agreement.target, period: agreement.window)
      let waterfall = assessor.waterfall(of: result.name, budget, result)
      return .chart(
        try BudgetChart.chart(
          result.name, waterfall,
          method: "Simulated, \(ChartAxis.grouped(result.replications)) years"))
    } catch {
      return .sentence(sentence("\(error)"))
    }
  }

  fileprivate static func isAlike(_ left: Window, _ right: Window) -> Bool {
    abs(left.length.seconds - right.length.seconds) < 1e-6
  }
}

extension SimulationResult {
  /// True where it watched windows of this length, or is one.
  fileprivate func shows(_ window: Window) -> Bool {
    [windows?.window, .duration(horizon)].compactMap(\.self)
      .contains { Reviewer.isAlike($0, window) }
  }
}
