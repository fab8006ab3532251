/// What a search may choose: a number of instances, of zones, or one of several kinds.
public struct SizingVariable: Sendable, Hashable {
  /// Its name, such as `n`.
  public let name: String
  /// Its values as people read them, in the order in which they are preferred.
  public let values: [String]

  /// `name`, one of `values`.
  public init(_ name: String, _ values: [String]) {
    self.name = name
    self.values = values
  }

  /// `name`, any whole number of a range.
  public init(_ name: String, _ range: ClosedRange<Int>) {
    self.init(name, range.map(String.init))
  }
}

/// Which of the designs that meet all conditions is looked for.
public enum SizingObjective: Sendable, Hashable {
  /// The one with the fewest instances, domains not counted; of several the first.
  case fewestInstances
  /// The cheapest; of several the one with the fewest instances.
  case leastCost
  /// The one with the least long-run unavailability of a thing; of several the cheapest.
  case leastDowntime(of: String)
  /// All that no other design beats in both cost and long-run unavailability of a thing: the Pareto front.
  case front(of: String)
}
