/// The stretch of time over which downtime is counted.
///
/// `month` is 30 d, `quarter` 90 d and `year` 365 d; a calendar month has 28 to 31 days.
public enum Window: Sendable, Hashable {
  case day, week, month, quarter, year
  /// A month of the calendar; in the mean of 400 Gregorian years 30.436875 d.
  case calendarMonth
  /// Any other length.
  case duration(Duration)

  /// The window's length; the Gregorian mean for a calendar month. Exact.
  public var length: Duration {
    switch self {
    case .day: .days(1)
    case .week: .days(7)
    case .month: .days(30)
    case .quarter: .days(90)
    case .year: .days(365)
    case .calendarMonth: .seconds(2_629_746)
    case .duration(let duration): duration
    }
  }

  /// Expected downtime in the window at a long-run availability: U times the length. Relative error
  /// that of U plus one rounding.
  public func downtime(at availability: Probability) -> Duration {
    let seconds = availability.complement * length.seconds
    return (try? Duration(seconds: seconds)) ?? .zero
  }
}
