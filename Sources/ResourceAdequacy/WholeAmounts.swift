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

  /// The decimals in the coarsest unit that holds all of them; nil when one would be above 2^53.
  init?(_ decimals: [DecimalNumber]) {
    let exponent = decimals.lazy.filter { !$0.isZero }.map(\.exponent).min() ?? 0
    var values: [Int] = []
    values.reserveCapacity(decimals.count)
    for decimal in decimals {
      guard let value = decimal.whole(inUnitsOfTenTo: exponent) else { return nil }
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

extension DecimalNumber {
  /// The number in units of 10^`exponent`, no larger than its own; nil above 2^53.
  fileprivate func whole(inUnitsOfTenTo exponent: Int) -> Int? {
    let zeros = isZero ? 0 : self.exponent - exponent
    guard digits.count + zeros <= 17 else { return nil }
    var value = 0
    for digit in digits { value = value * 10 + Int(digit) }
    for _ in 0..<zeros { value *= 10 }
    return value <= WholeAmounts.limit ? value : nil
  }
}
