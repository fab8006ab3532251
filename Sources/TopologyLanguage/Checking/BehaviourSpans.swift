import Topology

/// Where the words of behaviours stand, for flaws that only the whole topology shows.
struct BehaviourSpans {
  /// Where a flaw is, of what sort it is, and what to write there instead.
  struct Place {
    let span: SourceSpan
    let code: DiagnosticCode
    let fixes: [String]

    init(_ span: SourceSpan, _ code: DiagnosticCode, _ fixes: [String] = []) {
      self.span = span
      self.code = code
      self.fixes = fixes
    }
  }

  private var words: [String: [String: (clause: Clause, removal: ClauseRemoval)]] = [:]
  private var calls: [String: [String: ClauseRemoval]] = [:]
  private var ends: [String: SourceSpan] = [:]

  mutating func note(_ clauses: BehaviourClauses, of definition: String) {
    for (word, clause, removal) in clauses.noted {
      words[definition, default: [:]][word] = (clause, removal)
    }
  }

  /// Of several calls of one name the last is kept: it is the one too many.
  mutating func call<Value>(_ name: String, _ entry: ClauseEntry<Value>, of definition: String) {
    calls[definition, default: [:]][name] = entry.removal
  }

  mutating func end(of definition: String, _ end: SourceSpan?) { ends[definition] = end }

  /// The place of a flaw; nil for one that has none of its own.
  func place(of flaw: BehaviourFlaw, in definition: String) -> Place? {
    switch flaw {
    case .ofOne(let word): removal(of: word, in: definition, .misplacedClause)
    case .noSpare: removal(of: "standby", in: definition, .misplacedClause)
    case .standbyWithSharing: removal(of: "sharing", in: definition, .contradictoryOptions)
    case .nothingToRestore, .twoCrews: removal(of: "crews", in: definition, .misplacedClause)
    case .rollingWithoutScope: removal(of: "rolling", in: definition, .misplacedClause)
    case .longWindows:
      words[definition]?["lasts"].map { Place($0.clause.span, .valueOutOfRange, ["lasts 1min"]) }
    case .noBuffer(let queue): ends[queue].map { Place($0, .missingWord, [", buffer 15min"]) }
    case .calledTwice(let name, _, _): call(name, definition, .duplicateClause)
    case .ownConsumer(let queue): call(queue, definition, .contradictoryOptions)
    case .twoConsumers(_, _, let consumer): call(consumer, definition, .contradictoryOptions)
    default: nil
    }
  }

  private func removal(
    of word: String, in definition: String, _ code: DiagnosticCode
  ) -> Place? {
    words[definition]?[word].map { Place($0.removal.span, code, $0.removal.fixes) }
  }

  private func call(_ name: String, _ definition: String, _ code: DiagnosticCode) -> Place? {
    calls[definition]?[name].map { Place($0.span, code, $0.fixes) }
  }
}
