/// The value of a clause, and how the clause is left out.
struct ClauseEntry<Value> {
  let value: Value
  let clause: Clause
  let removal: ClauseRemoval
}

/// The clauses of one scope that say how it behaves in time, each word at most once where once is
/// all it can mean.
struct BehaviourClauses {
  private(set) var detect: ClauseEntry<TimeSyntax>?
  private(set) var failover: ClauseEntry<TimeSyntax>?
  private(set) var success: ClauseEntry<PercentSyntax>?
  private(set) var manual: ClauseEntry<TimeSyntax>?
  private(set) var ttl: ClauseEntry<TimeSyntax>?
  private(set) var crews: ClauseEntry<CountSyntax>?
  private(set) var standby: ClauseEntry<StandbySyntax>?
  private(set) var sharing: ClauseEntry<NumberSyntax>?
  /// Buffer, absorb and lag, as written: the first one works first.
  private(set) var effects: [ClauseEntry<TimeSyntax>] = []
  private(set) var drain: ClauseEntry<NumberSyntax>?
  private(set) var sends: [ClauseEntry<(consumer: Identifier, queue: Identifier?)>] = []
  private(set) var breakers: [ClauseEntry<BreakerSyntax>] = []
  private(set) var every: ClauseEntry<TimeSyntax>?
  private(set) var lasts: ClauseEntry<TimeSyntax>?
  private(set) var rolling: ClauseEntry<Void>?
  private(set) var fails: ClauseEntry<PercentSyntax>?
  private(set) var restore: ClauseEntry<TimeSyntax>?
  private(set) var share: ClauseEntry<PercentSyntax>?
  private(set) var canary: ClauseEntry<CanarySyntax>?

  /// Takes a clause; false for one that says nothing about time.
  mutating func take(_ clause: Clause, _ source: SourceText) throws(Diagnostic) -> Bool {
    let removal = ClauseRemoval(of: clause.span, in: source)
    func fill<Value>(_ slot: inout ClauseEntry<Value>?, _ value: Value) throws(Diagnostic) -> Bool {
      guard slot == nil else { throw .twice(clause, removal) }
      slot = ClauseEntry(value: value, clause: clause, removal: removal)
      return true
    }
    switch clause.content {
    case .detect(let time): return try fill(&detect, time)
    case .failover(let time): return try fill(&failover, time)
    case .success(let percent): return try fill(&success, percent)
    case .manual(let time): return try fill(&manual, time)
    case .ttl(let time): return try fill(&ttl, time)
    case .crews(let count): return try fill(&crews, count)
    case .standby(let spares): return try fill(&standby, spares)
    case .sharing(let exponent): return try fill(&sharing, exponent)
    case .drain(let rate): return try fill(&drain, rate)
    case .every(let time): return try fill(&every, time)
    case .lasts(let time): return try fill(&lasts, time)
    case .rolling: return try fill(&rolling, ())
    case .fails(let percent): return try fill(&fails, percent)
    case .restore(let time): return try fill(&restore, time)
    case .share(let percent): return try fill(&share, percent)
    case .canary(let canary): return try fill(&self.canary, canary)
    default: return try add(clause, removal)
    }
  }

  /// Words that may stand several times, and those of the value that may stand once each.
  private mutating func add(
    _ clause: Clause, _ removal: ClauseRemoval
  ) throws(Diagnostic) -> Bool {
    switch clause.content {
    case .buffer(let time), .absorb(let time), .lag(let time):
      guard !effects.contains(where: { $0.clause.content.word == clause.content.word }) else {
        throw .twice(clause, removal)
      }
      effects.append(ClauseEntry(value: time, clause: clause, removal: removal))
    case .sends(let consumer, let queue):
      sends.append(ClauseEntry(value: (consumer, queue), clause: clause, removal: removal))
    case .breaker(let breaker):
      breakers.append(ClauseEntry(value: breaker, clause: clause, removal: removal))
    default: return false
    }
    return true
  }

  /// Where the words stand that describe how one place takes over from another.
  var takeover: [(word: String, clause: Clause, removal: ClauseRemoval)] {
    [entry(failover), entry(detect), entry(success), entry(manual), entry(ttl)].compactMap(\.self)
  }

  /// Where the words stand that the topology may refuse.
  var noted: [(word: String, clause: Clause, removal: ClauseRemoval)] {
    takeover
      + [entry(crews), entry(standby), entry(sharing), entry(lasts), entry(rolling)]
      .compactMap(\.self)
  }

  private func entry<Value>(
    _ entry: ClauseEntry<Value>?
  ) -> (word: String, clause: Clause, removal: ClauseRemoval)? {
    entry.map { ($0.clause.content.word, $0.clause, $0.removal) }
  }
}

extension Diagnostic {
  /// A clause that can stand once in a scope and stands there again.
  static func twice(_ clause: Clause, _ removal: ClauseRemoval) -> Diagnostic {
    Diagnostic(
      .duplicateClause, "\(clause.content.word) stands here twice; keep one of them",
      at: removal.span, fixes: removal.fixes)
  }
}
