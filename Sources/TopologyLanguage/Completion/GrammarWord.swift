/// A word that the grammar knows, and how it is tried.
struct GrammarWord: Sendable {
  /// Words that stand only where all others of their group do, so that one trial tells of all.
  enum Group: CaseIterable {
    case beginnings, clauses, laws

    var sample: String {
      switch self {
      case .beginnings: "check"
      case .clauses: "absorb 1h"
      case .laws: "erlang"
      }
    }
  }

  let text: String
  /// What must follow it, so that a trial can tell whether it makes sense.
  let rest: String
  let kind: CompletionCandidate.Kind
  /// True for a word that is a name where the grammar doesn't look for it.
  let isName: Bool
  /// The group it stands with; nil for a word with places of its own.
  let group: Group?

  private init(
    _ text: String, rest: String = "", _ kind: CompletionCandidate.Kind = .keyword,
    isName: Bool = false, group: Group? = nil
  ) {
    self.group = group
    self.text = text
    self.rest = rest
    self.kind = kind
    self.isName = isName
  }

  /// All words of the language except units, in the order in which they are offered.
  static let all = keywords.map { GrammarWord($0) } + names

  /// In the order of the language, except that a demand is asked for after a capacity.
  private static let keywords = Keyword.allCases.filter { $0 != .demand }.flatMap {
    $0 == .capacity ? [$0, .demand] : [$0]
  }

  /// Words that the language doesn't reserve.
  private static let names = [
    "survives", "given", "down", "left", "growing", "without", "waiting", "inputs", "sigma",
    "shape", "stages", "cv", "zone", "flaps", "joining", "column", "severity", "confidence",
    "start", "end", "duration", "as", "exceedance", "histogram", "timeline",
    "topology",
  ].map { GrammarWord($0, isName: true) }

  /// Questions whose first word the language doesn't reserve, and words of the prompt.
  static let beginnings =
    [GrammarWord("improve"), GrammarWord("headroom"), GrammarWord("P("), GrammarWord("(")]
    + ["edit", "quit"].map { GrammarWord($0, .command) }

  /// What makes a percentage of a number.
  static let percentSigns = ["%", "nines"].map { GrammarWord($0, .unit) }

  /// Units of time, the usual ones first.
  static let times = ["min", "h", "d", "s", "y", "mo", "w", "ms", "us", "ns"].map {
    GrammarWord($0, .unit)
  }

  /// Units of time in full, offered where no short one begins so.
  static let longTimes = [
    "minutes", "hours", "days", "seconds", "years", "months", "weeks", "milliseconds",
    "microseconds", "nanoseconds", "minute", "hour", "day", "second", "year", "month", "week",
  ].map { GrammarWord($0, .unit) }

  /// Units of flow.
  static let flows =
    ["rps", "qps", "tps", "rpm"].map { GrammarWord($0, .unit) }
    + ["k", "M"].map { GrammarWord($0, rest: " rps", .unit) }
    + [GrammarWord("workers", rest: " of 1ms waiting 1ms in 1%")]

  private init(_ keyword: Keyword) {
    self.init(
      keyword.rawValue, rest: Self.rest(of: keyword), Self.kind(of: keyword),
      group: Self.group(of: keyword))
  }

  private static func group(of keyword: Keyword) -> Group? {
    switch keyword {
    case .service, .maintenance, .demand, .with, .in, .share, .capacity, .cost, .every: nil
    default:
      keyword.isLaw
        ? .laws
        : keyword.beginsClause
          ? .clauses : keyword.beginsQuestion || keyword.beginsDeclaration ? .beginnings : nil
    }
  }

  private static func kind(of keyword: Keyword) -> CompletionCandidate.Kind {
    if keyword.isLaw { return .law }
    if keyword == .nines { return .unit }
    return Question.Command(rawValue: keyword.rawValue) == nil ? .keyword : .command
  }

  /// What a clause or an operator needs behind it.
  static func rest(of keyword: Keyword) -> String {
    switch keyword {
    case .and, .or, .else, .across, .in, .needs, .wants, .sends: " x"
    case .mtbf, .mttr, .detect, .failover, .manual, .buffer, .lag, .absorb, .ttl, .every, .lasts,
      .restore:
      " 1h"
    case .success, .common, .share, .fails: " 50%"
    case .sharing, .drain, .cost, .need, .crews: " 2"
    case .capacity, .demand: " 1 rps"
    case .standby: " cold"
    case .breaker: " x trips 1s retries 1s"
    case .canary: " 1% 1h catches 50%"
    case .counted: " continuous"
    case .excluding: " maintenance"
    case .credits: " 10% below 99%"
    default: ""
    }
  }
}
