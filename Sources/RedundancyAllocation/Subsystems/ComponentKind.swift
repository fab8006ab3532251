import Quantities

/// A kind of unit that a subsystem can be built of.
public struct ComponentKind: Sendable, Hashable {
  /// The name, unique in its subsystem.
  public let name: String
  /// The availability, or reliability over a mission, of one unit.
  public let availability: Probability
  /// Cost a year of one unit, 0 or more and finite.
  public let cost: Double
  /// What one unit uses of each other resource, 0 or more and finite.
  public let uses: [Double]

  /// A kind by what one unit of it costs, uses and is up; checked where the subsystem becomes a
  /// choice.
  public init(_ name: String, _ availability: Probability, cost: Double, uses: [Double] = []) {
    self.name = name
    self.availability = availability
    self.cost = cost
    self.uses = uses
  }
}

/// Independent units of which so many must be up: what redundancy is bought for.
public struct Subsystem: Sendable, Hashable {
  /// The name, unique in its system.
  public let name: String
  /// The kinds of unit that can be bought; at least one.
  public let kinds: [ComponentKind]
  /// How many units must be up.
  public let need: Int
  /// How many units there may be.
  public let most: Int
  /// Whether units of several kinds may stand side by side; the units are of one kind otherwise.
  public let isMixed: Bool

  /// A subsystem of `need` to `most` units. Checked by ``Subsystem/series(_:resources:)``.
  public init(
    _ name: String, _ kinds: [ComponentKind], need: Int = 1, atMost most: Int, isMixed: Bool = true
  ) {
    self.name = name
    self.kinds = kinds
    self.need = need
    self.most = most
    self.isMixed = isMixed
  }
}
