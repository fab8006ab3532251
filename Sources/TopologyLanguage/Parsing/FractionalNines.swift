#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The percentages that a fractional number of nines may mean.
enum FractionalNines {
  /// Beyond this many nines the logarithm's reading has more digits than a `Double` prints.
  private static let mostNines = 14

  /// `99.95%` and `99.9684%` for 3.5: digits (the half is a five) and logarithm.
  static func readings(of count: Double) -> [String] {
    guard count > 0, count < Double(mostNines) else { return [] }
    let whole = Int(count)
    let isHalf = count - Double(whole) == 0.5
    return (isHalf ? [digits(whole)] : []) + [logarithm(count)]
  }

  private static func digits(_ whole: Int) -> String {
    let digits = String(repeating: "9", count: whole) + "5"
    if whole < 2 { return whole == 0 ? "50%" : "95%" }
    return "\(digits.prefix(2)).\(digits.dropFirst(2))%"
  }

  /// 100 % - 100 × 10^-count %, to as many places as there are nines and one more.
  private static func logarithm(_ count: Double) -> String {
    let places = Int(count) + 1
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    let missing = Int((pow(10, 2 - count) * Double(unit)).rounded())
    let digits = String(100 * unit - missing)
    return "\(digits.dropLast(places)).\(digits.suffix(places))%"
  }
}
