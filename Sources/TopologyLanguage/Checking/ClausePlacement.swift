extension ClauseSet {
  /// Where clauses stand, for what they may say.
  enum Place {
    case group, domains, expression, component, changes, maintenance

    /// What may stand there, for a sentence.
    private var allowance: String {
      switch self {
      case .group:
        "a service has a count, an availability or times, what it needs and calls, and how its "
          + "members take over"
      case .domains: "domains have a number, an availability or times, and what they stand in"
      case .expression:
        "behind a part stand its times, what it needs, where it is and what it carries; "
          + "counts and availabilities belong to a service, or before the comma"
      case .component:
        "in parentheses stand an availability or a part, its times, its capacity, how it takes over "
          + "and what its outages look like"
      case .changes: "changes have every, fails and restore, and may have share and canary"
      case .maintenance: "maintenance has every and lasts, and may have across, in and rolling"
      }
    }

    /// Refuses a clause that says nothing at this place.
    func check(_ clause: Clause, _ source: SourceText) throws(Diagnostic) {
      guard !allows(clause.content) else { return }
      let removal = ClauseRemoval(of: clause.span, in: source)
      throw Diagnostic(
        .misplacedClause,
        "\(clause.content.word) has no meaning here: \(advice(clause.content) ?? allowance)",
        at: removal.span, fixes: removal.fixes)
    }

    private func allows(_ content: ClauseContent) -> Bool {
      switch self {
      case .changes: content.isOfChanges
      case .maintenance: content.isOfMaintenance
      case .domains: content.isOfDomains
      case .component: content.isOfComponent
      case .expression: content.isOfPart
      case .group: content.isOfMembers || content.isOfPart && content.word != "ttl"
      }
    }

    /// What to do about a word that often goes astray.
    private func advice(_ content: ClauseContent) -> String? {
      switch (self, content) {
      case (.component, .crews):
        "crews belong to something with a name; define what stands in the parentheses by its own"
      case (.expression, .standby), (.expression, .sharing), (.component, .standby),
        (.component, .sharing):
        "it is between the members of a service; declare one, as in `service x: 2 of 3, …`"
      case (.group, .ttl):
        "it is between two places, as in `(eu else us, failover 5min, ttl 60s)`"
      case (.group, .rolling), (.expression, .rolling), (.component, .rolling):
        "it belongs to maintenance, as in `maintenance patch: every 30d, lasts 1h, rolling, across x`"
      case (_, .counted), (_, .excludingMaintenance), (_, .credits):
        "it belongs to an sla, as in `sla gold: 99.95% per month, counted whole minutes`"
      case (.group, .share), (.expression, .share), (.component, .share):
        "it belongs to changes, as in `changes deploys: every 1d, fails 5%, restore 1h, share 10%`"
      default: nil
      }
    }
  }
}

// The words of each place.
extension ClauseContent {
  fileprivate var isOfChanges: Bool {
    switch self {
    case .every, .fails, .restore, .share, .canary: true
    default: false
    }
  }

  fileprivate var isOfMaintenance: Bool {
    switch self {
    case .every, .lasts, .rolling, .across, .inDomain: true
    default: false
    }
  }

  fileprivate var isOfDomains: Bool {
    switch self {
    case .count, .availability, .mtbf, .mttr, .inDomain, .cost: true
    default: false
    }
  }

  fileprivate var isOfComponent: Bool {
    if isOfValue || isOfTakeover { return true }
    return switch self {
    case .availability, .mtbf, .mttr, .capacity, .cost, .ttl: true
    default: false
    }
  }

  /// The words of any definition.
  fileprivate var isOfPart: Bool {
    if isOfValue || isOfTakeover { return true }
    return switch self {
    case .mtbf, .mttr, .capacity, .cost, .demand, .across, .inDomain, .common, .needs, .wants,
      .sends,
      .breaker, .crews, .ttl:
      true
    default: false
    }
  }

  /// The words of a group alone.
  fileprivate var isOfMembers: Bool {
    switch self {
    case .count, .availability, .need, .standby, .sharing: true
    default: false
    }
  }

  /// What outages look like from outside.
  private var isOfValue: Bool {
    switch self {
    case .buffer, .drain, .absorb, .lag: true
    default: false
    }
  }

  /// How one takes over from another.
  private var isOfTakeover: Bool {
    switch self {
    case .detect, .failover, .success, .manual: true
    default: false
    }
  }
}
