/// A probability with both tails: `value` and `complement` = 1 - `value`, each to full relative
/// precision, so that thirty nines are thirty nines.
///
/// As an availability, `value` is A and `complement` is the unavailability U.
public struct Probability: Sendable, Hashable {
  /// The probability, 0 to 1. Relative error as stated by whoever made it; half a unit in the last
  /// place when read from decimal digits.
  public let value: Double
  /// 1 minus the probability, 0 to 1, carried on its own and never computed by subtraction.
  public let complement: Double

  /// Trusts both tails; for engines that computed each as a sum of positive terms.
  @inlinable
  public init(uncheckedValue value: Double, complement: Double) {
    self.value = value
    self.complement = complement
  }

  /// A probability from both tails. Throws ``QuantityError/notAProbability(_:)`` unless both lie in
  /// 0 to 1 and sum to 1 within 1e-12.
  public init(value: Double, complement: Double) throws(QuantityError) {
    guard (0...1).contains(value), (0...1).contains(complement),
      abs(value + complement - 1) <= 1e-12
    else { throw .notAProbability("\(value) with the complement \(complement)") }
    self.init(uncheckedValue: value, complement: complement)
  }

  /// The probability that `decimal` denotes, both tails correctly rounded from its digits.
  /// Throws ``QuantityError/notAProbability(_:)`` above 1.
  public init(_ decimal: DecimalNumber) throws(QuantityError) {
    guard let complement = decimal.complement else { throw .notAProbability("\(decimal.double)") }
    self.init(uncheckedValue: decimal.double, complement: complement.double)
  }

  /// Something that always happens: 100 %.
  public static let certain = Probability(uncheckedValue: 1, complement: 0)
  /// Something that never happens: 0 %.
  public static let impossible = Probability(uncheckedValue: 0, complement: 1)

  /// `percent(99.95)`: the shortest decimal that denotes the number is taken as what was meant, so
  /// the complement is 5e-4 to the last bit. Throws ``QuantityError`` outside 0 to 100.
  public static func percent(_ number: Double) throws(QuantityError) -> Probability {
    try Probability(DecimalNumber(shortest: number).scaled(byPowerOfTen: -2))
  }

  /// `percent("99.999999999")`: exact decimal digits, without the sign %. Throws ``QuantityError``.
  public static func percent(_ digits: String) throws(QuantityError) -> Probability {
    try Probability(DecimalNumber(digits).scaled(byPowerOfTen: -2))
  }

  /// `nines(5)` is 99.999 %: complement 10^-count, correctly rounded. Throws
  /// ``QuantityError/outOfRange(_:)`` unless `count` is 0 to 300.
  public static func nines(_ count: Int) throws(QuantityError) -> Probability {
    guard (0...300).contains(count) else { throw .outOfRange("\(count) nines") }
    return try Probability(DecimalNumber("1e-\(count)")).inverted
  }

  /// The probability of the opposite event. Exact.
  public var inverted: Probability { Probability(uncheckedValue: complement, complement: value) }

  /// The number of nines, -log10 of the complement; infinite when the complement is 0. Relative
  /// error below 1e-15.
  public var nines: Double { complement == 1 ? 0 : -log10(complement) }
}
