import Quantities

/// Figures as people read them.
public enum HumanFigures {
  /// A number with `digits` significant digits: `0.0432`, `1.05e-06` beyond 1e-4 and 1e6.
  public static func number(_ value: Double, digits: Int = 3) -> String {
    guard let decimal = try? DecimalNumber(shortest: value) else { return "unknown" }
    let rounded = decimal.rounded(toSignificantDigits: digits)
    let magnitude = rounded.double
    if magnitude == 0 || (1e-4..<1e7).contains(magnitude) { return rounded.description }
    let power = rounded.exponent + rounded.digits.count - 1
    return rounded.scaled(byPowerOfTen: -power).description + "e\(power)"
  }

  /// An availability in percent, with four significant digits of what is missing to 100 %; beyond
  /// fifteen nines what is missing stands alone.
  public static func percent(_ availability: Probability) -> String {
    if availability.complement > 0, availability.complement < 1e-15 {
      return "100% but for \(number(availability.complement * 100))%"
    }
    guard let lost = try? DecimalNumber(shortest: availability.complement),
      let rounded = lost.rounded(toSignificantDigits: 4).complement
    else { return "\(availability.value * 100)%" }
    return rounded.scaled(byPowerOfTen: 2).description + "%"
  }

  /// Nines with two decimals; `all` when nothing is missing.
  public static func nines(_ availability: Probability) -> String {
    guard availability.complement > 0 else { return "never down" }
    let tenths = (availability.nines * 100).rounded(.down) / 100
    return "\(number(tenths, digits: 4)) nines"
  }

  /// A length of time in the largest unit that leaves at least 1: `4.8 min`, `2.1 y`.
  public static func duration(_ duration: Duration) -> String {
    let unit = unit(ofSeconds: duration.seconds)
    return "\(number(duration.converted(to: unit))) \(unit.symbol)"
  }

  /// An amount a month, to six digits, and what it leaves out: `840 a month, without lb`.
  public static func cost(_ cost: Cost, leavingOut names: [String] = []) -> String {
    let rest = names.isEmpty ? "" : ", without \(names.joined(separator: ", "))"
    return "\(number(cost.perMonth, digits: 6)) a month\(rest)"
  }

  /// The largest unit that leaves at least 1 (days from 2 on); seconds for 0 and below 1 ns.
  static func unit(ofSeconds seconds: Double) -> DurationUnit {
    let units: [DurationUnit] = [
      .year, .day, .hour, .minute, .second, .millisecond, .microsecond, .nanosecond,
    ]
    return units.first { seconds / $0.seconds >= ($0 == .day ? 2 : 1) } ?? .second
  }

  /// Whether something meets a goal, as a verb; nil where that can't be told.
  static func verdict(_ isMet: Bool?) -> String {
    switch isMet {
    case true?: "meets"
    case false?: "does not meet"
    case nil: "may or may not meet"
    }
  }

  /// How often: `2.1 a year`, or `one in 23 y` when rarer.
  public static func frequency(_ frequency: Frequency) -> String {
    let yearly = frequency.perYear
    if yearly == 0 { return "none" }
    if yearly >= 1 { return "\(number(yearly)) a year" }
    return "one in \(number(1 / yearly)) y"
  }
}
