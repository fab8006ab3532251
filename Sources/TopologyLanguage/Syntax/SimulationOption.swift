/// One option of `simulate`, such as `seed 7`.
public struct SimulationOption: Sendable, Hashable {
  /// What it says.
  public let content: Content
  /// Where it stands, from its word to its value.
  @NotCompared public var span: SourceSpan

  /// The option `content` at `span`.
  public init(_ content: Content, span: SourceSpan = .unknown) {
    self.content = content
    self.span = span
  }

  /// The options. Each case is named by its word in the language.
  public enum Content: Sendable, Hashable {
    /// How many replications.
    case runs(CountSyntax)
    /// Where the random numbers begin.
    case seed(CountSyntax)
    /// The relative error at which to stop.
    case error(PercentSyntax)
    /// The time after which to stop.
    case within(DurationSyntax)
    /// How many processors to use.
    case threads(CountSyntax)
    /// The state at the beginning.
    case from(Start)
    /// A second length of time in which downtime is counted.
    case by(WindowSyntax)
    /// Lengths of downtime whose probability is asked.
    case exceeding([DurationSyntax])
    /// `counting below 80%`: the level under which the service counts as down.
    case counting(below: PercentSyntax)
    /// How outages are found.
    case sampling(Sampling)
  }

  /// The state at the beginning of a replication.
  public enum Start: String, Sendable, Hashable, CaseIterable {
    /// The window lies in a longer history.
    case steady
    /// All is new.
    case up
  }

  /// How outages are found.
  public enum Sampling: String, Sendable, Hashable, CaseIterable {
    /// History after history.
    case plain
    /// Outages alone.
    case conditioned
  }
}

// Which options a question takes.
extension SimulationOption {
  /// The options of `compare`: how downtime spreads says nothing about a mean.
  static let wordsOfComparisons = ["runs", "seed", "error", "within", "threads"]
  /// The options of `find`.
  static let wordsOfSearches = ["seed", "within", "threads", "sampling"]
  /// Options about how downtime spreads, which say nothing about one promise.
  static let wordsNotOfChances = ["error", "by", "exceeding"]
  /// Options about many histories, which say nothing about one.
  static let wordsNotOfTimelines = [
    "runs", "error", "within", "threads", "by", "exceeding", "sampling",
  ]
  /// Options that say nothing about what spends a budget.
  static let wordsNotOfCauses = ["by", "exceeding"]
}

extension SimulationOption.Content {
  /// The word that begins it.
  var word: String {
    switch self {
    case .runs: "runs"
    case .seed: "seed"
    case .error: "error"
    case .within: "within"
    case .threads: "threads"
    case .from: "from"
    case .by: "by"
    case .exceeding: "exceeding"
    case .counting: "counting below"
    case .sampling: "sampling"
    }
  }
}
