/// The months of the Gregorian calendar, which repeats after 400 years.
enum CalendarMonth {
  /// Months of 400 years.
  static let count = 4_800
  /// Nanoseconds of a day.
  static let day: Int64 = 86_400_000_000_000

  /// Days of a month, numbered from a January of a year that is a multiple of 400.
  static func days(_ month: Int) -> Int64 {
    let year = month / 12 % 400
    switch month % 12 {
    case 1: return isLeap(year) ? 29 : 28
    case 3, 5, 8, 10: return 30
    default: return 31
    }
  }

  /// Days, and the share of the 4,800 months that have them.
  static let lengths: [(days: Double, share: Double)] = (28...31).map { days in
    let months = (0..<count).count { Self.days($0) == days }
    return (Double(days), Double(months) / Double(count))
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// A bound of the days of so many months in a row, exact for whole years up to eight: 366 of
  /// twelve. At most two days, and a day a century, too long.
  static func longestRun(of months: Int) -> Int64 {
    let years = months / 12
    let leapDays = years == 0 ? 0 : (years + 3) / 4
    let rest = (0..<12).map { first in
      (0..<(months % 12)).reduce(0) { $0 + days(first + $1) }
    }
    return Int64(years * 365 + leapDays) + (rest.max() ?? 0)
  }
}
