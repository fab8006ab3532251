/// A flow of work, such as 1,500 requests a second: a capacity or a demand.
public struct Rate: Sendable, Hashable {
  /// What flows: `rps`, `qps`, `tps`, `rpm` or any word. Rates of different words don't mix.
  public let unit: String
  /// How much, in that unit, 0 or more.
  public let amount: Double

  /// A flow of `amount` in `unit`. Throws ``QuantityError/outOfRange(_:)`` when the amount is
  /// negative or not finite.
  public init(_ amount: Double, unit: String) throws(QuantityError) {
    guard amount.isFinite, amount >= 0 else { throw .outOfRange("a rate of \(amount) \(unit)") }
    self.amount = amount
    self.unit = unit
  }

  /// How many times `other` the flow is, 0 or more; error one rounding, two between `rps` and `rpm`
  /// (60 of which are 1 rps). Nil when the units don't mix; infinite or not a number when `other` is
  /// no flow at all.
  public func ratio(to other: Rate) -> Double? {
    if unit == other.unit { return amount / other.amount }
    guard let own = perSecond, let theirs = other.perSecond else { return nil }
    return own / theirs
  }

  /// Requests a second, for the units that say so.
  private var perSecond: Double? {
    switch unit {
    case "rps": amount
    case "rpm": amount / 60
    default: nil
    }
  }

  /// `12000 rps`, with all digits.
  public var label: String {
    let digits = "\(amount)"
    return "\(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits) \(unit)"
  }
}
