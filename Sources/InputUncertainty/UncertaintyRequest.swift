/// How the uncertainty of inputs is carried to a result.
public enum PropagationMethod: String, Sendable, Hashable, CaseIterable {
  /// The exact engine's steps are laid out once and run for eight draws at a time.
  case compiled
  /// The topology is built anew for every draw, and evaluated gate by gate.
  case rebuilt
}

/// How many draws of the inputs are made, and which.
public struct UncertaintyRequest: Sendable, Hashable {
  /// The number of draws, 128 to 10,000,000; nil for as many as take about a second: 131,072 where they
  /// are compiled (down to 4,096 for counts of very many members), 4,096 where every draw rebuilds the
  /// topology.
  public var draws: Int?
  /// The same seed gives the same draws, to the last bit.
  public var seed: UInt64
  /// The way to evaluate them; nil for the fastest that fits.
  public var method: PropagationMethod?
  /// An unavailability, 0 to 1, whose chance of being kept within is asked; nil for none.
  public var goal: Double?

  /// A request.
  public init(
    draws: Int? = nil, seed: UInt64 = 1, method: PropagationMethod? = nil,
    goal: Double? = nil
  ) {
    self.draws = draws
    self.seed = seed
    self.method = method
    self.goal = goal
  }

  /// How many draws may be asked for.
  public static let drawRange = 128...10_000_000

  static let fewestByDefault = 4_096
  static let mostByDefault = 131_072

  /// The draws of a program of so many steps.
  func draws(work: Int) -> Int {
    draws ?? max(Self.fewestByDefault, min(Self.mostByDefault, (1 << 28) / max(1, work)))
  }
}
