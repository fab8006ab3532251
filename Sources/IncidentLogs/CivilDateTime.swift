/// A date and a time of day as a clock on a wall shows them, without its zone.
struct CivilDateTime: Sendable, Hashable {
  /// Seconds from 1970-01-01 00:00:00 on the same clock.
  let seconds: Int64
  /// The fraction of the second, 0 to 999,999,999.
  let nanoseconds: Int64
}

/// The hour, minute and second on a clock.
struct TimeOfDay: Sendable, Hashable {
  var hour: Int64
  let minute: Int64
  let second: Int64
  let nanoseconds: Int64

  static let midnight = TimeOfDay(hour: 0, minute: 0, second: 0, nanoseconds: 0)

  /// Seconds since midnight; nil for times that no clock shows. 24:00 is the end of the day (ISO
  /// 8601), and a leap second is the first of the next minute, as in POSIX.
  var seconds: Int64? {
    let isEndOfDay = hour == 24 && minute == 0 && second == 0 && nanoseconds == 0
    guard hour < 24 || isEndOfDay, minute < 60, second <= 60 else { return nil }
    return hour * 3_600 + minute * 60 + second
  }
}

extension ByteCursor {
  /// Reads `HH:MM`, `HH:MM:SS` with a fraction after a point or a comma, or `HHMM` and `HHMMSS`;
  /// the hour may have one digit before a colon. Digits of the fraction after the ninth are cut
  /// off.
  mutating func timeOfDay() -> TimeOfDay? {
    let isOneDigit = byte(after: 1) == UInt8(ascii: ":")
    guard let hour = digits(isOneDigit ? 1 : 2) else { return nil }
    let hasColons = skip(UInt8(ascii: ":"))
    guard let minute = digits(2) else { return nil }
    guard hasColons ? skip(UInt8(ascii: ":")) : current.isDigit else {
      return TimeOfDay(hour: hour, minute: minute, second: 0, nanoseconds: 0)
    }
    guard let second = digits(2) else { return nil }
    guard let fraction = fractionOfSecond() else { return nil }
    return TimeOfDay(hour: hour, minute: minute, second: second, nanoseconds: fraction)
  }

  /// Reads a fraction as nanoseconds: 0 when there is none, nil when the point has no digits after
  /// it.
  mutating func fractionOfSecond() -> Int64? {
    guard skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ",")) else { return 0 }
    let count = digitCount
    guard count > 0, let fraction = digits(min(count, 9)) else { return nil }
    advance(by: max(0, count - 9))
    return (count..<max(count, 9)).reduce(fraction) { value, _ in value * 10 }
  }

  /// Reads AM or PM after a time, which then counts hours from 12 and 1 to 11; false when the hour
  /// doesn't fit.
  mutating func halfOfDay(for time: inout TimeOfDay) -> Bool {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.byte(after: 1) | 0x20 == UInt8(ascii: "m") else { return true }
    let word = ahead.word()
    guard word == "am" || word == "pm" else { return true }
    self = ahead
    guard (1...12).contains(time.hour) else { return false }
    time.hour = time.hour % 12 + (word == "pm" ? 12 : 0)
    return true
  }
}
