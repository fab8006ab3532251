// Clauses, times and laws.
extension InputReading {
  mutating func clauses(_ clauses: [Clause]) throws(Diagnostic) -> [Clause] {
    var result: [Clause] = []
    result.reserveCapacity(clauses.count)
    for clause in clauses {
      result.append(
        Clause(
          try content(clause.content), span: clause.span, keywordSpan: clause.keywordSpan,
          trivia: clause.trivia))
    }
    return result
  }

  private mutating func content(_ content: ClauseContent) throws(Diagnostic) -> ClauseContent {
    let word = content.word
    switch content {
    case .availability(let percent, let window):
      return .availability(try self.percent(percent, "availability"), per: window)
    case .success(let percent): return .success(try self.percent(percent, word))
    case .common(let percent): return .common(try self.percent(percent, word))
    case .share(let percent): return .share(try self.percent(percent, word))
    case .fails(let percent): return .fails(try self.percent(percent, word))
    case .sharing(let number): return .sharing(try self.number(number, word))
    case .drain(let number): return .drain(try self.number(number, word))
    case .capacity(let rate): return .capacity(try self.rate(rate, word))
    case .demand(.rate(let rate)): return .demand(.rate(try self.rate(rate, word)))
    case .standby(.warm(let speed)): return .standby(.warm(try self.percent(speed, word)))
    case .wants(let names, let level?):
      return .wants(names, degraded: try self.percent(level, "degraded"))
    case .breaker(let breaker): return .breaker(try self.breaker(breaker))
    case .canary(let canary): return .canary(try self.canary(canary))
    default: return try timed(content, word)
    }
  }

  /// The clauses that are one time; all others hold nothing that can be believed.
  private mutating func timed(
    _ content: ClauseContent, _ word: String
  ) throws(Diagnostic) -> ClauseContent {
    switch content {
    case .mtbf(let time): .mtbf(try self.time(time, word))
    case .mttr(let time): .mttr(try self.time(time, word))
    case .detect(let time): .detect(try self.time(time, word))
    case .failover(let time): .failover(try self.time(time, word))
    case .manual(let time): .manual(try self.time(time, word))
    case .buffer(let time): .buffer(try self.time(time, word))
    case .lag(let time): .lag(try self.time(time, word))
    case .absorb(let time): .absorb(try self.time(time, word))
    case .ttl(let time): .ttl(try self.time(time, word))
    case .every(let time): .every(try self.time(time, word))
    case .lasts(let time): .lasts(try self.time(time, word))
    case .restore(let time): .restore(try self.time(time, word))
    default: content
    }
  }

  private mutating func breaker(_ breaker: BreakerSyntax) throws(Diagnostic) -> BreakerSyntax {
    let callee = breaker.callee.text
    return BreakerSyntax(
      callee: breaker.callee, trips: try time(breaker.trips, "\(callee).trips"),
      retries: try time(breaker.retries, "\(callee).retries"),
      fallback: try breaker.fallback.map { level throws(Diagnostic) in
        try percent(level, "\(callee).fallback")
      })
  }

  private mutating func canary(_ canary: CanarySyntax) throws(Diagnostic) -> CanarySyntax {
    CanarySyntax(
      share: try percent(canary.share, "canary.share"),
      length: try time(canary.length, "canary.length"),
      catches: try percent(canary.catches, "canary.catches"))
  }
}

// Times and laws.
extension InputReading {
  /// A time of the clause `word`, or of the law that is declared without one.
  mutating func time(_ time: TimeSyntax, _ word: String?) throws(Diagnostic) -> TimeSyntax {
    switch time {
    case .duration(let duration): .duration(try self.duration(duration, word ?? "mean"))
    case .law(let law): .law(LawSyntax(try form(law, word), span: law.span))
    case .name: time
    }
  }

  private mutating func form(
    _ law: LawSyntax, _ word: String?
  ) throws(Diagnostic) -> LawSyntax.Form {
    let first = word ?? "mean"
    func named(_ parameter: String) -> String { word.map { "\($0).\(parameter)" } ?? parameter }
    switch law.form {
    case .exponential(let mean): return .exponential(mean: try duration(mean, first))
    case .lognormal(let mean, let sigma):
      return .lognormal(mean: try duration(mean, first), sigma: try number(sigma, named("sigma")))
    case .weibull(let mean, let shape):
      return .weibull(mean: try duration(mean, first), shape: try number(shape, named("shape")))
    case .gamma(let mean, let shape):
      return .gamma(mean: try duration(mean, first), shape: try number(shape, named("shape")))
    case .erlang(let mean, let stages):
      if stages.isBelief { throw uncertainCount(stages) }
      return .erlang(mean: try duration(mean, first), stages: stages)
    case .hyperexponential(let mean, let cv):
      return .hyperexponential(mean: try duration(mean, first), cv: try number(cv, named("cv")))
    case .uniform(let low, let high):
      return .uniform(
        low: try duration(low, named("low")), high: try duration(high, named("high")))
    case .fixed(let length): return .fixed(try duration(length, first))
    case .empirical(let file):
      note(file: file, at: law.span)
      return law.form
    }
  }

  private func uncertainCount(_ stages: NumberSyntax) -> Diagnostic {
    let ends = if case .range(let low, let high) = stages { [low.text, high.text] } else { [""] }
    return Diagnostic(
      .misplacedBelief, "the phases of 'erlang' are counted, so that they are one whole number",
      at: stages.span, fixes: ends.filter { !$0.isEmpty })
  }
}
