import Quantities

// Clauses that have one value, as paths such as `db.mttr` name them.
extension ClauseContent {
  /// The word of a path that names the clause's value; nil for a clause without one value.
  var pathWord: String? {
    switch self {
    case .count: "count"
    case .availability: "availability"
    case .standby, .needs, .wants, .sends, .breaker, .canary, .across, .inDomain, .rolling,
      .counted, .excludingMaintenance, .credits:
      nil
    default: word
    }
  }

  /// True when the clause, a count, says how many are needed too: `2 of 3`.
  var saysNeed: Bool {
    guard case .count(_, .some, _) = self else { return false }
    return true
  }

  /// The value alone, as written.
  var valueText: String {
    switch self {
    case .count(let first, let of, let per):
      NameWriter.text(of ?? first) + (per.map { " per \(NameWriter.text($0))" } ?? "")
    case .availability: ClauseWriter.text(self)
    default: String(ClauseWriter.text(self).dropFirst(word.count + 1))
    }
  }

  /// The words of paths, for a sentence.
  static let pathWords = [
    "mtbf", "mttr", "availability", "count", "need", "capacity", "demand", "cost", "common",
    "crews", "failover", "success", "manual", "detect", "ttl", "buffer", "drain", "absorb", "lag",
    "sharing", "every", "fails", "restore", "share", "lasts", "level",
  ]

  /// Words of clauses that have several values, or none.
  static let wordsWithoutValue: Set<String> = [
    "standby", "needs", "wants", "sends", "breaker", "canary", "across", "in", "rolling", "counted",
    "excluding", "credits",
  ]
}

/// Makes a clause's content of a word and the value that a question gives it.
struct ChangedValue {
  let word: String
  let value: ValueSyntax
  /// What stands behind `per`; nil keeps what stood there.
  let per: PerSyntax?
  /// What is changed, for a sentence.
  let path: String

  /// The clause with the new value, which keeps what else `old` says: a window, or a need. Throws a
  /// ``Diagnostic`` for a value of another dimension.
  func content(replacing old: ClauseContent?) throws(Diagnostic) -> ClauseContent {
    switch word {
    case "availability":
      return .availability(try percentage(), per: window(replacing: old))
    case "success": return .success(try percent())
    case "common": return .common(try percent())
    case "share": return .share(try percent())
    case "fails": return .fails(try percent())
    case "drain": return .drain(try number())
    case "sharing": return .sharing(try number())
    case "cost":
      return .cost(try number(), per: window(replacing: old))
    case "capacity": return .capacity(try rate())
    case "demand": return .demand(try demand())
    case "crews": return .crews(try count())
    default: return try structure(replacing: old)
    }
  }

  private func structure(
    replacing old: ClauseContent?
  ) throws(Diagnostic) -> ClauseContent {
    switch (word, old) {
    case ("need", .count(_, let of?, let per)): return .count(try count(), of: of, per: per)
    case ("need", _): return .need(try count())
    case ("count", .count(let need, .some, let per)):
      return .count(need, of: try wholeNumber(), per: domain ?? per)
    case ("count", .count(_, nil, let per)):
      return .count(try wholeNumber(), of: nil, per: domain ?? per)
    case ("count", _): return .count(try wholeNumber(), of: nil, per: domain)
    default: return try timed()
    }
  }

  private var domain: Identifier? {
    guard case .domain(let name) = per else { return nil }
    return name
  }

  private func window(replacing old: ClauseContent?) -> WindowSyntax? {
    if case .window(let window) = per { return window }
    return switch old {
    case .availability(_, let window), .cost(_, let window): window
    default: nil
    }
  }

  private func timed() throws(Diagnostic) -> ClauseContent {
    let time = try time()
    switch word {
    case "mtbf": return .mtbf(time)
    case "mttr": return .mttr(time)
    case "detect": return .detect(time)
    case "failover": return .failover(time)
    case "manual": return .manual(time)
    case "buffer": return .buffer(time)
    case "lag": return .lag(time)
    case "absorb": return .absorb(time)
    case "ttl": return .ttl(time)
    case "every": return .every(time)
    case "lasts": return .lasts(time)
    default: return .restore(time)
    }
  }

  // MARK: Dimensions

  func percent() throws(Diagnostic) -> PercentSyntax {
    try refusePer()
    return try percentage()
  }

  /// The percentage, whatever stands behind it.
  private func percentage() throws(Diagnostic) -> PercentSyntax {
    guard case .percent(let percent) = value else {
      throw wrong(.expectedPercentage, "a percentage", "99.9%")
    }
    return percent
  }

  func time() throws(Diagnostic) -> TimeSyntax {
    switch value {
    case .duration(let duration): return .duration(duration)
    case .law(let law): return .law(law)
    case .name(let name): return .name(name)
    default: throw wrong(.expectedDuration, "a duration", "10min")
    }
  }

  func rate() throws(Diagnostic) -> RateSyntax {
    guard case .rate(let rate) = value else {
      throw wrong(.expectedRate, "a flow", "1_000 rps")
    }
    return rate
  }

  func count() throws(Diagnostic) -> CountSyntax {
    try refusePer()
    return try wholeNumber()
  }

  /// `per` where a clause takes none, such as in `2 of 3 99.5%`.
  private func refusePer() throws(Diagnostic) {
    guard let per else { return }
    throw Diagnostic(
      .misplacedClause, "'per' has no meaning behind '\(path)'; leave it out", at: per.span)
  }

  /// The count, whatever stands behind it.
  private func wholeNumber() throws(Diagnostic) -> CountSyntax {
    if case .name(let name) = value { return .name(name) }
    guard case .number(.point(let number)) = value, let whole = Int(exactly: number.value) else {
      throw wrong(.expectedCount, "one whole number", "2")
    }
    return .literal(Written(whole, text: number.text, span: number.span))
  }

  private func number() throws(Diagnostic) -> NumberSyntax {
    guard case .number(let number) = value else {
      throw wrong(.expectedNumber, "a plain number", "1.25")
    }
    return number
  }

  private func demand() throws(Diagnostic) -> DemandSyntax {
    if case .name(let name) = value { return .name(name) }
    return .rate(try rate())
  }

  private func wrong(_ code: DiagnosticCode, _ kind: String, _ sample: String) -> Diagnostic {
    Diagnostic(
      code, "'\(path)' is \(kind), not \(TimeWriter.text(value))", at: value.span, fixes: [sample])
  }
}
