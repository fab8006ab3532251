/// The numbers of a date, not yet checked against the calendar.
struct DateDigits: Sendable, Hashable {
  let year: Int64
  let month: Int64
  let day: Int64
}

extension ByteCursor {
  /// Reads `2025-03-01`, `2025/03/01` or `20250301`.
  mutating func numericDate() -> DateDigits? {
    guard let year = digits(4) else { return nil }
    let separator = current
    let isSeparated = separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
    if isSeparated { advance() }
    guard let month = digits(2), !isSeparated || skip(separator), let day = digits(2) else {
      return nil
    }
    return DateDigits(year: year, month: month, day: day)
  }

  /// Reads `Mar 1, 2025`, `March 1 2025`, `1 Mar 2025` or `1-Mar-2025`, after a day of the week or
  /// not.
  mutating func dateWithNamedMonth() -> DateDigits? {
    skipWeekday()
    if current.isLetter {
      guard let month = monthName() else { return nil }
      guard let day = shortNumber(), let year = year() else { return nil }
      return DateDigits(year: year, month: month, day: day)
    }
    guard let day = shortNumber() else { return nil }
    skipSeparators()
    guard let month = monthName(), let year = year() else { return nil }
    return DateDigits(year: year, month: month, day: day)
  }

  private mutating func year() -> Int64? {
    skipSeparators()
    return digitCount == 4 ? digits(4) : nil
  }

  private mutating func shortNumber() -> Int64? {
    skipSeparators()
    return (1...2).contains(digitCount) ? digits(digitCount) : nil
  }

  private mutating func skipSeparators() {
    while current.isBlank
      || [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-")].contains(current)
    {
      advance()
    }
  }

  private mutating func monthName() -> Int64? {
    let word = word()
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    guard word.utf8.count >= 3, let index = names.firstIndex(where: { $0.hasPrefix(word) }) else {
      return word == "sept" ? 9 : nil
    }
    return Int64(index + 1)
  }

  private mutating func skipWeekday() {
    var ahead = self
    let word = ahead.word()
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard word.utf8.count >= 3, names.contains(where: { $0.hasPrefix(word) }) else { return }
    self = ahead
    skipSeparators()
  }

  /// Steps over a word in any case; no step when another word stands here.
  mutating func skipWord(_ expected: String) -> Bool {
    var ahead = self
    guard ahead.word() == expected else { return false }
    self = ahead
    return true
  }

  /// Whether a date of short numbers stands here, such as 03/04/2025 or 1.3.25.
  var isDateOfShortNumbers: Bool {
    var ahead = self
    ahead.advance(by: digitCount)
    let separator = ahead.current
    ahead.advance()
    guard (1...2).contains(ahead.digitCount) else { return false }
    ahead.advance(by: ahead.digitCount)
    return ahead.skip(separator) && ahead.current.isDigit
  }

  /// Reads `+02:00`, `+0200` or `+02` as seconds; nil when it is none of these.
  mutating func offset() -> Int? {
    let isWest = current == UInt8(ascii: "-")
    advance()
    guard let hours = digits(2) else { return nil }
    let hasColon = skip(UInt8(ascii: ":"))
    let minutes = digits(2)
    guard let minutes = minutes ?? (hasColon ? nil : 0), minutes < 60 else { return nil }
    let seconds = Int(hours * 3_600 + minutes * 60)
    return isWest ? -seconds : seconds
  }

  /// Reads a zone's name, in brackets or not, at most 64 bytes.
  mutating func zoneName() -> String? {
    let isBracketed = skip(UInt8(ascii: "["))
    var name = ""
    while current.isZoneByte, name.utf8.count < 64 {
      name.unicodeScalars.append(Unicode.Scalar(current))
      advance()
    }
    guard !name.isEmpty, !isBracketed || skip(UInt8(ascii: "]")) else { return nil }
    return name
  }

  /// Reads a number as seconds, milliseconds, microseconds or nanoseconds since 1970: up to 11, 14,
  /// 17 and 19 digits, of which each unit but the first begins in 1973. Seconds may have a
  /// fraction.
  func epoch() -> Result<TimeStampReader.Reading, TimeStampFlaw> {
    var cursor = self
    let count = cursor.digitCount
    guard (1...19).contains(count) else { return .failure(.unreadable) }
    guard let number = cursor.number(ofDigits: count) else { return .failure(.outOfRange) }
    guard let fraction = cursor.fractionOfSecond(), cursor.isAtEnd else {
      return .failure(.unreadable)
    }
    if number < 100_000_000 { return .failure(.smallNumber) }
    let unit = Self.epochUnit(ofDigits: count)
    let (nanoseconds, isTooLarge) = number.multipliedReportingOverflow(by: unit)
    // Of a smaller unit the digits after the point stand for less.
    let rest = fraction / (1_000_000_000 / unit)
    guard !isTooLarge, nanoseconds <= Int64.max - rest else { return .failure(.outOfRange) }
    let instant = Instant(nanoseconds: nanoseconds + rest)
    return .success(TimeStampReader.Reading(instant: instant, locality: .own))
  }

  /// The unit, in nanoseconds, of a number of so many digits.
  private static func epochUnit(ofDigits count: Int) -> Int64 {
    switch count {
    case ...11: 1_000_000_000
    case 12...14: 1_000_000
    case 15...17: 1_000
    default: 1
    }
  }

  /// Reads up to 19 digits; nil above 2^63 - 1.
  private mutating func number(ofDigits count: Int) -> Int64? {
    guard let front = digits(min(count, 18)) else { return nil }
    guard count > 18, let last = digits(1) else { return front }
    let (product, isTooLarge) = front.multipliedReportingOverflow(by: 10)
    let (sum, isAboveLimit) = product.addingReportingOverflow(last)
    return isTooLarge || isAboveLimit ? nil : sum
  }
}

extension UInt8 {
  fileprivate var isZoneByte: Bool {
    isLetter || isDigit || [0x2B, 0x2D, 0x2F, 0x5F].contains(self)
  }
}
