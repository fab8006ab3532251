import TopologyLanguage

/// The keys of clauses in objects, by their word in the language, in the order in which the clauses
/// stand in a text unless the object says otherwise.
enum ClauseKey: String, CaseIterable {
  case count, availability, need
  case capacity, demand, across
  case `in`, mtbf, mttr, detect, failover, success, manual, buffer, drain, lag, absorb, ttl
  case common, share, sharing, crews, standby, rolling
  case needs, wants, sends, breaker
  case every, lasts, fails, restore, canary
  case counted, excluding, credits, cost

  /// The key of a clause.
  init(_ content: ClauseContent) {
    self =
      switch content {
      case .count: .count
      case .availability: .availability
      case .mtbf: .mtbf
      case .mttr: .mttr
      case .detect: .detect
      case .failover: .failover
      case .manual: .manual
      case .buffer: .buffer
      case .lag: .lag
      case .absorb: .absorb
      case .ttl: .ttl
      case .success: .success
      case .common: .common
      case .share: .share
      case .sharing: .sharing
      case .need: .need
      case .crews: .crews
      case .across: .across
      case .inDomain: .in
      default: Self(rarer: content)
      }
  }

  private init(rarer content: ClauseContent) {
    self =
      switch content {
      case .capacity: .capacity
      case .demand: .demand
      case .drain: .drain
      case .cost: .cost
      case .standby: .standby
      case .needs: .needs
      case .wants: .wants
      case .sends: .sends
      case .breaker: .breaker
      case .every: .every
      case .lasts: .lasts
      case .fails: .fails
      case .restore: .restore
      case .canary: .canary
      case .counted: .counted
      case .excludingMaintenance: .excluding
      case .credits: .credits
      default: .rolling
      }
  }

  /// True for clauses that begin with their value.
  var isWordless: Bool { self == .count || self == .availability }

  /// The canonical text of a clause behind its word.
  func rest(of content: ClauseContent) -> String {
    let text = Formatter.format(Clause(content))
    return isWordless ? text : String(text.dropFirst(rawValue.count + 1))
  }
}
