/// `check shop meets gold with 99%, given 12min down, 9d left, seed 7`
public struct CheckSyntax: Sendable, Hashable {
  /// What is judged.
  public let name: Identifier
  /// What it is compared with.
  public let goal: Goal
  /// How large the chance of meeting it in a window must be; nil where that isn't said.
  public let confidence: PercentSyntax?
  /// How the chance is worked out.
  public let details: ChanceDetails

  /// The check of `name`.
  public init(
    _ name: Identifier, _ goal: Goal, confidence: PercentSyntax? = nil,
    details: ChanceDetails = ChanceDetails()
  ) {
    self.name = name
    self.goal = goal
    self.confidence = confidence
    self.details = details
  }

  /// What a check compares with.
  public enum Goal: Sendable, Hashable {
    /// `99.99% per year`
    case availability(PercentSyntax, per: WindowSyntax)
    /// `meets gold`
    case meets(Identifier)
    /// `survives 1 az`, `survives 25% of web`
    case survives(LossSyntax, of: Identifier)
  }
}

/// How much of something is lost.
public enum LossSyntax: Sendable, Hashable {
  /// So many: `2`.
  case count(CountSyntax)
  /// A share, rounded down: `25%`.
  case share(PercentSyntax)

  /// Where it stands.
  public var span: SourceSpan {
    switch self {
    case .count(let count): count.span
    case .share(let percent): percent.span
    }
  }
}

/// `P(shop meets gold), runs 100_000`
public struct ChanceSyntax: Sendable, Hashable {
  /// Of what the chance is asked: a contract met, or a downtime exceeded.
  public let term: Condition.Term
  /// How it is worked out.
  public let details: ChanceDetails

  /// The chance of `term`.
  public init(_ term: Condition.Term, details: ChanceDetails = ChanceDetails()) {
    self.term = term
    self.details = details
  }
}

/// What stands behind a check or a chance: a window that has begun, and options of its simulation.
public struct ChanceDetails: Sendable, Hashable {
  /// The part of the window that is over; nil for whole windows.
  public let given: GivenSyntax?
  /// The options, in order.
  public let options: [SimulationOption]

  /// No details, unless some are given.
  public init(given: GivenSyntax? = nil, options: [SimulationOption] = []) {
    self.given = given
    self.options = options
  }

  /// True where nothing is said.
  var isEmpty: Bool { given == nil && options.isEmpty }
}

/// `given 12min down, 9d left`
public struct GivenSyntax: Sendable, Hashable {
  /// What was counted so far.
  public let down: DurationSyntax
  /// What is left of the window.
  public let left: DurationSyntax
  /// Where it stands, from its first word to its last.
  @NotCompared public var span: SourceSpan

  /// `down` so far, and `left` to come.
  public init(down: DurationSyntax, left: DurationSyntax, span: SourceSpan = .unknown) {
    self.down = down
    self.left = left
    self.span = span
  }
}
