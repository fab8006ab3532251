/// `plot shop as timeline for 1y, seed 7`
public struct PictureSyntax: Sendable, Hashable {
  /// What is shown.
  public let name: Identifier
  /// How it is shown.
  public let kind: Kind
  /// The length of a replication; nil where it isn't said.
  public let duration: DurationSyntax?
  /// The options of the simulation, in order.
  public let options: [SimulationOption]

  /// The picture of `name`.
  public init(
    _ name: Identifier, as kind: Kind = .exceedance, duration: DurationSyntax? = nil,
    options: [SimulationOption] = []
  ) {
    self.name = name
    self.kind = kind
    self.duration = duration
    self.options = options
  }

  /// What a picture shows.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The share of windows with more downtime than each length; shown where nothing is said.
    case exceedance
    /// How many windows have how much downtime.
    case histogram
    /// When one simulated history is up and down, and why.
    case timeline
    /// What depends on what; nothing is simulated.
    case topology
  }
}
