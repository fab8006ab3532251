// Beliefs after some events were counted.
extension Parser {
  /// What a posterior is of.
  enum PosteriorKind {
    case time, chance

    var example: String { self == .time ? "posterior(5 in 1y)" : "posterior(48 of 50)" }
    var keyword: Keyword { self == .time ? .in : .of }
    var evidence: String { self == .time ? "the time in which they were seen" : "of how many" }
  }

  /// `posterior(5 in 1y)` or `posterior(48 of 50)`, from its word on.
  mutating func parsePosterior(of kind: PosteriorKind) throws(Diagnostic) -> PosteriorSyntax {
    let start = advance().span
    guard current.kind == .openParenthesis else {
      throw refusal(
        .lawParameters, "expected the evidence of 'posterior', as in \(kind.example)")
    }
    openParentheses += 1
    advance()
    guard current.kind == .number else {
      throw expected("how many events were counted", .expectedCount, after: "'posterior('")
    }
    let events = try parseInteger()
    let evidence = try parseEvidence(kind, after: events)
    guard current.kind == .closeParenthesis else {
      throw missing(
        .missingParenthesis,
        "expected ')' behind the evidence of 'posterior', as in \(kind.example), found \(found)",
        insert: ")")
    }
    advance()
    openParentheses -= 1
    return PosteriorSyntax(events: events, evidence, span: span(from: start))
  }

  private mutating func parseEvidence(
    _ kind: PosteriorKind, after events: Written<Int>
  ) throws(Diagnostic) -> PosteriorSyntax.Evidence {
    if current.keyword == .in || current.keyword == .of, current.keyword != kind.keyword {
      throw otherEvidence(kind, events)
    }
    try expectEvidence(kind, after: events.text)
    switch kind {
    case .time: return .exposure(try parseDurationLiteral(after: "'in'"))
    case .chance:
      guard current.kind == .number else {
        throw expected("how many trials there were", .expectedCount, after: "'of'")
      }
      return .trials(try parseInteger())
    }
  }

  private mutating func expectEvidence(
    _ kind: PosteriorKind, after events: String
  ) throws(Diagnostic) {
    guard !take(kind.keyword) else { return }
    throw refusal(
      .missingWord,
      "expected '\(kind.keyword.rawValue)' and \(kind.evidence) after \(events), as in "
        + "\(kind.example), found \(found)")
  }

  /// The evidence of a time where a percentage is believed, or the other way round.
  private func otherEvidence(_ kind: PosteriorKind, _ events: Written<Int>) -> Diagnostic {
    var last = current
    for distance in 1...2
    where peek(distance).kind == .number || durationUnit(peek(distance)) != nil {
      last = peek(distance)
    }
    let message =
      kind == .time
      ? "a time is believed from events in a time, as in \(kind.example)"
      : "a percentage is believed from events among trials, as in \(kind.example)"
    let fix = kind == .time ? "in 1y" : "of \(max(events.value, 50))"
    return Diagnostic(
      kind == .time ? .expectedDuration : .expectedPercentage, message,
      at: current.span.through(last.span), fixes: [fix])
  }
}
