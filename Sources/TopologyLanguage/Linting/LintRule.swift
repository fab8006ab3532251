/// What the linter looks for. The raw values are stable: comments that allow a finding name them.
///
/// `# lint: allow unused` beside a statement's first line or above it silences a rule in that
/// statement; in a block it can also stand beside a clause.
public enum LintRule: String, Sendable, Hashable, CaseIterable {
  /// Copies that are there for each other, and fall together with one failure domain.
  case sharedDomain = "shared-domain"
  /// A failure domain whose loss takes a system down, or below its demand.
  case domainLoss = "domain-loss"
  /// The figure of a promise as the availability of a part.
  case promiseAsForecast = "promise-as-forecast"
  /// Two definitions of one name: an error, which can't be allowed.
  case duplicateName = "duplicate-name"
  /// Two names that differ only in upper and lower case, or in dashes, dots and underscores.
  case similarNames = "similar-names"
  /// A definition that nothing uses.
  case unused = "unused"
  /// An availability below 50 %.
  case lowAvailability = "low-availability"
  /// A restoration that takes longer than the time between failures.
  case longRestoration = "mttr-above-mtbf"
  /// A restoration or a switch whose time is written in months.
  case monthsForMinutes = "months-for-minutes"
  /// Several places of one thing where copies may have been meant.
  case sameThingTwice = "same-thing-twice"
  /// Words that change no answer.
  case withoutEffect = "without-effect"
  /// A comment to the linter that silences nothing, or can't be read.
  case lintComment = "lint-comment"

  /// Why it matters, in one sentence.
  public var reason: String {
    switch self {
    case .sharedDomain:
      "copies that stand in one zone are down together when it is, so that they spare nothing then"
    case .domainLoss: "the availability of the whole is at most that of the domain"
    case .promiseAsForecast:
      "a promise says what is paid for when it is broken, not how often that happens"
    case .duplicateName: "a name stands for one thing"
    case .similarNames: "one of two names that look alike is often a slip, and reads as the other"
    case .unused: "no answer depends on it, which is seldom what its writer thinks"
    case .lowAvailability: "9.99% is easily written for 99.99%"
    case .longRestoration: "what is down longer than it is up has often its times swapped"
    case .monthsForMinutes: "5mo are five months of 730 h, and minutes are written min"
    case .sameThingTwice: "a name is one thing, so that naming it twice adds no copy"
    case .withoutEffect: "what changes nothing was meant to change something"
    case .lintComment: "a comment that silences nothing hides the next finding there"
    }
  }

  /// How much it matters.
  public var severity: LintSeverity { self == .duplicateName ? .error : .warning }

  /// The rule of an oddity that the checker warns of.
  init(_ code: DiagnosticCode) {
    self = code == .sameThingTwice ? .sameThingTwice : .withoutEffect
  }
}

/// How much a finding matters.
public enum LintSeverity: String, Sendable, Hashable, CaseIterable {
  /// The text can't be answered.
  case error
  /// The answer is hardly what was meant.
  case warning
  /// Something to know: what was not looked at.
  case note
}
