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
}
