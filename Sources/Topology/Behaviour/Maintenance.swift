import Quantities

/// Planned windows at a fixed spacing, with one uniform random phase.
public struct Maintenance: Sendable, Hashable {
  /// From the beginning of one window to that of the next, above 0.
  public let spacing: Duration
  /// How long one lasts, above 0 and at most the spacing; rolling, for each of the scope's members.
  public let length: Duration
  /// True when the members of the scope go down one after another, else they go down together.
  public let isRolling: Bool
  /// The groups, families of domains or domains, by name, whose members go down; none where the
  /// maintenance stands in an expression by its own name.
  public let scope: [String]

  /// Maintenance; the topology checks it.
  public init(
    every spacing: Duration, lasting length: Duration, isRolling: Bool = false,
    scope: [String] = []
  ) {
    self.spacing = spacing
    self.length = length
    self.isRolling = isRolling
    self.scope = scope
  }
}
