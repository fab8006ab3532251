// Checks, and chances that stand alone.
extension Parser {
  mutating func parseCheck() throws(Diagnostic) -> Question {
    let name = try parseName(after: "'check'")
    let goal = try parseGoal(of: name)
    let confidence = take(.with) ? try parsePercent(after: "'with'") : nil
    return .check(
      CheckSyntax(name, goal, confidence: confidence, details: try parseChanceDetails()))
  }

  /// `99.95% per month`, `shop 99.95% per month` or `shop meets gold`, behind `budget`.
  mutating func parseBudget() throws(Diagnostic) -> BudgetSyntax {
    guard isName(current) else {
      let percent = try parsePercent(after: "'budget'")
      let window = try parsePer(after: percent)
      return BudgetSyntax(
        nil, .availability(percent, per: window), errors: try parseErrors(after: window))
    }
    let name = try parseName(after: "'budget'")
    let goal = try parseGoal(of: name)
    return BudgetSyntax(name, goal, options: try parseSimulationOptions())
  }

  /// `, errors 2%`
  private mutating func parseErrors(
    after window: WindowSyntax
  ) throws(Diagnostic) -> PercentSyntax? {
    guard take(.comma) else { return nil }
    guard take(.errors) else {
      throw refusal(
        .unexpectedText, "behind a budget may stand 'errors 2%', found \(found)",
        notes: ["options of a simulation need something to simulate: budget shop 99.9% per month"])
    }
    return try parsePercent(after: "'errors'")
  }

  private mutating func parseGoal(of name: Identifier) throws(Diagnostic) -> CheckSyntax.Goal {
    if take(.meets) { return .meets(try parseName(after: "'meets'")) }
    if isAtWord("survives") { return try parseLoss() }
    guard current.kind == .number || current.keyword == .posterior else {
      if let diagnostic = misspeltContinuation() { throw diagnostic }
      throw expected(
        "a percentage such as 99.9% per month, 'meets' or 'survives'", .expectedPercentage,
        after: "'\(name.text)'")
    }
    let percent = try parsePercent(after: "'\(name.text)'")
    return .availability(percent, per: try parsePer(after: percent))
  }

  /// `survives 1 az`, `survives 25% of web`
  private mutating func parseLoss() throws(Diagnostic) -> CheckSyntax.Goal {
    advance()
    let next = peek()
    let isShare = next.kind == .percentSign || percentSignSpelling(next) != nil
    let loss: LossSyntax =
      isShare
      ? .share(try parsePercent(after: "'survives'"))
      : .count(try parseCount(after: "'survives'"))
    _ = take(.of)
    return .survives(loss, of: try parseName(after: "what is lost"))
  }

  /// True at the beginning of `P(shop meets gold)`.
  var isAtChance: Bool {
    current.kind == .word && text(current) == "P" && peek().kind == .openParenthesis
  }

  mutating func parseChance() throws(Diagnostic) -> Question {
    let term = try parseProbabilityTerm()
    return .chance(ChanceSyntax(term, details: try parseChanceDetails()))
  }

  // MARK: What stands behind

  private mutating func parseChanceDetails() throws(Diagnostic) -> ChanceDetails {
    var given: GivenSyntax?
    var options: [SimulationOption] = []
    while take(.comma) {
      guard isAtWord("given") else {
        options.append(try parseSimulationOption(besides: ["given"]))
        continue
      }
      guard given == nil else {
        throw Diagnostic(
          .duplicateClause, "'given' stands here twice; keep one of them", at: current.span)
      }
      given = try parseGiven()
    }
    if isAtWord("given") || isAtOption {
      throw missing(.missingComma, "options are separated by commas", insert: ",")
    }
    return ChanceDetails(given: given, options: options)
  }

  /// `given 12min down, 9d left`
  private mutating func parseGiven() throws(Diagnostic) -> GivenSyntax {
    let start = advance().span
    let down = try parseDuration(after: "'given'")
    try expectWord("down", after: "the time counted so far")
    guard take(.comma) else {
      throw missing(
        .missingWord, "expected what is left of the window, such as ', 9d left', found \(found)",
        insert: ", 9d left")
    }
    let left = try parseDuration(after: "','")
    try expectWord("left", after: "the time that is left")
    return GivenSyntax(down: down, left: left, span: span(from: start))
  }

  func isAtWord(_ word: String) -> Bool {
    current.kind == .word && text(current) == word
  }

  private mutating func expectWord(_ word: String, after place: String) throws(Diagnostic) {
    guard isAtWord(word) else {
      throw missing(
        .missingWord, "expected '\(word)' after \(place), found \(found)", insert: " \(word)")
    }
    advance()
  }
}
