/// What something costs to run, in any one currency: an amount for each stretch of time.
///
/// A year has twelve months here (a month is 730 h), so that a cost per month times 12 is the cost per
/// year.
public struct Cost: Sendable, Hashable, Comparable {
  /// The amount in a month, 0 or more. Error one rounding from other stretches of time.
  public let perMonth: Double

  private init(uncheckedPerMonth amount: Double) { perMonth = amount }

  /// A cost of `amount` in each month. Throws ``QuantityError/outOfRange(_:)`` when it is negative or
  /// not finite.
  public init(perMonth amount: Double) throws(QuantityError) {
    guard amount.isFinite, amount >= 0 else { throw .outOfRange("a cost of \(amount)") }
    self.init(uncheckedPerMonth: amount)
  }

  /// A cost of `amount` in each `window`: of a month, calendar or not, a twelfth of the year's; of a
  /// quarter a fourth. Throws ``QuantityError/outOfRange(_:)`` when it is negative or not finite, or the
  /// window has no length.
  public init(_ amount: Double, per window: Window) throws(QuantityError) {
    let months =
      switch window {
      case .month, .calendarMonth: 1.0
      case .quarter: 3.0
      case .year: 12.0
      case .day, .week, .duration: window.length.seconds / Self.month
      }
    guard months > 0 else { throw .outOfRange("a cost per no time") }
    try self.init(perMonth: amount / months)
  }

  /// The amount in a year, 12 × that of a month.
  public var perYear: Double { perMonth * 12 }

  /// Nothing to pay.
  public static let none = Cost(uncheckedPerMonth: 0)

  /// 730 h in seconds.
  private static let month = 2_628_000.0

  /// The sum of two costs.
  public static func + (left: Cost, right: Cost) -> Cost {
    Cost(uncheckedPerMonth: left.perMonth + right.perMonth)
  }

  /// The cost of `count` of them, 0 or more.
  public static func * (count: Int, cost: Cost) -> Cost {
    Cost(uncheckedPerMonth: Double(max(0, count)) * cost.perMonth)
  }

  /// Compares amounts in the same time.
  public static func < (left: Cost, right: Cost) -> Bool { left.perMonth < right.perMonth }
}
