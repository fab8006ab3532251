import CapacityPlanning

/// A search among designs, ready to run.
public struct CheckedSearch: Sendable, Hashable {
  /// What is looked for, as written.
  public let text: String
  /// Its variables.
  public let variables: [SizingVariable]
  /// What must hold.
  public let conditions: [SizingCondition]
  /// Which design is best.
  public let objective: SizingObjective
  /// Defaults that decide the answer, a sentence each.
  public let assumptions: [String]
  /// The search.
  @NotCompared public var sizing: Sizing
}
