import Nines

// How available it is, exactly or simulated, or how often it falls short.
extension Reviewer {
  /// What is known of the question in the title.
  struct Answer {
    /// Nil where there is no answer.
    let headline: String?
    let interval: String
    let parts: [DesignReview.Part]
    /// The long run; nil where it isn't known, and under a demand that varies.
    let forecast: AvailabilityAnswer?

    init(
      _ headline: String, _ interval: String, _ part: DesignReview.Part,
      _ forecast: AvailabilityAnswer? = nil
    ) {
      self.headline = headline
      self.interval = interval
      parts = [part]
      self.forecast = forecast
    }

    init(none reason: String) {
      headline = nil
      interval = reason
      parts = [.sentence(reason)]
      forecast = nil
    }
  }

  func answer(from history: History, _ notes: inout ReviewNotes) async -> Answer {
    if let profile = program.profiles[name] { return adequacy(against: profile, &notes) }
    do throws(AssessmentError) {
      let longRun = try assessor.longRun(of: name)
      guard let figures = try await figures(longRun, history, &notes) else {
        return Answer(none: undrawnReason)
      }
      let belief = try await belief(longRun, &notes)
      let more =
        program.assumptions(about: name) + [belief.missing].compactMap(\.self)
        + program.medians(about: name)
      let answer = figures.assuming(more).believing(belief.figures)
      let card = notes.taking(
        AnswerCard.report(answer), of: "availability", keepsHeading: false)
      if case .simulation(let question) = longRun, let refusal = question.refusal {
        notes.note("why not exactly", [refusal.reason])
      }
      return Answer(Self.headline(answer), Self.interval(answer), card, answer)
    } catch {
      return Answer(none: Self.sentence(error.description))
    }
  }

  /// A sentence of its own, with a capital at its beginning.
  static func sentence(_ text: String) -> String {
    let ended = text.hasSuffix(".") ? text : text + "."
    return ended.prefix(1).uppercased() + ended.dropFirst()
  }

  private func figures(
    _ longRun: LongRun, _ history: History, _ notes: inout ReviewNotes
  ) async throws(AssessmentError) -> AvailabilityAnswer? {
    guard case .simulation(let question) = longRun else { return await longRun.answer() }
    if let result = history.result { return question.answer(result) }
    var request = question.simulation.request
    request.seed = limits.seed ?? request.seed
    request.stopping = limits.stopping
    do throws(SimulationError) {
      let result = try await assessor.simulation(of: name, request).run()
      notes.ended(result.ending)
      return question.answer(result)
    } catch {
      throw .simulation(error, insteadOf: question.refusal)
    }
  }

  static let undrawnInTime = "Nothing was drawn in the time; `--within 1min` gives it longer."

  /// Why a simulation tells nothing.
  private var undrawnReason: String {
    limits.runs == nil
      ? Self.undrawnInTime
      : "One history can't tell its error; `--runs 2` is the least that does, and thousands tell more."
  }

  private func belief(
    _ longRun: LongRun, _ notes: inout ReviewNotes
  ) async throws(AssessmentError) -> BeliefAnswer<AvailabilityBelief> {
    guard let uncertain = program.uncertain(about: name) else { return .certain }
    if case .simulation = longRun {
      guard limits.runs == nil else {
        notes.assume([Self.undrawn])
        return .certain
      }
      notes.endedByTime()
    }
    return try await UncertainAssessor(uncertain).belief(
      of: name, goal: goal?.complement, seed: limits.seed ?? 1,
      atMost: limits.within ?? ReviewLimits.usualTime)
  }

  /// The first goal of the long run, of which it is told how sure one can be.
  private var goal: Probability? {
    program.questions.lazy.compactMap { question in
      guard case .check(let name, let target) = question, name == self.name else { return nil }
      return target.availability
    }.first
  }

  /// Simulated draws are as many as fit in a time, which no number of runs repeats.
  private static let undrawn = """
    inputs are at their medians, without intervals: their draws take a time, not a number of runs; \
    leave `--runs` out for them
    """

  // MARK: Words

  private static func headline(_ answer: AvailabilityAnswer) -> String {
    let (month, year) = (down(answer, in: .month), down(answer, in: .year))
    let available =
      answer.estimates.map { HumanFigures.percent(share: $0.availability) }
      ?? HumanFigures.percent(answer.availability)
    return "Down \(month) a month, \(year) a year: \(available) available, \(nines(answer))."
  }

  private static func down(_ answer: AvailabilityAnswer, in window: Window) -> String {
    answer.estimates.map {
      HumanFigures.duration(seconds: $0.unavailability.scaled(by: window.length.seconds))
    } ?? HumanFigures.duration(answer.downtime(in: window))
  }

  private static func nines(_ answer: AvailabilityAnswer) -> String {
    guard let estimates = answer.estimates else { return HumanFigures.nines(answer.availability) }
    return estimates.nines.map { "\(HumanFigures.number($0)) nines" } ?? "no outage seen"
  }

  private static func interval(_ answer: AvailabilityAnswer) -> String {
    let believed =
      answer.belief == nil
      ? "" : " At the medians of what is only believed, of which 90% intervals stand below."
    return sampling(answer) + believed
  }

  private static func sampling(_ answer: AvailabilityAnswer) -> String {
    guard let estimates = answer.estimates else {
      return "Exact: worked out from the topology, without a sampling error."
    }
    let seconds = estimates.unavailability.scaled(by: Window.month.length.seconds)
    let result = estimates.result
    let histories = """
      Simulated: \(ChartAxis.grouped(result.replications)) years, seed \(result.seed).
      """
    guard let low = seconds.low, let high = seconds.high else { return histories }
    return histories
      + " 95% interval: \(text(low)) to \(text(high)) down a month."
  }

  private static func text(_ seconds: Double) -> String {
    (try? Duration(seconds: max(0, seconds))).map { HumanFigures.duration($0) } ?? "unknown"
  }

  // MARK: Demands that vary

  private func adequacy(
    against profile: DemandProfile, _ notes: inout ReviewNotes
  ) -> Answer {
    do throws(ResourceAdequacyError) {
      let answer = try AdequacyAnswer(
        program.topology, of: name, against: profile,
        assuming: program.assumptions(about: name) + program.medians(about: name))
      let figures = answer.figures
      let short = HumanFigures.number(figures.lossOfLoadHours, digits: 4)
      let served = HumanFigures.percent(figures.servedShare)
      let card = notes.taking(
        AdequacyCard.report(answer), of: "what falls short", keepsHeading: false)
      return Answer(
        "Short \(short) h in \(HumanFigures.duration(figures.period)): \(served) of the demand served.",
        "Exact: worked out from the capacities, without a sampling error.", card)
    } catch {
      return Answer(none: Self.sentence(error.description))
    }
  }
}
