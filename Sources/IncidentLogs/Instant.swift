import Quantities

/// An instant in whole nanoseconds since 1970-01-01T00:00:00Z, leap seconds left out.
public struct Instant: Sendable, Hashable, Comparable {
  /// Nanoseconds since the epoch; years 1678 to 2262.
  public let nanoseconds: Int64

  /// The instant that many nanoseconds after the epoch.
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// The instant of a second and a fraction of it; nil outside the years 1678 to 2262.
  init?(seconds: Int64, nanoseconds: Int64) {
    let (whole, tooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, tooLate) = whole.addingReportingOverflow(nanoseconds)
    guard !tooLarge, !tooLate else { return nil }
    self.init(nanoseconds: sum)
  }

  /// Earlier before later.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// The time since an earlier instant, zero since a later one; error one rounding.
  public func duration(since earlier: Instant) -> Duration {
    self > earlier ? Duration(nanoseconds: nanosecondsSince(earlier)) : .zero
  }

  /// Exact for any two instants, this one being the later: the difference may need all 64 bits.
  func nanosecondsSince(_ earlier: Instant) -> UInt64 {
    UInt64(bitPattern: nanoseconds &- earlier.nanoseconds)
  }
}

extension Duration {
  /// Whole nanoseconds; error one rounding.
  init(nanoseconds: UInt64) {
    // Never out of range: 2^64 ns are 585 years.
    self = (try? Duration(seconds: Double(nanoseconds) / 1e9)) ?? .zero
  }

  /// Whole nanoseconds, the nearest; the largest number for 584 years and more.
  var wholeNanoseconds: UInt64 {
    UInt64(exactly: (seconds * 1e9).rounded()) ?? .max
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 in UTC with as many digits of the second as needed, such as `2025-03-01T10:00:00Z`.
  public var description: String {
    let (second, fraction) = nanoseconds.flooredQuotientAndRemainder(by: 1_000_000_000)
    let (day, secondOfDay) = second.flooredQuotientAndRemainder(by: 86_400)
    let date = CalendarDay(number: day).description
    let time = [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60]
      .map { padded($0, to: 2) }.joined(separator: ":")
    return "\(date)T\(time)\(decimals(of: fraction))Z"
  }

  private func decimals(of fraction: Int64) -> String {
    guard fraction > 0 else { return "" }
    var digits = padded(fraction, to: 9)
    while digits.last == "0" { digits.removeLast() }
    return ".\(digits)"
  }
}

/// A number with zeros before it.
func padded(_ number: Int64, to count: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
}

extension Int64 {
  /// The quotient rounded down, and the remainder, 0 or more.
  func flooredQuotientAndRemainder(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
