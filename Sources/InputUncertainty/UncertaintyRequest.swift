/// How the uncertainty of inputs is carried to a result.
public enum PropagationMethod: String, Sendable, Hashable, CaseIterable {
  /// The exact engine's steps are laid out once and run for eight draws at a time.
  case compiled
  /// The topology is built anew for every draw, and evaluated gate by gate.
  case rebuilt
}

/// How many draws of the inputs are made, and which.
public struct UncertaintyRequest: Sendable, Hashable {
  /// The number of draws, 128 to 10,000,000; nil for as many as take a few tenths of a second: 131,072
  /// where they are compiled, 4,096 where every draw rebuilds the topology.
  public var draws: Int?
  /// The same seed gives the same draws, to the last bit.
  public var seed: UInt64
  /// The way to evaluate them; nil for the fastest that fits.
  public var method: PropagationMethod?

  /// A request.
  public init(draws: Int? = nil, seed: UInt64 = 1, method: PropagationMethod? = nil) {
    self.draws = draws
    self.seed = seed
    self.method = method
  }

  /// How many draws may be asked for.
  public static let drawRange = 128...10_000_000

  func draws(by method: PropagationMethod) -> Int {
    draws ?? (method == .compiled ? 131_072 : 4_096)
  }
}
