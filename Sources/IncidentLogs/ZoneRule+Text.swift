extension ZoneRule {
  /// Reads a TZ string; nil when it isn't one.
  init?(text: ArraySlice<UInt8>) {
    var cursor = ByteCursor(Array(text))
    guard cursor.skipZoneAbbreviation(), let west = cursor.signedTime() else { return nil }
    standardOffset = Int(-west)
    guard !cursor.isAtEnd else {
      summer = nil
      return
    }
    guard let summer = cursor.summer(standardOffset: Int(-west)), cursor.isAtEnd else { return nil }
    self.summer = summer
  }
}

extension ByteCursor {
  fileprivate mutating func skipZoneAbbreviation() -> Bool {
    if skip(UInt8(ascii: "<")) {
      while !isAtEnd, current != UInt8(ascii: ">") { advance() }
      return skip(UInt8(ascii: ">"))
    }
    return word().utf8.count >= 3
  }

  fileprivate mutating func summer(standardOffset: Int) -> ZoneRule.Summer? {
    guard skipZoneAbbreviation() else { return nil }
    var offset = standardOffset + 3_600
    if current != UInt8(ascii: ",") {
      guard let west = signedTime() else { return nil }
      offset = Int(-west)
    }
    guard skip(UInt8(ascii: ",")), let start = yearlyDate(),
      skip(UInt8(ascii: ",")), let end = yearlyDate()
    else { return nil }
    return ZoneRule.Summer(offset: offset, start: start, end: end)
  }

  private mutating func yearlyDate() -> YearlyDate? {
    guard let day = yearlyDay() else { return nil }
    guard skip(UInt8(ascii: "/")) else { return YearlyDate(day: day, time: 7_200) }
    return signedTime().map { YearlyDate(day: day, time: $0) }
  }

  private mutating func yearlyDay() -> YearlyDate.Day? {
    if skip(UInt8(ascii: "J")) {
      return number(in: 1...365).map { .withoutLeapDay($0) }
    }
    guard skip(UInt8(ascii: "M")) else { return number(in: 0...365).map { .ofYear($0) } }
    guard let month = number(in: 1...12), skip(UInt8(ascii: ".")),
      let week = number(in: 1...5), skip(UInt8(ascii: ".")), let weekday = number(in: 0...6)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }

  /// Reads `[+-]h[h[h]][:mm[:ss]]` as seconds.
  fileprivate mutating func signedTime() -> Int64? {
    let isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    guard let hours = number(in: 0...167) else { return nil }
    var seconds = hours * 3_600
    for unit in [Int64(60), 1] where skip(UInt8(ascii: ":")) {
      guard let part = number(in: 0...59) else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  private mutating func number(in range: ClosedRange<Int64>) -> Int64? {
    guard (1...3).contains(digitCount), let number = digits(digitCount), range.contains(number)
    else { return nil }
    return number
  }
}
