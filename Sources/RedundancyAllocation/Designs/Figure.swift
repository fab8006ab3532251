import Quantities

extension Double {
  /// The number for a sentence: at most nine significant digits, in plain decimals.
  var figure: String {
    guard let decimal = try? DecimalNumber(shortest: self) else { return "\(self)" }
    return decimal.rounded(toSignificantDigits: 9).description
  }
}
