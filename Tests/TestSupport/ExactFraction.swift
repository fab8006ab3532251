import BigInt
import Quantities

/// A non-negative rational number without error.
public struct ExactFraction: Sendable, Hashable {
  /// Above the line.
  public let numerator: BigInt
  /// Below the line, above 0.
  public let denominator: BigInt

  /// In lowest terms.
  public init(_ numerator: BigInt, over denominator: BigInt = 1) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The shortest decimal that denotes `value`: 0.001 is one thousandth, not the binary fraction
  /// next to it. Throws ``QuantityError`` for what is negative or not finite.
  public init(shortest value: Double) throws(QuantityError) {
    let decimal = try DecimalNumber(shortest: value)
    let digits = decimal.digits.reduce(BigInt(0)) { $0 * 10 + BigInt($1) }
    let power = BigInt(10).power(abs(decimal.exponent))
    if decimal.exponent < 0 {
      self.init(digits, over: power)
    } else {
      self.init(digits * power)
    }
  }

  /// The probability that is meant: the smaller tail is read from its shortest decimal.
  public init(_ probability: Probability) throws(QuantityError) {
    if probability.value <= probability.complement {
      try self.init(shortest: probability.value)
    } else {
      self = try ExactFraction(shortest: probability.complement).complement
    }
  }

  /// 1 minus the number.
  public var complement: ExactFraction { ExactFraction(denominator - numerator, over: denominator) }

  /// The exact product.
  public static func * (left: ExactFraction, right: ExactFraction) -> ExactFraction {
    ExactFraction(
      left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// The exact quotient; the divisor is not 0.
  public static func / (left: ExactFraction, right: ExactFraction) -> ExactFraction {
    ExactFraction(
      left.numerator * right.denominator, over: left.denominator * right.numerator)
  }

  /// The exact sum.
  public static func + (left: ExactFraction, right: ExactFraction) -> ExactFraction {
    ExactFraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  /// The nearest power of ten below the number, as an exponent within 1; nil for 0. For judging
  /// whether a `Double` can hold it.
  public var decimalExponent: Int? {
    guard numerator > 0 else { return nil }
    let bits = numerator.magnitude.bitWidth - denominator.magnitude.bitWidth
    return Int((Double(bits) * 0.30103).rounded(.down))
  }
}

extension Double {
  /// |self - exact| / exact, formed exactly and rounded at the end; 0 when both are 0 and infinite
  /// when one of them is.
  public func relativeError(to exact: ExactFraction) -> Double {
    guard isFinite, exact.numerator > 0 else {
      return self == 0 && exact.numerator == 0 ? 0 : .infinity
    }
    let scale = Swift.max(0, 52 - Int(Swift.max(exponent, -1022)))
    // A Double is a whole number of 2^-scale: the shift only moves the point.
    let scaled = wholeNumber(shiftedBy: scale)
    let target = exact.numerator << scale
    let difference = scaled * exact.denominator - target
    return ratio(difference.magnitude, target.magnitude)
  }

  private func wholeNumber(shiftedBy scale: Int) -> BigInt {
    guard self != 0 else { return 0 }
    let shift = Int(exponent) + scale - 52
    let digits = BigInt(Int64(significand * 0x1p52))
    return shift >= 0 ? digits << shift : digits >> -shift
  }
}

/// The quotient of two whole numbers, within some roundings however long they are.
private func ratio(_ numerator: BigUInt, _ denominator: BigUInt) -> Double {
  guard numerator > 0 else { return 0 }
  let shift = denominator.bitWidth - numerator.bitWidth + 60
  let quotient =
    shift >= 0 ? (numerator << shift) / denominator : numerator / (denominator << -shift)
  return Double(sign: .plus, exponent: -shift, significand: Double(UInt64(quotient)))
}
