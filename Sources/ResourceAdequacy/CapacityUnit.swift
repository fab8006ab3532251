import Quantities
import Topology

/// Identical units that carry a flow, such as five generators of 12 MW.
public struct CapacityUnit: Sendable, Hashable {
  /// What they are called.
  public let name: String
  /// How many there are, 1 or more.
  public let count: Int
  /// What each carries while it is up, above 0.
  public let capacity: Rate
  /// How each fails and is restored.
  public let component: Component

  /// `count` units that each carry `capacity` and live alike. Without times (``Life/percent(_:mttr:)``
  /// alone) there are probabilities but no frequencies. Throws ``TopologyError`` for times that make no
  /// component.
  public init(
    _ name: String, _ count: Int = 1, capacity: Rate, _ life: Life
  ) throws(TopologyError) {
    do {
      component = try life.component()
    } catch {
      throw TopologyError(definition: name, reason: error)
    }
    self.name = name
    self.count = count
    self.capacity = capacity
  }
}
