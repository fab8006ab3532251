/// The value of a clause, and how the clause is left out.
struct ClauseEntry<Value> {
  let value: Value
  let clause: Clause
  let removal: ClauseRemoval
}

/// The clauses of one scope that say how it behaves in time, each word at most once where once is
/// all it can mean. One array, since most scopes have none and all are copied along.
struct BehaviourClauses {
  private var entries: [(clause: Clause, removal: ClauseRemoval)] = []

  /// Takes a clause; false for one that says nothing about time.
  mutating func take(_ clause: Clause, _ source: SourceText) throws(Diagnostic) -> Bool {
    guard clause.content.isBehaviour else { return false }
    let removal = ClauseRemoval(of: clause.span, in: source)
    let word = clause.content.word
    guard clause.content.standsOften || !entries.contains(where: { $0.clause.content.word == word })
    else { throw .twice(clause, removal) }
    entries.append((clause, removal))
    return true
  }

  private func all<Value>(_ read: (ClauseContent) -> Value?) -> [ClauseEntry<Value>] {
    entries.compactMap { clause, removal in
      read(clause.content).map { ClauseEntry(value: $0, clause: clause, removal: removal) }
    }
  }

  private func first<Value>(_ read: (ClauseContent) -> Value?) -> ClauseEntry<Value>? {
    entries.isEmpty ? nil : all(read).first
  }

  var detect: ClauseEntry<TimeSyntax>? {
    first { if case .detect(let value) = $0 { value } else { nil } }
  }
  var failover: ClauseEntry<TimeSyntax>? {
    first { if case .failover(let value) = $0 { value } else { nil } }
  }
  var success: ClauseEntry<PercentSyntax>? {
    first { if case .success(let value) = $0 { value } else { nil } }
  }
  var manual: ClauseEntry<TimeSyntax>? {
    first { if case .manual(let value) = $0 { value } else { nil } }
  }
  var ttl: ClauseEntry<TimeSyntax>? {
    first { if case .ttl(let value) = $0 { value } else { nil } }
  }
  var crews: ClauseEntry<CountSyntax>? {
    first { if case .crews(let value) = $0 { value } else { nil } }
  }
  var standby: ClauseEntry<StandbySyntax>? {
    first { if case .standby(let value) = $0 { value } else { nil } }
  }
  var sharing: ClauseEntry<NumberSyntax>? {
    first { if case .sharing(let value) = $0 { value } else { nil } }
  }
  var drain: ClauseEntry<NumberSyntax>? {
    first { if case .drain(let value) = $0 { value } else { nil } }
  }
  var every: ClauseEntry<TimeSyntax>? {
    first { if case .every(let value) = $0 { value } else { nil } }
  }
  var lasts: ClauseEntry<TimeSyntax>? {
    first { if case .lasts(let value) = $0 { value } else { nil } }
  }
  var fails: ClauseEntry<PercentSyntax>? {
    first { if case .fails(let value) = $0 { value } else { nil } }
  }
  var restore: ClauseEntry<TimeSyntax>? {
    first { if case .restore(let value) = $0 { value } else { nil } }
  }
  var share: ClauseEntry<PercentSyntax>? {
    first { if case .share(let value) = $0 { value } else { nil } }
  }
  var canary: ClauseEntry<CanarySyntax>? {
    first { if case .canary(let value) = $0 { value } else { nil } }
  }
  var rolling: ClauseEntry<Void>? { first { if case .rolling = $0 { () } else { nil } } }

  /// Buffer, absorb and lag, as written: the first one works first.
  var effects: [ClauseEntry<TimeSyntax>] {
    all { content in
      switch content {
      case .buffer(let time), .absorb(let time), .lag(let time): time
      default: nil
      }
    }
  }

  var sends: [ClauseEntry<(consumer: Identifier, queue: Identifier?)>] {
    all { if case .sends(let consumer, let queue) = $0 { (consumer, queue) } else { nil } }
  }

  var breakers: [ClauseEntry<BreakerSyntax>] {
    all { if case .breaker(let breaker) = $0 { breaker } else { nil } }
  }

  /// Where the words stand that describe how one place takes over from another.
  var takeover: [(word: String, clause: Clause, removal: ClauseRemoval)] {
    if entries.isEmpty { return [] }
    return [entry(failover), entry(detect), entry(success), entry(manual), entry(ttl)].compactMap(
      \.self)
  }

  /// Where the words stand that the topology may refuse.
  var noted: [(word: String, clause: Clause, removal: ClauseRemoval)] {
    if entries.isEmpty { return [] }
    return takeover
      + [entry(crews), entry(standby), entry(sharing), entry(lasts), entry(rolling)]
      .compactMap(\.self)
  }

  private func entry<Value>(
    _ entry: ClauseEntry<Value>?
  ) -> (word: String, clause: Clause, removal: ClauseRemoval)? {
    entry.map { ($0.clause.content.word, $0.clause, $0.removal) }
  }
}

extension ClauseContent {
  /// True for the words of behaviour in time.
  fileprivate var isBehaviour: Bool {
    switch self {
    case .detect, .failover, .success, .manual, .ttl, .crews, .standby, .sharing, .drain, .buffer,
      .absorb, .lag, .sends, .breaker, .every, .lasts, .rolling, .fails, .restore, .share, .canary:
      true
    default: false
    }
  }

  /// True for calls, of which a scope may have several.
  fileprivate var standsOften: Bool {
    switch self {
    case .sends, .breaker: true
    default: false
    }
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
