/// What a design may cost and use at most.
///
/// What equals its limit within a relative 1e-12 is within it.
public struct ResourceLimits: Sendable, Hashable {
  /// The greatest cost a year, 0 or more; infinite for none.
  public let cost: Double
  /// The greatest use of each other resource of the space, 0 or more; empty for no limits.
  public let uses: [Double]

  /// Limits on cost and on other resources; checked against the space when a search begins.
  public init(cost: Double = .infinity, uses: [Double] = []) {
    self.cost = cost
    self.uses = uses
  }

  /// No limits at all.
  public static let none = ResourceLimits()

  /// One limit for each demand of the space: cost first. Throws ``AllocationError`` for a limit that
  /// is negative or not a number, for a wrong number of limits, and for one below the least that any
  /// design uses.
  func demands(in space: DesignSpace) throws(AllocationError) -> [Double] {
    guard uses.isEmpty || uses.count == space.resources.count else {
      throw .limits(uses.count, of: space.resources.count)
    }
    let limits =
      [cost] + (uses.isEmpty ? space.resources.map { _ in Double.infinity } : uses)
    for ((resource, limit), least) in zip(
      zip(["cost"] + space.resources, limits), space.leastDemands)
    {
      guard limit >= 0 else { throw .limit(limit, of: resource) }
      guard Tie.isWithin(least, limit) else {
        throw .belowLeast(limit, of: resource, least: least)
      }
    }
    return limits
  }
}
