// Times and the laws of random times.
extension Parser {
  /// A duration, a law or the name of one.
  mutating func parseTime(after word: String) throws(Diagnostic) -> TimeSyntax {
    if let keyword = current.keyword, keyword.isLaw { return .law(try parseLaw(keyword)) }
    if isName(current) {
      if current.kind == .word, peek().kind == .openParenthesis { throw unknownLaw() }
      if durationUnit(peek()) != nil {
        throw expected("a duration such as 30d", .expectedDuration, after: word)
      }
      let token = advance()
      return .name(Identifier(nameText(token), span: token.span))
    }
    let isReserved =
      current.kind == .word && current.keyword != nil && current.keyword != .posterior
    if isReserved, peek().endsStatement { throw reservedWord() }
    return .duration(try parseDuration(after: word))
  }

  private func unknownLaw() -> Diagnostic {
    let laws = Keyword.allCases.filter(\.isLaw).map(\.rawValue)
    return unknownWord("a law", among: laws)
  }

  private mutating func parseLaw(_ keyword: Keyword) throws(Diagnostic) -> LawSyntax {
    let start = advance().span
    let example = Self.example(of: keyword)
    guard current.kind == .openParenthesis else {
      throw refusal(
        .lawParameters, "expected the parameters of '\(keyword.rawValue)', as in \(example)")
    }
    openParentheses += 1
    advance()
    let form = try parseLawForm(keyword)
    guard current.kind == .closeParenthesis else { throw endOfLaw(keyword) }
    advance()
    openParentheses -= 1
    return LawSyntax(form, span: span(from: start))
  }

  private func endOfLaw(_ keyword: Keyword) -> Diagnostic {
    let message =
      "expected ')' behind the parameters of '\(keyword.rawValue)', as in "
      + "\(Self.example(of: keyword)), found \(found)"
    return current.kind == .comma || current.kind == .number
      ? refusal(.lawParameters, message)
      : missing(.missingParenthesis, message, insert: ")")
  }

  private static func example(of keyword: Keyword) -> String {
    switch keyword {
    case .lognormal: "lognormal(1h, sigma 1)"
    case .weibull: "weibull(30d, shape 1.5)"
    case .gamma: "gamma(1h, shape 2)"
    case .erlang: "erlang(1h, 3)"
    case .hyperexponential: "hyperexponential(1h, cv 2)"
    case .uniform: "uniform(10min, 2h)"
    case .fixed: "fixed(30s)"
    case .empirical: "empirical(\"repairs.csv\")"
    default: "exponential(1h)"
    }
  }

  private mutating func parseLawForm(_ keyword: Keyword) throws(Diagnostic) -> LawSyntax.Form {
    let word = "'\(keyword.rawValue)('"
    if keyword == .empirical { return .empirical(file: try parseQuotedText(after: word)) }
    let mean = try parseDuration(after: word)
    switch keyword {
    case .lognormal: return .lognormal(mean: mean, sigma: try parameter("sigma", keyword))
    case .weibull: return .weibull(mean: mean, shape: try parameter("shape", keyword))
    case .gamma: return .gamma(mean: mean, shape: try parameter("shape", keyword))
    case .erlang: return .erlang(mean: mean, stages: try parameter("stages", keyword))
    case .hyperexponential: return .hyperexponential(mean: mean, cv: try parameter("cv", keyword))
    case .uniform:
      try expectLawComma(keyword)
      return .uniform(low: mean, high: try parseDuration(after: "','"))
    case .fixed: return .fixed(mean)
    default: return .exponential(mean: mean)
    }
  }

  /// The second parameter, whose label may be left out.
  private mutating func parameter(
    _ label: String, _ keyword: Keyword
  ) throws(Diagnostic) -> NumberSyntax {
    try expectLawComma(keyword)
    if current.kind == .word {
      guard text(current) == label else {
        throw refusal(
          .lawParameters, "'\(keyword.rawValue)' takes '\(label)', found \(found)", fixes: [label])
      }
      advance()
    }
    return try parseNumber(after: "'\(label)'")
  }

  private mutating func expectLawComma(_ keyword: Keyword) throws(Diagnostic) {
    guard !take(.comma) else { return }
    let message =
      "'\(keyword.rawValue)' takes two parameters, as in \(Self.example(of: keyword))"
    guard current.kind == .number || current.kind == .word else {
      guard current.kind == .closeParenthesis else { throw refusal(.lawParameters, message) }
      let label = Self.example(of: keyword).split(separator: ",").last?.dropLast() ?? ""
      throw missing(.lawParameters, message, insert: ",\(label)")
    }
    throw missing(.missingComma, message, insert: ",")
  }
}

// Values that show their dimension by themselves.
extension Parser {
  mutating func parseValue(after word: String) throws(Diagnostic) -> ValueSyntax {
    if current.keyword == .posterior {
      guard peek(3).keyword == .of else { return .duration(try parseDuration(after: word)) }
      return .percent(try parsePercent(after: word))
    }
    guard current.kind == .number else { return try parseValueName(after: word) }
    let next = peek()
    if next.kind == .percentSign || next.keyword == .nines || percentSignSpelling(next) != nil {
      return .percent(try parsePercent(after: word))
    }
    let isUnit = durationUnit(next) != nil || text(next) == "m" && isGlued(current, next)
    if isUnit || beginsRangeOfDurations { return .duration(try parseDuration(after: word)) }
    if next.kind == .word, next.keyword == nil { return .rate(try parseRate(after: word)) }
    return .number(try parseNumber(after: word))
  }

  /// `20 to 45d`, where the unit is missing.
  private var beginsRangeOfDurations: Bool {
    peek().keyword == .to && peek(2).kind == .number && durationUnit(peek(3)) != nil
  }

  private mutating func parseValueName(after word: String) throws(Diagnostic) -> ValueSyntax {
    guard isName(current) || current.keyword?.isLaw ?? false else {
      throw expected("a value", .expectedValue, after: word)
    }
    switch try parseTime(after: word) {
    case .law(let law): return .law(law)
    case .name(let name): return .name(name)
    case .duration(let duration): return .duration(duration)
    }
  }

  /// `1..20`
  mutating func parseRange(after word: String) throws(Diagnostic) -> RangeSyntax {
    let low = try parseValue(after: word)
    guard take(.dots) else {
      throw missing(
        .missingWord, "expected '..' and the end of the range, found \(found)", insert: "..")
    }
    return RangeSyntax(low: low, high: try parseValue(after: "'..'"))
  }
}
