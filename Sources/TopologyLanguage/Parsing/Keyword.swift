/// The words of the grammar: names only in quotes.
enum Keyword: String, Sendable, CaseIterable {
  // Declarations.
  case service, store, queue, zones, regions, domains, system, sla, changes, maintenance
  case law, demand

  // Expressions.
  case of, and, or, `else`, level, nines, to, posterior

  // Clauses.
  case mtbf, mttr, detect, failover, manual, buffer, lag, absorb, ttl
  case success, common, share, sharing, need, crews, across, `in`, rolling, capacity, drain, cost
  case standby, cold, warm, hot, needs, wants, degraded, sends, via
  case breaker, trips, retries, fallback
  case every, lasts, fails, restore, canary, catches, per
  case counted, continuous, whole, minutes, runs, cells, average, errors, above
  case excluding, credits, below

  // Windows.
  case day, week, month, quarter, year, calendar

  // Laws.
  case exponential, lognormal, weibull, gamma, erlang, hyperexponential, uniform, fixed, empirical

  // Questions.
  case check, meets, with, find, `where`, minimizing, simulate, `for`, seed, error, within, threads
  case from, steady, up, by, exceeding, counting, sampling, plain, conditioned
  case show, why, explain, using, exact, simulation, compare, plot, over, budget, fit
  case catalogue, help, list, info, save, load, set, undo
  case availability, downtime, outages, shortfall

  /// The keyword of each word.
  static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The words that begin a clause.
  static let clauseWords: Set<Keyword> = [
    .mtbf, .mttr, .detect, .failover, .manual, .buffer, .lag, .absorb, .ttl, .success, .common,
    .share, .sharing, .need, .crews, .across, .in, .rolling, .capacity, .demand, .drain, .cost,
    .standby, .needs, .wants, .sends, .breaker, .every, .lasts, .fails, .restore, .canary,
    .counted, .excluding, .credits,
  ]

  /// The words that begin a question.
  static let questionWords: Set<Keyword> = [
    .check, .find, .simulate, .with, .show, .why, .explain, .compare, .plot, .budget, .fit,
    .catalogue, .help, .list, .info, .save, .load, .set, .undo,
  ]

  /// True for a word that begins a clause.
  var beginsClause: Bool { Self.clauseWords.contains(self) }
  /// True for a word that begins a question.
  var beginsQuestion: Bool { Self.questionWords.contains(self) }
  /// True for a word that begins a declaration.
  var beginsDeclaration: Bool {
    self == .law || self == .demand || DeclarationKind(rawValue: rawValue) != nil
  }
  /// True for the name of a law.
  var isLaw: Bool {
    switch self {
    case .exponential, .lognormal, .weibull, .gamma, .erlang, .hyperexponential, .uniform, .fixed,
      .empirical:
      true
    default: false
    }
  }
}
