import Quantities

// Lengths of time.
extension Parser {
  /// The unit of time a token names; nil for other words.
  func durationUnit(_ token: Token) -> DurationUnit? {
    token.kind == .word ? DurationUnit(word: text(token)) : nil
  }

  /// A length of time; `word` is what it belongs to, for the sentence of refusal.
  mutating func parseDuration(after word: String) throws(Diagnostic) -> DurationSyntax {
    let start = current.span
    let duration = try parseListedDuration(after: word)
    try refuseUnitOrder(duration, from: start)
    return duration
  }

  /// A length of time behind which another may follow.
  mutating func parseListedDuration(after word: String) throws(Diagnostic) -> DurationSyntax {
    if current.keyword == .posterior { return .posterior(try parsePosterior(of: .time)) }
    return try parseQuantity { parser throws(Diagnostic) in
      try parser.parseDurationLiteral(after: word)
    }
  }

  /// `30min 1h`
  private func refuseUnitOrder(
    _ duration: DurationSyntax, from start: SourceSpan
  ) throws(Diagnostic) {
    guard current.kind == .number, let unit = durationUnit(peek()) else { return }
    let next = "\(text(current))\(unit.symbol)"
    throw Diagnostic(
      .unitOrder, "the larger unit of a duration comes first, each unit once",
      at: start.through(peek().span),
      fixes: unit.symbol == duration.text.drop(while: \.isNumber) || duration.isBelief
        ? [] : ["\(next) \(duration.text)"])
  }

  /// Numbers with units, the larger unit first: `1h 30min`. A unit that isn't smaller begins another
  /// duration.
  mutating func parseDurationLiteral(
    after word: String
  ) throws(Diagnostic) -> Written<Duration> {
    let start = current.span
    var part = try parseDurationPart(after: word)
    var seconds = part.seconds
    var texts = [part.text]
    while current.kind == .number, continuesDuration(after: part.unit) {
      part = try parseDurationPart(after: word)
      seconds += part.seconds
      texts.append(part.text)
    }
    let span = span(from: start)
    guard let duration = try? Duration(seconds: seconds) else {
      throw Diagnostic(
        .numberTooLarge, "'\(source.text(in: span).prefix(40))' is longer than can be held",
        at: span)
    }
    return Written(duration, text: texts.joined(separator: " "), span: span)
  }

  private func continuesDuration(after unit: DurationUnit) -> Bool {
    let next = peek()
    guard next.kind == .word else { return false }
    if text(next) == "m", isGlued(current, next) { return true }
    return durationUnit(next).map { $0.seconds < unit.seconds } ?? false
  }

  private mutating func parseDurationPart(
    after word: String
  ) throws(Diagnostic) -> (seconds: Double, unit: DurationUnit, text: String) {
    guard current.kind == .number else {
      throw expected("a duration such as 30d", .expectedDuration, after: word)
    }
    guard let unit = durationUnit(peek()) else { throw wrongUnit(after: word) }
    let number = try double(current)
    let digits = text(current)
    advance()
    advance()
    return (number * unit.seconds, unit, "\(digits)\(unit.symbol)")
  }

  /// The refusal of a number that has no unit of time.
  private func wrongUnit(after word: String) -> Diagnostic {
    let next = peek()
    let digits = text(current)
    if next.kind == .percentSign || next.keyword == .nines {
      return expected("a duration such as 30d", .expectedDuration, after: word)
    }
    guard next.kind == .word, next.keyword == nil || isGlued(current, next) else {
      return missingUnit(after: word)
    }
    if text(next) == "m" || text(next) == "M" { return ambiguousUnit(digits, next) }
    let nearest = nearestUnit(text(next))
    return Diagnostic(
      .unknownUnit,
      "'\(text(next).prefix(40))' is not a unit of time (ns, us, ms, s, min, h, d, w, mo or y)",
      at: next.span, fixes: nearest.map { [$0] } ?? [])
  }

  /// Rule: `m` is a minute to some tools and a month to others.
  private func ambiguousUnit(_ digits: String, _ unit: Token) -> Diagnostic {
    Diagnostic(
      .ambiguousUnit,
      "'\(text(unit))' is a minute to some tools and a month to others; "
        + "write \(digits)min or \(digits)mo",
      at: current.span.through(unit.span), fixes: ["\(digits)min", "\(digits)mo"])
  }

  private func missingUnit(after word: String) -> Diagnostic {
    let digits = text(current)
    var units = word == "'per'" ? ["d", "w", "h"] : ["min", "h", "d"]
    if peek().keyword == .to, peek(2).kind == .number, let unit = durationUnit(peek(3)) {
      units = [unit.symbol]
    }
    return Diagnostic(
      .missingUnit, "expected a duration after \(word), found \(found) without a unit of time",
      at: current.span, fixes: units.map { "\(digits)\($0)" })
  }

  private func nearestUnit(_ word: String) -> String? {
    if word == "µs" || word == "μs" { return "us" }
    return Spelling.nearest(to: word, among: Self.unitWords)
  }

  private static let unitWords =
    DurationUnit.allCases.map(\.symbol)
    + [
      "seconds", "minutes", "hours", "days", "weeks", "months", "years", "second", "minute", "hour",
      "day", "week", "month", "year", "milliseconds", "microseconds", "nanoseconds",
    ]
}

// Windows.
extension Parser {
  private static let windows: [Keyword: Window] = [
    .day: .day, .week: .week, .month: .month, .quarter: .quarter, .year: .year,
  ]

  /// A window after `per`.
  mutating func parseWindow() throws(Diagnostic) -> WindowSyntax {
    let start = current
    if let keyword = start.keyword, let window = Self.windows[keyword] {
      advance()
      return Written(window, text: keyword.rawValue, span: start.span)
    }
    if take(.calendar) {
      try expect(.month, after: "'calendar'")
      return Written(.calendarMonth, text: "calendar month", span: span(from: start.span))
    }
    guard start.kind == .number else { throw unknownWindow() }
    let duration = try parseDurationLiteral(after: "'per'")
    if take(.to) { throw rangeOfWindows(duration, try parseDurationLiteral(after: "'to'")) }
    return Written(.duration(duration.value), text: duration.text, span: duration.span)
  }

  private func rangeOfWindows(
    _ low: Written<Duration>, _ high: Written<Duration>
  ) -> Diagnostic {
    Diagnostic(
      .misplacedBelief, "a window is chosen, not believed: write one length",
      at: low.span.through(high.span), fixes: [low.text, high.text])
  }

  private func unknownWindow() -> Diagnostic {
    let words = ["day", "week", "month", "quarter", "year", "calendar month"]
    if let unit = durationUnit(current), Keyword(rawValue: "\(unit)") != nil {
      return refusal(
        .expectedWindow, "expected a window (\(Self.list(words))), found \(found)",
        fixes: ["\(unit)"])
    }
    return unknownWord("a window", among: words + ["30d"], .expectedWindow)
  }
}
