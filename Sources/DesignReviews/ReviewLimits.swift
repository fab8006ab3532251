import Nines

/// How long a review may simulate, and from which random numbers.
public struct ReviewLimits: Sendable, Hashable {
  /// Where the random numbers begin; nil for 1, and for what a question of the text says itself.
  public var seed: UInt64?
  /// How many histories each simulation draws; nil for as many as its figures need.
  public var runs: Int?
  /// How long each simulation may take; nil for 10 s. Of no effect where ``runs`` is given.
  public var within: Duration?

  /// Limits; without any a review repeats itself as long as no simulation takes 10 s.
  public init(seed: UInt64? = nil, runs: Int? = nil, within: Duration? = nil) {
    self.seed = seed
    self.runs = runs
    self.within = within
  }

  /// The standard error of the mean downtime at which a simulation ends, as a share of it.
  static let error = 0.002
  static let usualTime = Duration.seconds(10)

  private var time: Duration { within ?? Self.usualTime }

  /// Ends a simulation of downtime.
  var stopping: StoppingRule {
    runs.map { .runs($0) } ?? .untilError(Self.error, atMost: time)
  }

  /// Ends a simulation that decides a promise.
  func stopping(deciding required: Probability?) -> StoppingRule {
    guard runs == nil, let required else { return stopping }
    return .untilDecided(required, atMost: time)
  }

  /// What a question of the text asks for, within these limits.
  func limiting(_ asked: StoppingRule, deciding required: Probability?) -> StoppingRule {
    if let runs { return .runs(runs) }
    guard let within else { return asked }
    switch asked {
    case .untilDecided(let required, _): return .untilDecided(required, atMost: within)
    case .untilError(let error, _): return .untilError(error, atMost: within)
    case .within: return .within(within)
    case .runs: return stopping(deciding: required)
    }
  }
}
