import Quantities

/// Writes decimal numbers without an exponent, as people do.
enum PlainDecimal {
  /// The digits of `number`, at most 60 of them with an exponent beyond.
  static func text(_ number: DecimalNumber) -> String {
    guard !number.isZero else { return "0" }
    let digits = number.digits.map { String($0) }.joined()
    guard abs(number.exponent) <= 60 else { return "\(digits)e\(number.exponent)" }
    guard number.exponent < 0 else {
      return digits + String(repeating: "0", count: number.exponent)
    }
    let places = -number.exponent
    let padding = String(repeating: "0", count: max(places + 1 - digits.count, 0))
    let padded = padding + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
