extension ByteCursor {
  /// Reads `2025-03-01T10:00:00Z`, the form that most logs have, in half the time that the
  /// reader of all forms takes; nil for all others, and for days and times that don't exist, which
  /// that reader then explains.
  func commonInstant() -> Instant? {
    guard rest.count == 20, hasCommonMarks else { return nil }
    let year = pair(at: 0) * 100 + pair(at: 2)
    let (hour, minute, second) = (pair(at: 11), pair(at: 14), pair(at: 17))
    guard year >= 0, hour >= 0, minute >= 0, second >= 0, hour < 24, minute < 60, second < 60,
      let day = CalendarDay(year: year, month: pair(at: 5), day: pair(at: 8))
    else { return nil }
    let seconds = day.number * 86_400 + hour * 3_600 + minute * 60 + second
    return Instant(seconds: seconds, nanoseconds: 0)
  }

  private var hasCommonMarks: Bool {
    byte(after: 19) == UInt8(ascii: "Z") && byte(after: 10) == UInt8(ascii: "T")
      && byte(after: 4) == UInt8(ascii: "-") && byte(after: 7) == UInt8(ascii: "-")
      && byte(after: 13) == UInt8(ascii: ":") && byte(after: 16) == UInt8(ascii: ":")
  }

  /// The number of two digits; far below zero when they aren't.
  private func pair(at distance: Int) -> Int64 {
    let tens = byte(after: distance) &- UInt8(ascii: "0")
    let ones = byte(after: distance + 1) &- UInt8(ascii: "0")
    return tens < 10 && ones < 10 ? Int64(tens) * 10 + Int64(ones) : -100_000
  }
}
