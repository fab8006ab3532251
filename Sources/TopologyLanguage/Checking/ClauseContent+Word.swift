extension ClauseContent {
  /// The word of the clause, as an error names it.
  var word: String {
    switch self {
    case .count: "a count"
    case .availability: "an availability"
    case .mtbf: "mtbf"
    case .mttr: "mttr"
    case .detect: "detect"
    case .failover: "failover"
    case .manual: "manual"
    case .buffer: "buffer"
    case .lag: "lag"
    case .absorb: "absorb"
    case .ttl: "ttl"
    case .success: "success"
    case .common: "common"
    case .share: "share"
    case .sharing: "sharing"
    case .need: "need"
    case .crews: "crews"
    case .across: "across"
    case .inDomain: "in"
    case .rolling: "rolling"
    case .capacity: "capacity"
    case .demand: "demand"
    case .drain: "drain"
    case .cost: "cost"
    case .standby: "standby"
    case .needs: "needs"
    case .wants: "wants"
    case .sends: "sends"
    case .breaker: "breaker"
    case .every: "every"
    case .lasts: "lasts"
    case .fails: "fails"
    case .restore: "restore"
    case .canary: "canary"
    case .counted: "counted"
    case .excludingMaintenance: "excluding"
    case .credits: "credits"
    }
  }

  /// True for mtbf and mttr.
  var isTime: Bool {
    switch self {
    case .mtbf, .mttr: true
    default: false
    }
  }
}

extension Diagnostic {
  /// A word of the language that this version doesn't answer.
  static func notYet(_ word: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .notYet, "'\(word)' is not yet built; nothing is accepted and then ignored", at: span,
      notes: ["leave it out to get the answer without it"])
  }

  /// A clause that this version doesn't answer.
  static func notYet(_ word: String, _ removal: ClauseRemoval) -> Diagnostic {
    Diagnostic(
      .notYet, "'\(word)' is not yet built; nothing is accepted and then ignored",
      at: removal.span, fixes: removal.fixes,
      notes: removal.fixes.isEmpty ? ["leave it out to get the answer without it"] : [])
  }

  /// A form of the language that this version doesn't answer, with what can be written instead.
  static func notYet(
    form: String, _ span: SourceSpan, fixes: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      .notYet, "\(form) not yet built; nothing is accepted and then ignored", at: span,
      fixes: fixes)
  }
}
