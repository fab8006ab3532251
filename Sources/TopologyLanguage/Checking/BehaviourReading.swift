import Quantities
import Topology

/// Behaviours in time from what was written, each value in its range.
struct BehaviourReading {
  /// The laws by name.
  let laws: LawTable

  /// A length that is always the same; `word` names it. Above 0 unless `orNone`.
  func length(
    _ time: TimeSyntax, _ word: String, orNone: Bool = false
  ) throws(Diagnostic) -> Duration {
    let length = try fixed(time, word)
    guard orNone || length > .zero else { throw Self.notPositive(word, time.span, fix: "1s") }
    return length
  }

  private func fixed(_ time: TimeSyntax, _ word: String) throws(Diagnostic) -> Duration {
    switch time {
    case .duration(let duration): return try QuantityReading.value(duration)
    case .law(let law):
      if case .fixed(let length) = law.form { return try QuantityReading.value(length) }
      throw Diagnostic(
        .lawParameters, "\(word) is always the same length: write one, not a law", at: law.span,
        fixes: law.form.sample.map { [$0.text] } ?? [])
    case .name(let name):
      if case .fixed(let length) = try laws.law(named: name) { return length }
      throw Diagnostic(
        .lawParameters, "\(word) is always the same length, and '\(name.text)' is a law",
        at: name.span, fixes: ["30s"])
    }
  }

  /// A length that may be random; a plain one is always the same.
  func law(_ time: TimeSyntax, _ word: String) throws(Diagnostic) -> Law {
    guard case .duration(let duration) = time else { return try checked(time, word) }
    return .fixed(try length(.duration(duration), word))
  }

  /// The same as of a component: a plain length is the mean of an exponential law.
  func restoration(_ time: TimeSyntax, _ word: String) throws(Diagnostic) -> Law {
    guard case .duration(let duration) = time else { return try checked(time, word) }
    return .exponential(mean: try length(.duration(duration), word))
  }

  private func checked(_ time: TimeSyntax, _ word: String) throws(Diagnostic) -> Law {
    let law = try QuantityReading.law(time, laws)
    guard let flaw = law.flaw else { return law }
    throw Self.refused(.law(word, flaw), at: time.span, fixes: QuantityReading.reversedEnds(time))
  }

  // MARK: Taking over

  /// How one place takes over from another, or one member from another; nil for at once.
  func failover(_ clauses: BehaviourClauses) throws(Diagnostic) -> Failover? {
    try Self.refuseWithoutFailover(clauses)
    guard clauses.failover != nil || clauses.detect != nil else { return nil }
    let coverage = try clauses.success.map { entry throws(Diagnostic) in
      try QuantityReading.value(entry.value)
    }
    return Failover(
      detection: try clauses.detect.map { entry throws(Diagnostic) in
        try length(entry.value, "detect", orNone: true)
      } ?? .zero,
      switching: try switching(clauses.failover),
      coverage: coverage ?? .certain,
      manual: try clauses.manual.map { entry throws(Diagnostic) in
        try law(entry.value, "manual")
      },
      timeToLive: try clauses.ttl.map { entry throws(Diagnostic) in
        try length(entry.value, "ttl", orNone: true)
      })
  }

  /// `failover 0s` is a switch that takes no time.
  private func switching(_ entry: ClauseEntry<TimeSyntax>?) throws(Diagnostic) -> Law? {
    guard let time = entry?.value else { return nil }
    if case .duration(let length) = time, try QuantityReading.value(length) == .zero { return nil }
    return try law(time, "failover")
  }

  private static func refuseWithoutFailover(_ clauses: BehaviourClauses) throws(Diagnostic) {
    guard clauses.failover == nil,
      let lone = clauses.takeover.first(where: { $0.word != "detect" })
    else { return }
    throw Diagnostic(
      .missingWord, "\(lone.word) is of an automatic switch; say how long that takes",
      at: lone.clause.span.after, fixes: [", failover 30s"])
  }

  // MARK: Outages seen from outside

  /// Buffers, absorption and lag in the order written.
  func effects(_ clauses: BehaviourClauses) throws(Diagnostic) -> [AfterEffect] {
    try Self.refuseDrainAlone(clauses)
    var effects: [AfterEffect] = []
    for entry in clauses.effects {
      switch entry.clause.content {
      case .absorb(let time): effects.append(.absorption(try length(time, "absorb")))
      case .lag(let time): effects.append(.lag(try law(time, "lag")))
      default: effects.append(.buffer(try buffer(entry.value, clauses.drain?.value)))
      }
    }
    return effects
  }

  private static func refuseDrainAlone(_ clauses: BehaviourClauses) throws(Diagnostic) {
    let hasBuffer = clauses.effects.contains { $0.clause.content.word == "buffer" }
    guard !hasBuffer, let drain = clauses.drain else { return }
    throw Diagnostic(
      .missingWord, "drain is the speed at which a buffer empties; say how much the buffer holds",
      at: drain.clause.span.after, fixes: [", buffer 15min"])
  }

  private func buffer(
    _ time: TimeSyntax, _ drain: NumberSyntax?
  ) throws(Diagnostic) -> Buffer {
    let holds = try length(time, "buffer")
    guard let drain else { return Buffer(holds: holds) }
    let rate = try QuantityReading.value(drain)
    guard rate > 1 else { throw Self.refused(.drain(rate), at: drain.span, fixes: ["1.25"]) }
    return Buffer(holds: holds, drain: rate)
  }

  // MARK: Refusals

  static func notPositive(_ word: String, _ span: SourceSpan, fix: String) -> Diagnostic {
    refused(.notPositive(word), at: span, fixes: [fix])
  }

  static func refused(
    _ flaw: BehaviourFlaw, at span: SourceSpan, fixes: [String] = []
  ) -> Diagnostic {
    Diagnostic(.valueOutOfRange, flaw.sentence, at: span, fixes: fixes)
  }
}

extension LawSyntax.Form {
  /// A length to write instead of the law: its mean, or the shorter end.
  fileprivate var sample: DurationSyntax? {
    switch self {
    case .exponential(let mean), .lognormal(let mean, _), .weibull(let mean, _),
      .gamma(let mean, _), .erlang(let mean, _), .hyperexponential(let mean, _), .fixed(let mean):
      mean
    case .uniform(let low, _): low
    case .empirical: nil
    }
  }
}
