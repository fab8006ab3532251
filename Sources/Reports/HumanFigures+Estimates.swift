import Quantities

/// Estimates as people read them: rounded to their standard error, or with their 95 %
/// interval where the error alone would say little.
extension HumanFigures {
  /// A length of time, of an estimate in seconds: `12.34 ± 0.12 min`.
  public static func duration(seconds estimate: Estimate) -> String {
    let size = estimate.value > 0 ? estimate.value : estimate.high ?? 0
    let unit = unit(ofSeconds: size)
    return text(estimate.scaled(by: 1 / unit.seconds), " \(unit.symbol)")
  }

  /// A probability or share in percent: `57.12 ± 0.20%`.
  /// Where it is 100 % but for less than eight decimal places show, by what lacks: `all but at most 4e-15%`.
  public static func percent(share estimate: Estimate) -> String {
    if let error = estimate.standardError, error > 0, error < 1e-10, estimate.value > 0.5 {
      return lacking(1 - estimate.value, error)
    }
    let isCertain = estimate.value == 1
    guard isCertain, let low = estimate.low, low < 1 else {
      return text(estimate.scaled(by: 100), "%")
    }
    let lost = HumanFigures.percent(Probability(uncheckedValue: low, complement: 1 - low))
    return "100% (at least \(lost))"
  }

  /// All but what lacks to 1, or all but its 95 % bound where it is lost in the rounding of a share near 1.
  private static func lacking(_ rest: Double, _ error: Double) -> String {
    guard rest < 1e3 * roundingOfOne else {
      return "all but \(text(Estimate(normal: rest * 100, standardError: error * 100), "%"))"
    }
    let most = rest + Estimate.intervalFactor * error + roundingOfOne
    return "all but at most \(number(most * 100))%"
  }

  /// How far the nearest `Double` of a number just below 1 may be from it.
  private static let roundingOfOne = 0x1p-53

  /// A plain number: `4.20 ± 0.01`.
  public static func number(_ estimate: Estimate) -> String { text(estimate, "") }

  private static func text(_ estimate: Estimate, _ unit: String) -> String {
    let value = number(estimate.value) + unit
    if let error = estimate.standardError, error > 0, estimate.value != 0 {
      return rounded(estimate, error) + unit
    }
    switch (estimate.low, estimate.high) {
    case (let low?, let high?) where low > 0 && low < high:
      return "\(value) (\(number(low)) to \(number(high))\(unit))"
    case (_, let high?) where high > estimate.value:
      return "\(value) (at most \(number(high))\(unit))"
    case (let low?, nil) where low > 0: return "\(value) (at least \(number(low))\(unit))"
    default: return value
    }
  }

  /// Below 1e-4 as a number times a power of ten.
  private static func rounded(_ estimate: Estimate, _ error: Double) -> String {
    guard abs(estimate.value) < 1e-4, let size = try? DecimalNumber(shortest: abs(estimate.value)),
      let factor = Double("1e\(-size.power)")
    else { return aligned(estimate.value, error) }
    return "(\(aligned(estimate.value * factor, error * factor)))e\(size.power)"
  }

  /// Nobody reads more decimal places.
  private static let mostPlaces = 10

  /// Both to the first digit of the error, or to the second one where the first is 1, with the zeros
  /// that show it.
  private static func aligned(_ value: Double, _ error: Double) -> String {
    guard let exact = try? DecimalNumber(shortest: error) else { return number(value) }
    let digits = exact.digits.first == 1 ? 2 : 1
    let shown = exact.rounded(toSignificantDigits: digits)
    let places = digits - 1 - shown.power
    guard places <= mostPlaces else {
      return "\(fixed(value, mostPlaces)) ± \(number(shown.double))"
    }
    return "\(fixed(value, places)) ± \(fixed(shown.double, places))"
  }

  /// A number, 0 or more, rounded to so many decimal places, `7.00` for two; to tens for -1.
  private static func fixed(_ value: Double, _ places: Int) -> String {
    guard let decimal = try? DecimalNumber(shortest: value) else { return number(value) }
    let significant = decimal.power + places + 1
    guard significant > 0 else { return "0" }
    let text = decimal.rounded(toSignificantDigits: significant).description
    let fraction = text.split(separator: ".").dropFirst().first?.count ?? 0
    guard fraction < places else { return text }
    let zeros = String(repeating: "0", count: places - fraction)
    return text + (fraction == 0 ? "." : "") + zeros
  }
}

extension DecimalNumber {
  /// The power of ten of the first digit.
  fileprivate var power: Int { exponent + digits.count - 1 }
}
