import OutageSimulation
import Quantities
import ServiceLevels

/// The request that a duration and options make: each option at most once, none against another.
struct SimulationReading {
  private let source: SourceText
  private let options: [SimulationOption]
  private(set) var request: SimulationRequest
  private var error: Double?
  private var limit: Duration?

  init(_ simulation: SimulationSyntax, _ source: SourceText) throws(Diagnostic) {
    try self.init(simulation.duration, simulation.options, source)
  }

  /// Replications of `duration`, or of `usual` where that isn't said.
  init(
    _ duration: DurationSyntax?, unless usual: Duration = .years(1),
    _ options: [SimulationOption], _ source: SourceText
  ) throws(Diagnostic) {
    self.source = source
    self.options = options
    request = SimulationRequest(horizon: try Self.horizon(duration, unless: usual))
    request.stopping = .untilError(0.01, atMost: Self.defaultLimit)
    try refuseRepetition()
    for option in options { try take(option.content) }
    try refuseContradictions()
    if error != nil || limit != nil { request.stopping = Self.rule(error, limit) }
  }

  /// What is asked about a promise: it runs until a chance of `required` is decided, or without one to
  /// an error as any simulation does.
  init(
    _ options: [SimulationOption], deciding required: Probability?,
    on question: ContractQuestion, _ source: SourceText
  ) throws(Diagnostic) {
    self.source = source
    self.options = options
    request = SimulationRequest(horizon: question.span)
    request.contracts = [question]
    let usual = StoppingRule.untilError(0.01, atMost: Self.defaultLimit)
    request.stopping = required.map { .untilDecided($0, atMost: Self.defaultLimit) } ?? usual
    try refuseRepetition()
    try refuseSpreadOptions()
    for option in options { try take(option.content) }
    try refuseContradictions()
    guard let limit else { return }
    request.stopping = required.map { .untilDecided($0, atMost: limit) } ?? .within(limit)
  }

  /// A run that isn't told when to stop ends here, so that a prompt answers in any case.
  private static let defaultLimit = Duration.seconds(10)

  private static func rule(_ error: Double?, _ limit: Duration?) -> StoppingRule {
    if let error { return .untilError(error, atMost: limit) }
    return .within(limit ?? defaultLimit)
  }

  /// The simulation of `name`, of which `demand` is asked, by the question at `span`; `defaults` are
  /// what the topology leaves to them, a sentence each.
  func simulation(
    of name: String, under demand: Rate?, assuming defaults: [String], at span: SourceSpan,
    isOneHistory: Bool = false
  ) -> CheckedSimulation {
    CheckedSimulation(
      name: name, request: request,
      assumptions: (demand.map { [meaning(of: $0)] } ?? []) + defaults
        + (isOneHistory ? [] : stoppingAssumptions),
      places: places(of: span))
  }

  private var stoppingAssumptions: [String] {
    let isSaid = options.contains { Self.stops.contains($0.content.word) }
    return isSaid ? [] : ["it stops at an error of 1% of the mean downtime, or after 10 s"]
  }

  /// What decides when a chance is known well enough, where nothing is said.
  func assumptions(aboutChances isJudged: Bool) -> [String] {
    if stoppingAssumptions.isEmpty { return [] }
    return isJudged
      ? ["it stops when that is decided, or after 10 s; `within 5min` gives it longer"]
      : ["it stops at an error of 1% of the chance and of its opposite, or after 10 s"]
  }

  /// Where the question and its options stand.
  func places(of question: SourceSpan) -> CheckedSimulation.Places {
    CheckedSimulation.Places(
      question: question, sampling: option("sampling").map { removal(of: $0) },
      stopping: options.first { Self.stops.contains($0.content.word) }?.span)
  }

  private func meaning(of demand: Rate) -> String {
    request.countsBelow == nil
      ? "down means less than the demand of \(demand.label)"
      : "a level is the share of the demand of \(demand.label) that is carried"
  }

  // MARK: Options against each other

  private static let stops = ["runs", "error", "within"]

  private func option(_ word: String) -> SimulationOption? {
    options.first { $0.content.word == word }
  }

  private func removal(of option: SimulationOption) -> ClauseRemoval {
    ClauseRemoval(of: option.span, in: source)
  }

  /// Options about how downtime spreads say nothing about one promise.
  private func refuseSpreadOptions() throws(Diagnostic) {
    try refuse(
      SimulationOption.wordsNotOfChances,
      "belongs to `simulate`; a chance takes runs, within, seed and others")
  }

  /// Options about many histories say nothing about one.
  func refuseRunOptions() throws(Diagnostic) {
    try refuse(
      SimulationOption.wordsNotOfTimelines,
      "is about many histories, and a timeline shows one; it takes seed, from and counting below")
  }

  private func refuse(_ words: [String], _ reason: String) throws(Diagnostic) {
    for option in options where words.contains(option.content.word) {
      let removal = removal(of: option)
      throw Diagnostic(
        .misplacedClause, "'\(option.content.word)' \(reason)", at: removal.span,
        fixes: removal.fixes)
    }
  }

  private func refuseRepetition() throws(Diagnostic) {
    var words: Set<String> = []
    for option in options where !words.insert(option.content.word).inserted {
      let removal = removal(of: option)
      throw Diagnostic(
        .duplicateClause, "'\(option.content.word)' stands here twice; keep one of them",
        at: removal.span, fixes: removal.fixes)
    }
  }

  private func refuseContradictions() throws(Diagnostic) {
    if option("runs") != nil, let other = option("error") ?? option("within") {
      throw contradiction(
        other, "'runs' says when to stop, and so does '\(other.content.word)'; keep one of them")
    }
    if request.start == .up, request.sampling == .conditioned, let option = option("sampling") {
      throw contradiction(option, "\(SimulationError.conditionedFromUp)")
    }
    if let window = request.window, window.length > request.horizon { throw longWindow(window) }
  }

  private func contradiction(_ option: SimulationOption, _ message: String) -> Diagnostic {
    let removal = removal(of: option)
    return Diagnostic(.contradictoryOptions, message, at: removal.span, fixes: removal.fixes)
  }

  private func longWindow(_ window: Window) -> Diagnostic {
    let removal = option("by").map { self.removal(of: $0) }
    return Diagnostic(
      .contradictoryOptions, "a window of 'by' is at most as long as a replication",
      at: removal?.span ?? .unknown, fixes: removal?.fixes ?? [])
  }
}

// Values and their ranges.
extension SimulationReading {
  private mutating func take(_ option: SimulationOption.Content) throws(Diagnostic) {
    switch option {
    case .runs(let count):
      request.stopping = .runs(try Self.number(count, "runs", 1...SimulationRequest.mostRuns))
    case .seed(let count): request.seed = UInt64(try QuantityReading.count(count))
    case .error(let percent): error = try Self.error(percent)
    case .within(let time): limit = try Self.limit(time)
    case .threads(let count): request.threads = try Self.number(count, "threads", 1...4_096)
    case .from(let start): request.start = start == .up ? .up : .steady
    case .by(let window): request.window = try Self.window(window)
    case .exceeding(let times):
      for time in times { request.thresholds.append(try QuantityReading.value(time)) }
    case .counting(let percent): request.countsBelow = try Self.threshold(percent)
    case .sampling(let sampling):
      request.sampling = sampling == .plain ? .plain : .conditioned
    }
  }

  private static func horizon(
    _ duration: DurationSyntax?, unless usual: Duration
  ) throws(Diagnostic) -> Duration {
    guard let duration else { return usual }
    let value = try QuantityReading.value(duration)
    guard value.seconds >= 1e-9, value <= SimulationRequest.longestHorizon else {
      throw Diagnostic(
        .valueOutOfRange, "a replication lasts 1 ns to 100 y, not \(duration.text)",
        at: duration.span, fixes: [value.seconds < 1 ? "1y" : "100y"])
    }
    return value
  }

  private static func number(
    _ count: CountSyntax, _ word: String, _ range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int {
    let value = try QuantityReading.count(count)
    guard range.contains(value) else {
      let most = grouped(range.upperBound)
      throw Diagnostic(
        .valueOutOfRange, "'\(word)' can be 1 to \(most), not \(value)", at: count.span,
        fixes: [value > 1 ? most : word == "runs" ? "1_000" : "1"])
    }
    return value
  }

  /// `1_000_000`, as the language writes large numbers.
  private static func grouped(_ number: Int) -> String {
    guard number >= 1_000 else { return "\(number)" }
    return grouped(number / 1_000) + "_" + "\(number % 1_000 + 1_000)".dropFirst()
  }

  private static func error(_ percent: PercentSyntax) throws(Diagnostic) -> Double {
    let value = try QuantityReading.value(percent)
    guard value.value > 0, value.complement > 0 else {
      throw Diagnostic(
        .valueOutOfRange, "an error is above 0% and below 100%, not \(percent.text)",
        at: percent.span, fixes: ["1%"])
    }
    return value.value
  }

  private static func limit(_ time: DurationSyntax) throws(Diagnostic) -> Duration {
    let value = try QuantityReading.value(time)
    guard value > .zero else {
      throw Diagnostic(
        .valueOutOfRange, "the time to run in is longer than 0", at: time.span, fixes: ["10s"])
    }
    return value
  }

  private static func window(_ window: WindowSyntax) throws(Diagnostic) -> Window {
    if case .calendarMonth = window.value {
      throw .notYet(form: "'by calendar month' is", window.span, fixes: ["month"])
    }
    guard window.value.length.seconds >= 1e-9 else {
      throw Diagnostic(
        .valueOutOfRange, "a window lasts 1 ns or longer, not \(window.text)", at: window.span,
        fixes: ["month"])
    }
    return window.value
  }

  private static func threshold(_ percent: PercentSyntax) throws(Diagnostic) -> Probability {
    let value = try QuantityReading.value(percent)
    guard value.value > 0 else {
      throw Diagnostic(
        .valueOutOfRange, "no level is below \(percent.text), so that nothing would be down",
        at: percent.span, fixes: ["80%"])
    }
    return value
  }
}
