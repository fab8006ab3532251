// Questions.
extension Parser {
  mutating func parseQuestion(_ keyword: Keyword) throws(Diagnostic) -> Question {
    if let command = Question.Command(rawValue: keyword.rawValue) {
      advance()
      return .command(command, words: parseCommandWords())
    }
    let word = "'\(text(advance()))'"
    switch keyword {
    case .check: return try parseCheck()
    case .find: return .find(try parseSearch())
    case .simulate: return try parseSimulation()
    case .with: return try parseWith()
    case .show: return .show(try parseName(after: word), using: try parseEngine())
    case .why: return try parseImportance(after: word)
    case .explain: return .explain(try parseName(after: word), using: try parseEngine())
    case .compare: return try parseComparison()
    case .plot: return try parsePlot()
    case .budget: return .budget(try parseBudget())
    default: return try parseFit()
    }
  }

  /// `why site using exact` or `why site over inputs`
  private mutating func parseImportance(after word: String) throws(Diagnostic) -> Question {
    let name = try parseName(after: word)
    guard take(.over) else { return .why(name, using: try parseEngine()) }
    guard isAtWord("inputs") else { throw unknownWord("what it is asked over", among: ["inputs"]) }
    advance()
    return .inputs(name)
  }

  private mutating func parseEngine() throws(Diagnostic) -> Question.Engine? {
    guard take(.using) else { return nil }
    if take(.exact) { return .exact }
    if take(.simulation) { return .simulation }
    throw unknownWord("a way to the answer", among: Question.Engine.allCases.map(\.rawValue))
  }

  /// `per window`, which can't be left out.
  mutating func parsePer(after percent: PercentSyntax) throws(Diagnostic) -> WindowSyntax {
    guard current.keyword == .per || current.kind == .word && current.keyword == nil else {
      throw missing(
        .missingWord, "expected 'per' and a window after \(percent.text), found \(found)",
        insert: " per year", " per month")
    }
    try expect(.per, after: percent.text)
    return try parseWindow()
  }

  /// True at the beginning of `improve shop`; the word is a name elsewhere.
  var isAtImprovement: Bool { isAtQuestion("improve") }

  /// True at the beginning of `headroom shop`; the word is a name elsewhere.
  var isAtHeadroom: Bool { isAtQuestion("headroom") }

  private func isAtQuestion(_ word: String) -> Bool {
    current.kind == .word && text(current) == word && isName(peek())
  }

  mutating func parseImprovement() throws(Diagnostic) -> Question {
    advance()
    return .improve(try parseName(after: "'improve'"))
  }

  mutating func parseHeadroom() throws(Diagnostic) -> Question {
    advance()
    return .headroom(try parseName(after: "'headroom'"))
  }

  private mutating func parseWith() throws(Diagnostic) -> Question {
    var overrides: [Override] = []
    repeat {
      let path = try parsePath(after: overrides.isEmpty ? "'with'" : "','")
      try refuseEquals(behind: path)
      let value = try parseValue(after: "'\(path.segments.joined(separator: "."))'")
      overrides.append(Override(path: path, value: value, per: try parsePer(of: path)))
    } while take(.comma)
    guard take(.colon) else {
      throw missing(
        .missingColon, "expected ':' and a question or a name, found \(found)", insert: ":")
    }
    return .with(overrides, try parseInnerStatement())
  }

  private mutating func parseComparison() throws(Diagnostic) -> Question {
    var names = [try parseName(after: "'compare'")]
    var options: [SimulationOption] = []
    while take(.comma) {
      if isAtOption {
        options.append(try parseSimulationOption())
      } else {
        names.append(try parseName(after: "','"))
      }
    }
    return .compare(names, options: options)
  }

  private mutating func parsePlot() throws(Diagnostic) -> Question {
    let name = try parseName(after: "'plot'")
    guard take(.over) else { return .picture(try parsePicture(of: name)) }
    let path = try parsePath(after: "'over'")
    try refuseEquals(behind: path)
    let range = try parseRange(after: "'\(path.segments.joined(separator: "."))'")
    return .plot(name, over: Sweep(path: path, range: range, per: try parsePer(of: path)))
  }

  /// `with db.mttr = 2h: shop`
  private func refuseEquals(behind path: PathSyntax) throws(Diagnostic) {
    guard current.kind == .equals else { return }
    throw Diagnostic(
      .unexpectedText,
      "the value follows '\(path.segments.joined(separator: "."))' without '='",
      at: current.span, fixes: [""])
  }

  /// `per month` or `per az` behind a value, as the clause of the path's word takes it.
  private mutating func parsePer(of path: PathSyntax) throws(Diagnostic) -> PerSyntax? {
    guard current.keyword == .per else { return nil }
    switch path.segments.last {
    case "cost", "availability":
      advance()
      return .window(try parseWindow())
    case "count":
      advance()
      return .domain(try parseName(after: "'per'"))
    default:
      throw refusal(
        .unexpectedText,
        "'per' has no meaning behind '\(path.segments.joined(separator: "."))'; leave it out",
        notes: ["it follows a cost, an availability or a count"])
    }
  }

  /// `as timeline for 1y, seed 7`
  private mutating func parsePicture(of name: Identifier) throws(Diagnostic) -> PictureSyntax {
    var kind = PictureSyntax.Kind.exceedance
    if current.kind == .word, PictureSyntax.Kind(rawValue: text(current)) != nil {
      throw missing(.missingWord, "a picture follows 'as'", insert: " as")
    }
    if isAtWord("as") {
      advance()
      kind = try parseChoice("a picture")
    }
    let duration = take(.for) ? try parseDuration(after: "'for'") : nil
    return PictureSyntax(
      name, as: kind, duration: duration, options: try parseSimulationOptions())
  }

  /// Whatever stands between blanks, up to the end of the statement.
  private mutating func parseCommandWords() -> [Written<String>] {
    var words: [Written<String>] = []
    while !current.endsStatement {
      let first = advance()
      guard first.kind != .string else {
        let name = nameText(first)
        words.append(Written(name, text: QuotedText.quote(name), span: first.span))
        continue
      }
      while !current.endsStatement, current.kind != .string, let previous,
        isGlued(previous, current)
      { advance() }
      let span = span(from: first.span)
      words.append(Written(source.text(in: span), text: source.text(in: span), span: span))
    }
    return words
  }
}
