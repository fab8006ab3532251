import Quantities

// Percentages and nines.
extension Parser {
  /// A percentage; `word` is what it belongs to, for the sentence of refusal.
  mutating func parsePercent(after word: String) throws(Diagnostic) -> PercentSyntax {
    if current.keyword == .posterior { return .posterior(try parsePosterior(of: .chance)) }
    return try parseQuantity { parser throws(Diagnostic) in
      try parser.parsePercentLiteral(after: word)
    }
  }

  private mutating func parsePercentLiteral(
    after word: String
  ) throws(Diagnostic) -> Written<Probability> {
    guard current.kind == .number else {
      throw expected("a percentage such as 99.9%", .expectedPercentage, after: word)
    }
    switch peek() {
    case let next where next.kind == .percentSign: return try parsePercentage()
    case let next where next.keyword == .nines: return try parseNines()
    default: throw missingPercent(after: word)
    }
  }

  private mutating func parsePercentage() throws(Diagnostic) -> Written<Probability> {
    let span = current.span.through(peek().span)
    let digits = text(current)
    do throws(QuantityError) {
      let probability = try Probability.percent(digits)
      advance()
      advance()
      return Written(probability, text: "\(digits)%", span: span)
    } catch {
      if case .tooManyDigits = error { throw tooLarge(current) }
      throw Diagnostic(
        .notAPercentage, "'\(source.text(in: span).prefix(40))' is above 100%", at: span,
        fixes: ["100%"])
    }
  }

  private mutating func parseNines() throws(Diagnostic) -> Written<Probability> {
    let span = current.span.through(peek().span)
    let digits = text(current)
    guard let count = Int(digits.filter { $0 != "_" }) else { throw try fractionalNines(span) }
    do throws(QuantityError) {
      let probability = try Probability.nines(count)
      advance()
      advance()
      return Written(probability, text: "\(digits) nines", span: span)
    } catch {
      throw Diagnostic(
        .numberTooLarge, "'\(digits.prefix(40)) nines' is out of range; 0 to 300 can be held",
        at: span, fixes: ["300 nines"])
    }
  }

  /// `3.5 nines` is 99.95 % to some and 99.9684 % to others.
  private func fractionalNines(_ span: SourceSpan) throws(Diagnostic) -> Diagnostic {
    let readings = FractionalNines.readings(of: try double(current))
    let meanings = readings.isEmpty ? "" : " (\(Self.list(readings)))"
    return Diagnostic(
      .fractionalNines, "nines are counted in whole numbers; write the percentage\(meanings)",
      at: span, fixes: readings)
  }

  /// A number without its sign, or with the unit of something else.
  func missingPercent(after word: String) -> Diagnostic {
    let next = peek()
    if let sign = percentSignSpelling(next) { return misspeltSign(sign, next) }
    if next.kind == .word, isGlued(current, next) || durationUnit(next) != nil {
      return expected("a percentage such as 99.9%", .expectedPercentage, after: word)
    }
    return Diagnostic(
      .missingPercent, "expected a percentage after \(word), found the bare number \(found)",
      at: current.span, fixes: percentReadings(text(current)))
  }

  func misspeltSign(_ sign: String, _ token: Token) -> Diagnostic {
    let isWord = sign == "nines"
    return Diagnostic(
      .missingPercent, "a percentage is written with '\(sign)'", at: token.span,
      fixes: [isWord && isGlued(current, token) ? " \(sign)" : sign])
  }

  /// `99.9 percent` and `5 nine`.
  func percentSignSpelling(_ token: Token) -> String? {
    guard token.kind == .word || token.kind == .symbol else { return nil }
    switch text(token).lowercased() {
    case "％", "percent", "pct", "pc", "percents": return "%"
    case "nine", "9s", "nines": return "nines"
    default: return nil
    }
  }

  /// What a bare number probably means as a percentage: 0.999 is 99.9%, 99.9 is 99.9%.
  func percentReadings(_ digits: String) -> [String] {
    guard let number = try? DecimalNumber(digits), number.double <= 100 else { return [] }
    guard number.double < 1, !number.isZero else { return ["\(digits)%"] }
    return ["\(PlainDecimal.text(number.scaled(byPowerOfTen: 2)))%", "\(digits)%"]
  }
}
