import Quantities

/// A length of time as a cell writes it.
struct WrittenDuration: Sendable, Hashable {
  let nanoseconds: Int64
  /// The smallest unit that was written, in nanoseconds: what the writer may have rounded to.
  let resolution: Int64

  /// Reads `1h 30min`, `90 min`, `01:30:00`, `PT1H30M`, or a bare number when its column names a
  /// unit. Exact, rounded down to whole nanoseconds.
  static func reading(
    of range: Range<Int>, in bytes: [UInt8], unit: DurationUnit?
  ) -> Result<WrittenDuration, DurationFlaw> {
    var cursor = ByteCursor(bytes, range)
    if cursor.skip(UInt8(ascii: "-")) {
      return .failure(cursor.current.isDigit || cursor.current.isLetter ? .negative : .unreadable)
    }
    if cursor.current | 0x20 == UInt8(ascii: "p") { return cursor.isoDuration() }
    return cursor.byte(after: cursor.digitCount) == UInt8(ascii: ":")
      ? cursor.clockDuration() : cursor.sumOfUnits(bareUnit: unit)
  }

  static let zero = WrittenDuration(nanoseconds: 0, resolution: .max)

  /// With a number of a unit added; nil when 64 bits of nanoseconds don't hold it.
  func adding(_ number: DecimalDigits, of unit: Int64) -> WrittenDuration? {
    guard let part = number.product(with: unit) else { return nil }
    let (sum, isTooLarge) = nanoseconds.addingReportingOverflow(part)
    return isTooLarge
      ? nil : WrittenDuration(nanoseconds: sum, resolution: min(resolution, unit))
  }
}

/// Why a text is no length of time.
public enum DurationFlaw: Error, Sendable, Hashable {
  /// Not one of the forms that are read.
  case unreadable
  /// Below zero.
  case negative
  /// A number whose unit neither the cell nor the column's name tells.
  case noUnit
  /// `m` alone: a minute or a month.
  case ambiguousMinute
  /// Two numbers with a colon: minutes or hours first.
  case twoClockParts
  /// A year or a month of ISO 8601, which have no fixed length.
  case calendarUnit
  /// More than 292 years.
  case tooLong

  /// What is wrong and what to write, to stand after the text that was read.
  public var explanation: String {
    switch self {
    case .unreadable: "is not a duration; write it like 1h 30min, 01:30:00 or PT1H30M"
    case .negative: "is negative; write how long the outage lasted, 0 or more"
    case .noUnit: "has no unit; write it like 90min, or name the unit in the column, as in minutes"
    case .ambiguousMinute: "has the unit m, a minute or a month; write min or mo"
    case .twoClockParts: "may count hours or minutes first; write it like 01:30:00 or 1h 30min"
    case .calendarUnit: "counts months or years of unknown length; write days"
    case .tooLong: "is longer than 292 years; correct it"
    }
  }
}

/// A decimal number as its digits: `digits` / 10^`places`.
struct DecimalDigits: Sendable, Hashable {
  let digits: Int64
  let places: Int

  /// The number times a unit, rounded down; nil above 2^63.
  func product(with unit: Int64) -> Int64? {
    let divisor = (0..<places).reduce(Int64(1)) { value, _ in value * 10 }
    let product = digits.multipliedFullWidth(by: unit)
    guard product.high < divisor else { return nil }
    let quotient = UInt64(divisor).dividingFullWidth((UInt64(product.high), product.low)).quotient
    return Int64(exactly: quotient)
  }

  /// The nearest `Double`.
  var value: Double { Double(digits) / (0..<places).reduce(1) { value, _ in value * 10 } }
}

extension ByteCursor {
  /// Reads digits with a fraction, of which 9 places at most are kept; nil when there are none, or
  /// more than 18 before the point.
  mutating func decimal() -> DecimalDigits? {
    let count = digitCount
    guard count <= 18, let whole = digits(count) else { return nil }
    guard skip(UInt8(ascii: ".")) else {
      return count > 0 ? DecimalDigits(digits: whole, places: 0) : nil
    }
    let fractionCount = digitCount
    guard count + fractionCount > 0 else { return nil }
    let places = min(fractionCount, 9, 18 - count)
    guard let fraction = digits(places) else { return nil }
    advance(by: fractionCount - places)
    let scale = (0..<places).reduce(Int64(1)) { value, _ in value * 10 }
    return DecimalDigits(digits: whole * scale + fraction, places: places)
  }
}
