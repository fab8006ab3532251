import OutageSimulation
import Quantities
import ServiceLevels

/// What is asked of a promise, from what was written.
struct PromiseReading {
  /// What stands behind the question.
  let details: ChanceDetails
  /// Where the question stands.
  let span: SourceSpan
  let source: SourceText

  /// How often a promise must be met where nothing is said.
  static let usual = Probability(uncheckedValue: 0.95, complement: 0.05)
  private static let usualText = "95%"

  /// A promise that is judged, `confidence` being the least chance of meeting it in a window.
  func check(
    _ name: String, _ agreement: ServiceLevelAgreement, text: String,
    with confidence: PercentSyntax?, longRun: CheckedQuestion.Target?, assuming defaults: [String]
  ) throws(Diagnostic) -> CheckedPromise {
    let required = try confidence.map { percent throws(Diagnostic) in try Self.chance(percent) }
    let usual =
      required == nil
      ? ["it is to be met in \(Self.usualText) of its windows; `with 99%` asks for more"] : []
    return try promise(
      name, agreement, text, required: required ?? Self.usual, longRun,
      assuming: usual + defaults)
  }

  /// A promise whose chance is asked alone.
  func chance(
    _ name: String, _ agreement: ServiceLevelAgreement, text: String, exceeded: Duration? = nil,
    assuming defaults: [String]
  ) throws(Diagnostic) -> CheckedPromise {
    try promise(name, agreement, text, required: nil, nil, exceeded: exceeded, assuming: defaults)
  }

  private func promise(
    _ name: String, _ agreement: ServiceLevelAgreement, _ text: String, required: Probability?,
    _ longRun: CheckedQuestion.Target?, exceeded: Duration? = nil, assuming defaults: [String]
  ) throws(Diagnostic) -> CheckedPromise {
    let question = try question(agreement)
    try refuseThreshold(of: agreement)
    let reading = try SimulationReading(details.options, deciding: required, on: question, source)
    return CheckedPromise(
      name: name, question: question, text: text, required: required, longRun: longRun,
      exceeded: exceeded, request: reading.request,
      isSimulationAsked: details.options.contains { Self.simulates.contains($0.content.word) },
      assumptions: defaults,
      simulationAssumptions: reading.assumptions(aboutChances: required != nil),
      places: reading.places(of: span))
  }

  /// A rule that looks at levels has no other threshold.
  private func refuseThreshold(of agreement: ServiceLevelAgreement) throws(Diagnostic) {
    guard agreement.rule.countsErrors,
      let option = details.options.first(where: { $0.content.word == "counting below" })
    else { return }
    let removal = ClauseRemoval(of: option.span, in: source)
    throw Diagnostic(
      .contradictoryOptions,
      "the promise counts what is lost at every level, so that none is the threshold",
      at: removal.span, fixes: removal.fixes)
  }

  private static func chance(_ percent: PercentSyntax) throws(Diagnostic) -> Probability {
    let value = try QuantityReading.value(percent)
    guard value.value > 0, value.complement > 0 else {
      throw Diagnostic(
        .valueOutOfRange,
        "the share of windows that meet it is above 0% and below 100%, not \(percent.text)",
        at: percent.span, fixes: ["99%"])
    }
    return value
  }

  /// Options that mean nothing without a simulation.
  private static let simulates = ["runs", "seed", "within", "threads", "sampling"]

  // MARK: Windows that have begun

  private func question(_ agreement: ServiceLevelAgreement) throws(Diagnostic) -> ContractQuestion {
    guard let given = details.given else {
      let question = ContractQuestion(agreement)
      guard question.agreement.window.length <= SimulationRequest.longestHorizon else {
        throw Diagnostic(
          .valueOutOfRange, "a window that is judged lasts at most 100 y", at: span)
      }
      return question
    }
    let begun = ContractQuestion.BegunWindow(
      counted: try QuantityReading.value(given.down), left: try QuantityReading.value(given.left))
    if agreement.isRolling {
      throw Diagnostic(
        .contradictoryOptions,
        "windows that roll have no beginning, so that none has begun; leave 'given' out",
        at: removal(of: given).span, fixes: removal(of: given).fixes)
    }
    do throws(ServiceLevelError) {
      return try ContractQuestion(agreement, given: begun)
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: given.span)
    }
  }

  private func removal(of given: GivenSyntax) -> ClauseRemoval {
    ClauseRemoval(of: given.span, in: source)
  }
}
