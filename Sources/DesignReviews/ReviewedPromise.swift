import Nines

/// A promise about what is reviewed: one that the text asks about, or one that it states alone.
struct ReviewedPromise {
  let question: ContractQuestion
  let text: String
  let required: Probability?
  let longRun: CheckedQuestion.Target?
  /// True where the excess of a downtime is asked about.
  let isExcess: Bool
  let request: SimulationRequest
  let isSimulationAsked: Bool
  let assumptions: [String]

  /// What it is called among the figures.
  var figure: String { text + (question.begun == nil ? "" : ", of a window that has begun") }

  /// How often a promise must be met where the text doesn't ask.
  private static let usual = Probability(uncheckedValue: 0.95, complement: 0.05)

  /// One that the text asks about.
  init(_ promise: CheckedPromise, _ limits: ReviewLimits) {
    question = promise.question
    text = promise.text
    required = promise.required
    longRun = promise.longRun
    isExcess = promise.exceeded != nil
    isSimulationAsked = promise.isSimulationAsked
    assumptions = promise.assumptions
    var request = promise.request
    request.seed = limits.seed ?? request.seed
    request.stopping = limits.limiting(request.stopping, deciding: promise.required)
    self.request = request
  }

  /// One that the text states, to be met in 95 % of its windows.
  init(_ agreement: ServiceLevelAgreement, _ limits: ReviewLimits, assuming defaults: [String]) {
    question = ContractQuestion(agreement)
    text = "\(agreement.name), \(agreement.summary)"
    required = Self.usual
    longRun = nil
    isExcess = false
    isSimulationAsked = false
    assumptions =
      ["\(agreement.name) is to be met in 95% of its windows; `with 99%` asks for more"] + defaults
    var request = SimulationRequest(horizon: question.span)
    request.seed = limits.seed ?? 1
    request.stopping = limits.stopping(deciding: Self.usual)
    self.request = request
  }
}
