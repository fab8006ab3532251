import Quantities

/// Instances of one kind that stand in one zone and go down with it.
public struct FleetZone: Sendable, Hashable {
  /// What the zone is called in answers.
  public let name: String
  /// Instances that stand here, 0 to ``Fleet/mostInstances`` in all zones together.
  public let instances: Int
  /// What one instance serves, above 0.
  public let capacity: Rate
  /// How each instance lives; nil when none ever fails. Its clock runs on while the zone is down.
  public let instanceLife: AlternatingLife?
  /// How the zone lives; nil when it never fails.
  public let zoneLife: AlternatingLife?
  /// Instances of other zones that could be started here beside its own, 0 or more.
  public let room: Int

  /// A zone of a fleet; it is checked where the fleet is made.
  public init(
    _ name: String, instances: Int, capacity: Rate, instanceLife: AlternatingLife? = nil,
    zoneLife: AlternatingLife? = nil, room: Int = 0
  ) {
    self.name = name
    self.instances = instances
    self.capacity = capacity
    self.instanceLife = instanceLife
    self.zoneLife = zoneLife
    self.room = room
  }
}
