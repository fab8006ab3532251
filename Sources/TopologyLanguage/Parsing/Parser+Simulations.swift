// Simulations.
extension Parser {
  mutating func parseSimulation() throws(Diagnostic) -> Question {
    guard current.keyword != .for else {
      throw Diagnostic(
        .expectedExpression, "say what to simulate before 'for', as in simulate shop for 1y",
        at: current.span)
    }
    let start = current.span
    let expression = try parseExpression()
    let subject = span(from: start)
    let duration = take(.for) ? try parseDuration(after: "'for'") : nil
    let options = try parseSimulationOptions()
    return .simulate(
      SimulationSyntax(expression, duration: duration, options: options, subjectSpan: subject))
  }

  mutating func parseSimulationOptions() throws(Diagnostic) -> [SimulationOption] {
    var options: [SimulationOption] = []
    while take(.comma) { options.append(try parseSimulationOption()) }
    if isAtOption {
      throw missing(.missingComma, "options are separated by commas", insert: ",")
    }
    return options
  }

  /// True at the word of an option.
  var isAtOption: Bool { current.kind == .word && Self.simulationOptions.contains(text(current)) }

  /// One option, where `others` may stand too.
  mutating func parseSimulationOption(
    besides others: [String] = []
  ) throws(Diagnostic) -> SimulationOption {
    let start = current.span
    let content = try parseSimulationContent(besides: others)
    return SimulationOption(content, span: span(from: start))
  }

  private mutating func parseSimulationContent(
    besides others: [String]
  ) throws(Diagnostic) -> SimulationOption.Content {
    let word = "'\(text(current))'"
    switch current.keyword {
    case .runs: return .runs(try parseOptionCount())
    case .seed: return .seed(try parseOptionCount())
    case .threads: return .threads(try parseOptionCount())
    case .error:
      advance()
      return .error(try parsePercent(after: word))
    case .within:
      advance()
      return .within(try parseDuration(after: word))
    case .from:
      advance()
      return .from(try parseChoice("a beginning"))
    case .by:
      advance()
      return .by(try parseWindow())
    case .exceeding:
      advance()
      return .exceeding(try parseDurations(after: word))
    case .counting:
      advance()
      try expect(.below, after: word)
      return .counting(below: try parsePercent(after: "'below'"))
    case .sampling:
      advance()
      return .sampling(try parseChoice("a way of sampling"))
    default:
      throw clauseAmongOptions() ?? unknownWord("an option", among: others + Self.simulationOptions)
    }
  }

  /// `simulate 2 of 3 99.5%, mttr 5min`
  private func clauseAmongOptions() -> Diagnostic? {
    guard current.keyword?.beginsClause ?? false else { return nil }
    return Diagnostic(
      .misplacedClause,
      "\(found) belongs in the parentheses of what it is about, as in (99.5%, mttr 5min)",
      at: current.span)
  }

  /// The words that begin an option.
  static let simulationOptions = [
    "runs", "seed", "error", "within", "threads", "from", "by", "exceeding", "counting", "sampling",
  ]

  private mutating func parseOptionCount() throws(Diagnostic) -> CountSyntax {
    let word = "'\(text(advance()))'"
    return try parseCount(after: word)
  }

  /// One of the words of `Choice`.
  mutating func parseChoice<Choice: RawRepresentable & CaseIterable>(
    _ what: String
  ) throws(Diagnostic) -> Choice where Choice.RawValue == String {
    guard current.kind == .word, let choice = Choice(rawValue: text(current)) else {
      throw unknownWord(what, among: Choice.allCases.map(\.rawValue))
    }
    advance()
    return choice
  }

  private mutating func parseDurations(after word: String) throws(Diagnostic) -> [DurationSyntax] {
    var durations = [try parseListedDuration(after: word)]
    while current.kind == .number { durations.append(try parseListedDuration(after: word)) }
    return durations
  }
}
