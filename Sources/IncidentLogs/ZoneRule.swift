/// The rule for the years after a zone's last recorded change: the TZ string of POSIX (IEEE
/// 1003.1-2017, 8.3) with the wider hours of RFC 8536, 3.3.1, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable, Hashable {
  /// Seconds east of UTC.
  let standardOffset: Int
  /// nil where clocks don't change.
  let summer: Summer?

  /// The offset of the other part of the year, its first day and time, and its last.
  struct Summer: Sendable, Hashable {
    let offset: Int
    let start: YearlyDate
    let end: YearlyDate
  }

  /// Seconds east of UTC at an instant.
  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standardOffset }
    let local = seconds + Int64(standardOffset)
    let year = CalendarDay(number: local.flooredQuotientAndRemainder(by: 86_400).quotient).year
    let start = summer.start.localSeconds(in: year) - Int64(standardOffset)
    let end = summer.end.localSeconds(in: year) - Int64(summer.offset)
    // South of the equator summer holds over the turn of the year.
    let isSummer =
      start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end
    return isSummer ? summer.offset : standardOffset
  }
}

/// A day of every year, and a time on it.
struct YearlyDate: Sendable, Hashable {
  enum Day: Sendable, Hashable {
    /// Day 1 to 365, a 29 February not counted.
    case withoutLeapDay(Int64)
    /// Day 0 to 365, a 29 February counted.
    case ofYear(Int64)
    /// The week (5 is the last) and the weekday (0 is Sunday) of a month.
    case weekday(month: Int64, week: Int64, weekday: Int64)
  }

  let day: Day
  /// Seconds after midnight on the wall, -167 h to 167 h.
  let time: Int64

  /// The moment in a year, in seconds from 1970 on the zone's own clock.
  func localSeconds(in year: Int64) -> Int64 { dayNumber(in: year) * 86_400 + time }

  private func dayNumber(in year: Int64) -> Int64 {
    switch day {
    case .withoutLeapDay(let day):
      Self.first(of: 1, in: year) + day - 1 + (day >= 60 && CalendarDay.isLeap(year) ? 1 : 0)
    case .ofYear(let day): Self.first(of: 1, in: year) + day
    case .weekday(let month, let week, let weekday):
      Self.number(ofWeekday: weekday, week: week, month: month, year: year)
    }
  }

  private static func first(of month: Int64, in year: Int64) -> Int64 {
    CalendarDay(year: year, month: month, day: 1)?.number ?? 0
  }

  private static func number(
    ofWeekday weekday: Int64, week: Int64, month: Int64, year: Int64
  ) -> Int64 {
    let first = first(of: month, in: year)
    let toWeekday = (weekday - CalendarDay(number: first).weekday + 7) % 7
    let day = toWeekday + (week - 1) * 7
    let length = CalendarDay.length(ofMonth: month, year: year)
    return first + (day < length ? day : day - 7)
  }
}
