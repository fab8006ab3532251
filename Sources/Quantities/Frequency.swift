/// How often something happens in the long run: events per second, 0 or more and finite.
public struct Frequency: Sendable, Hashable, Comparable {
  /// Events per second.
  public let perSecond: Double

  /// `perSecond` events per second. Throws ``QuantityError/outOfRange(_:)`` when negative or not
  /// finite.
  public init(perSecond: Double) throws(QuantityError) {
    guard perSecond.isFinite, perSecond >= 0 else {
      throw .outOfRange("a frequency of \(perSecond) a second")
    }
    self.perSecond = perSecond
  }

  /// Never.
  public static let never = Frequency(unchecked: 0)

  private init(unchecked perSecond: Double) { self.perSecond = perSecond }

  /// Once in `interval`; error one rounding. Throws ``QuantityError/outOfRange(_:)`` for no time.
  public static func once(in interval: Duration) throws(QuantityError) -> Frequency {
    try Frequency(perSecond: 1 / interval.seconds)
  }

  /// Expected events in a stretch of time; error one rounding.
  public func events(in duration: Duration) -> Double { perSecond * duration.seconds }

  /// Events in a year of 365 d.
  public var perYear: Double { events(in: .years(1)) }

  /// Rarer before more often.
  public static func < (left: Frequency, right: Frequency) -> Bool {
    left.perSecond < right.perSecond
  }
}
