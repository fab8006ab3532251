import Quantities

/// Amounts held as whole numbers of one power of ten: exact sums and comparisons of decimals.
struct WholeAmounts: Sendable, Hashable {
  /// Each amount in units of 10^`exponent`, 0 or more.
  let values: [Int]
  /// The power of ten of a unit.
  let exponent: Int

  /// Larger whole numbers are refused, so that sums of a million of them can't overflow.
  static let limit = 1 << 53

  init(values: [Int], exponent: Int) {
    self.values = values
    self.exponent = exponent
  }

  /// One amount, `value` × 10^`exponent`, as far as it was written.
  struct Part: Sendable {
    let value: Int
    let exponent: Int
  }

  /// The decimals in the coarsest unit that holds all of them; nil when one would be above 2^53.
  init?(_ decimals: [DecimalNumber]) {
    var parts: [Part] = []
    parts.reserveCapacity(decimals.count)
    for decimal in decimals {
      guard let part = Part(decimal) else { return nil }
      parts.append(part)
    }
    self.init(parts)
  }

  /// The same of amounts that don't end in 0.
  init?(_ parts: [Part]) {
    let exponent = parts.lazy.filter { $0.value > 0 }.map(\.exponent).min() ?? 0
    var values: [Int] = []
    values.reserveCapacity(parts.count)
    for part in parts {
      guard part.value > 0 else {
        values.append(0)
        continue
      }
      guard let factor = Self.powerOfTen(part.exponent - exponent) else { return nil }
      let (value, overflows) = part.value.multipliedReportingOverflow(by: factor)
      guard !overflows, value <= Self.limit else { return nil }
      values.append(value)
    }
    self.init(values: values, exponent: exponent)
  }

  /// The same amounts in a finer unit, 10^`exponent`; nil when one would be above 2^53.
  func refined(to finer: Int) -> WholeAmounts? {
    guard finer < exponent else { return self }
    guard let factor = Self.powerOfTen(exponent - finer) else { return nil }
    guard let scaled = multiplied(by: factor) else { return nil }
    return WholeAmounts(values: scaled.values, exponent: finer)
  }

  /// The amounts times a whole number; nil when one would be above 2^53.
  func multiplied(by factor: Int) -> WholeAmounts? {
    var scaled = values
    for index in scaled.indices {
      let (product, overflows) = scaled[index].multipliedReportingOverflow(by: factor)
      guard !overflows, product <= Self.limit else { return nil }
      scaled[index] = product
    }
    return WholeAmounts(values: scaled, exponent: exponent)
  }

  /// The largest whole number of which all amounts are multiples; 0 when all are 0.
  var greatestCommonDivisor: Int { values.reduce(0, ResourceAdequacy.greatestCommonDivisor) }

  /// `value` units of 10^`exponent` as the nearest `Double`: both factors below 2^53 are exact, and
  /// so is the power of ten up to 10^22, so that one rounding is left.
  static func double(_ value: Int, _ exponent: Int) -> Double {
    guard abs(exponent) <= 22 else { return Double("\(value)e\(exponent)") ?? .infinity }
    let power = (0..<abs(exponent)).reduce(1.0) { product, _ in product * 10 }
    return exponent < 0 ? Double(value) / power : Double(value) * power
  }

  private static func powerOfTen(_ power: Int) -> Int? {
    guard power <= 15 else { return nil }
    return (0..<power).reduce(1) { product, _ in product * 10 }
  }
}

/// The greatest common divisor of two whole numbers, 0 or more.
func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  var (left, right) = (left, right)
  while right != 0 { (left, right) = (right, left % right) }
  return left
}

extension WholeAmounts.Part {
  /// An amount without zeros at its end.
  init(trimming value: Int, exponent: Int) {
    var (value, exponent) = (value, exponent)
    while value > 0, value.isMultiple(of: 10) { (value, exponent) = (value / 10, exponent + 1) }
    self.init(value: value, exponent: exponent)
  }

  /// A decimal's digits as one number; nil for more than 17 of them.
  init?(_ decimal: DecimalNumber) {
    guard decimal.digits.count <= 17 else { return nil }
    self.init(
      value: decimal.digits.reduce(0) { $0 * 10 + Int($1) }, exponent: decimal.exponent)
  }
}
