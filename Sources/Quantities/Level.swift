/// How much service is delivered at an instant: 1 full, 0 none, between them degraded.
public struct Level: Sendable, Hashable, Comparable {
  /// The fraction delivered, 0 to 1.
  public let fraction: Double

  /// A level of `fraction`. Throws ``QuantityError/notAProbability(_:)`` outside 0 to 1.
  public init(_ fraction: Double) throws(QuantityError) {
    guard (0...1).contains(fraction) else { throw .notAProbability("a level of \(fraction)") }
    self.fraction = fraction
  }

  private init(unchecked fraction: Double) { self.fraction = fraction }

  /// Full service.
  public static let full = Level(unchecked: 1)
  /// No service.
  public static let none = Level(unchecked: 0)

  /// Less service before more.
  public static func < (left: Level, right: Level) -> Bool { left.fraction < right.fraction }
}
