// Simulations.
extension Parser {
  mutating func parseSimulation() throws(Diagnostic) -> Question {
    let expression = try parseExpression()
    let duration = take(.for) ? try parseDuration(after: "'for'") : nil
    var options: [SimulationOption] = []
    while take(.comma) { options.append(try parseSimulationOption()) }
    return .simulate(expression, duration: duration, options: options)
  }

  private mutating func parseSimulationOption() throws(Diagnostic) -> SimulationOption {
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
    default: throw unknownWord("an option", among: Self.options)
    }
  }

  private static let options = [
    "runs", "seed", "error", "within", "threads", "from", "by", "exceeding", "counting", "sampling",
  ]

  private mutating func parseOptionCount() throws(Diagnostic) -> CountSyntax {
    let word = "'\(text(advance()))'"
    return try parseCount(after: word)
  }

  /// One of the words of `Choice`.
  private mutating func parseChoice<Choice: RawRepresentable & CaseIterable>(
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
