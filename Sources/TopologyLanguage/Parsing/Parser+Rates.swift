import Quantities

// Flows.
extension Parser {
  /// A flow; `word` is what it belongs to, for the sentence of refusal.
  mutating func parseRate(after word: String) throws(Diagnostic) -> RateSyntax {
    if word == "'capacity'", isAtWorkers { return try parseWorkers() }
    return try parseQuantity { parser throws(Diagnostic) in try parser.parseRateLiteral(after: word)
    }
  }

  private mutating func parseRateLiteral(
    after word: String
  ) throws(Diagnostic) -> Written<Rate> {
    guard current.kind == .number else {
      throw expected("a rate such as 500 rps", .expectedRate, after: word)
    }
    let start = current.span
    let number = try double(current)
    let digits = text(current)
    let prefix = multiplier(peek())
    let unit = peek(prefix == nil ? 1 : 2)
    guard isRateUnit(unit) else { throw wrongRateUnit(after: word, multiplier: prefix?.symbol) }
    guard let rate = try? Rate(number * (prefix?.factor ?? 1), unit: text(unit)) else {
      throw tooLarge(current)
    }
    for _ in 0..<(prefix == nil ? 2 : 3) { advance() }
    return Written(
      rate, text: "\(digits)\(prefix?.symbol ?? "") \(text(unit))", span: span(from: start))
  }

  private func multiplier(_ token: Token) -> (symbol: String, factor: Double)? {
    guard token.kind == .word else { return nil }
    switch text(token) {
    case "k": return ("k", 1e3)
    case "M": return ("M", 1e6)
    default: return nil
    }
  }

  private func isRateUnit(_ token: Token) -> Bool {
    guard token.kind == .word, token.keyword == nil else { return false }
    return durationUnit(token) == nil && text(token) != "m" && flowWithMultiplier(token) == nil
  }

  /// `krps` for `k rps`.
  private func flowWithMultiplier(_ token: Token) -> String? {
    let word = text(token)
    guard let first = word.first, "kKM".contains(first) else { return nil }
    let flow = String(word.dropFirst())
    let symbol = first == "M" ? "M" : "k"
    return ["rps", "qps", "tps", "rpm"].contains(flow) ? "\(symbol) \(flow)" : nil
  }

  private func wrongRateUnit(after word: String, multiplier: String?) -> Diagnostic {
    let unit = peek(multiplier == nil ? 1 : 2)
    if let flow = flowWithMultiplier(unit) {
      return Diagnostic(
        .unknownUnit, "the multiplier stands before the unit", at: unit.span, fixes: [flow])
    }
    if unit.kind == .percentSign || unit.keyword == .nines || durationUnit(unit) != nil {
      return expected("a rate such as 500 rps", .expectedRate, after: word)
    }
    let digits = "\(text(current))\(multiplier ?? "")"
    let number = multiplier == nil ? current.span : current.span.through(peek().span)
    let slash = perTime(after: multiplier == nil ? 1 : 2)
    return Diagnostic(
      .missingUnit, "expected a rate after \(word), found '\(digits)' without a unit such as rps",
      at: slash.map { number.through($0.span) } ?? number,
      fixes: ["\(digits) \(slash?.unit ?? "rps")"])
  }

  /// `500/s`
  private func perTime(after distance: Int) -> (span: SourceSpan, unit: String)? {
    guard text(peek(distance)) == "/", let time = durationUnit(peek(distance + 1)) else {
      return nil
    }
    let span = peek(distance + 1).span
    switch time {
    case .second: return (span, "rps")
    case .minute: return (span, "rpm")
    default: return nil
    }
  }
}
