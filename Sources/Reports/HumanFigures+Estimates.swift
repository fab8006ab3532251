import Quantities

/// Estimates as people read them: rounded to two digits of their standard error, or with their 95 %
/// interval where the error alone would say little.
extension HumanFigures {
  /// A length of time, of an estimate in seconds: `12.34 ± 0.12 min`.
  public static func duration(seconds estimate: Estimate) -> String {
    let size = estimate.value > 0 ? estimate.value : estimate.high ?? 0
    let unit = unit(ofSeconds: size)
    return text(estimate.scaled(by: 1 / unit.seconds), " \(unit.symbol)")
  }

  /// A probability or share in percent: `57.12 ± 0.20%`.
  public static func percent(share estimate: Estimate) -> String {
    let isCertain = estimate.value == 1
    guard isCertain, let low = estimate.low, low < 1 else {
      return text(estimate.scaled(by: 100), "%")
    }
    let lost = HumanFigures.percent(Probability(uncheckedValue: low, complement: 1 - low))
    return "100% (at least \(lost))"
  }

  /// A plain number: `4.20 ± 0.01`.
  public static func number(_ estimate: Estimate) -> String { text(estimate, "") }

  private static func text(_ estimate: Estimate, _ unit: String) -> String {
    let value = number(estimate.value) + unit
    if let error = estimate.standardError, error > 0, estimate.value != 0 {
      return rounded(estimate) + unit
    }
    switch (estimate.low, estimate.high) {
    case (let low?, let high?) where low > 0 && low < high:
      return "\(value) (\(number(low)) to \(number(high))\(unit))"
    case (_, let high?) where high > estimate.value:
      return "\(value) (at most \(number(high))\(unit))"
    default: return value
    }
  }

  /// Below 1e-4 as a number times a power of ten.
  private static func rounded(_ estimate: Estimate) -> String {
    guard estimate.value < 1e-4, let decimal = try? DecimalNumber(shortest: estimate.value),
      let factor = Double("1e\(-decimal.power)")
    else { return "\(estimate)" }
    return "(\(estimate.scaled(by: factor)))e\(decimal.power)"
  }
}

extension DecimalNumber {
  /// The power of ten of the first digit.
  fileprivate var power: Int { exponent + digits.count - 1 }
}
