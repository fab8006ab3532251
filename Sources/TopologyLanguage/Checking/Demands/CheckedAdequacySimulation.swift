import ResourceAdequacy

/// A simulation of what falls short of a demand that varies.
public struct CheckedAdequacySimulation: Sendable, Hashable {
  /// What is asked about.
  public let name: String
  /// When enough is drawn.
  public let stopping: AdequacyStopping
  /// Where the random numbers begin.
  public let seed: UInt64
  /// How many processors it uses; nil for all.
  public let threads: Int?
  /// Defaults that decide how long it runs, a sentence each.
  public let assumptions: [String]
}
