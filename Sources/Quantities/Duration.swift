/// A length of time in seconds, 0 or more and finite.
///
/// Shadows Swift's own `Duration`, which counts whole attoseconds and has no fractions of them; write
/// `Swift.Duration` where that one is meant.
public struct Duration: Sendable, Hashable, Comparable {
  /// Seconds, 0 or more.
  public let seconds: Double

  private init(unchecked seconds: Double) { self.seconds = seconds }

  /// A duration of `seconds`. Throws ``QuantityError/outOfRange(_:)`` when it is negative or not
  /// finite.
  public init(seconds: Double) throws(QuantityError) {
    guard seconds.isFinite, seconds >= 0 else { throw .outOfRange("a duration of \(seconds) s") }
    self.init(unchecked: seconds)
  }

  /// `number` of `unit`; error one rounding. Throws ``QuantityError/outOfRange(_:)``.
  public init(_ number: Double, _ unit: DurationUnit) throws(QuantityError) {
    try self.init(seconds: number * unit.seconds)
  }

  /// No time at all.
  public static let zero = Duration(unchecked: 0)

  /// Whole units, for values written in Swift: `.days(30)`, `.minutes(5)`.
  public static func seconds(_ count: UInt32) -> Duration { whole(count, .second) }
  /// Whole minutes.
  public static func minutes(_ count: UInt32) -> Duration { whole(count, .minute) }
  /// Whole hours.
  public static func hours(_ count: UInt32) -> Duration { whole(count, .hour) }
  /// Whole days of 24 h.
  public static func days(_ count: UInt32) -> Duration { whole(count, .day) }
  /// Whole years of 365 d.
  public static func years(_ count: UInt32) -> Duration { whole(count, .year) }

  private static func whole(_ count: UInt32, _ unit: DurationUnit) -> Duration {
    Duration(unchecked: Double(count) * unit.seconds)
  }

  /// The duration in a unit; error one rounding.
  public func converted(to unit: DurationUnit) -> Double { seconds / unit.seconds }

  /// Shorter before longer.
  public static func < (left: Duration, right: Duration) -> Bool { left.seconds < right.seconds }

  /// The sum; stays finite for all durations below 1e308 s.
  public static func + (left: Duration, right: Duration) -> Duration {
    Duration(unchecked: min(left.seconds + right.seconds, .greatestFiniteMagnitude))
  }
}
