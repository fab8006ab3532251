/// A figure found by sampling, with how sure it is.
///
/// `low` and `high` bound a 95 % interval. What the sample cannot tell is nil, never 0: a mean of
/// which no event was seen has no standard error.
public struct Estimate: Sendable, Hashable, CustomStringConvertible {
  /// The estimate; unit and range are those of the figure that it estimates.
  public let value: Double
  /// The standard deviation of `value` over repetitions of the sampling, above 0; 0 only for what
  /// did not vary and could not have; nil when the sample cannot tell.
  public let standardError: Double?
  /// The lower end of the 95 % interval; nil when unknown.
  public let low: Double?
  /// The upper end of the 95 % interval; nil when unknown.
  public let high: Double?

  /// An estimate with an interval of its own, such as Wilson's for a probability.
  public init(_ value: Double, standardError: Double?, low: Double?, high: Double?) {
    self.value = value
    self.standardError = standardError
    self.low = low
    self.high = high
  }

  /// The half width of a 95 % interval in standard errors, the 0.975 quantile of the normal law.
  public static let intervalFactor = 1.959963984540054

  /// An estimate that is normal for many replications: value ± 1.96 standard errors. Figures that
  /// cannot be negative are cut at 0.
  public init(normal value: Double, standardError: Double, isNonnegative: Bool = true) {
    let reach = Self.intervalFactor * standardError
    self.init(
      value, standardError: standardError,
      low: isNonnegative ? max(0, value - reach) : value - reach, high: value + reach)
  }

  /// A probability from `hits` in `trials` independent trials, at least one: Wilson's score interval
  /// (Wilson 1927, eq. 3), which is never 0 ± 0. The standard error is that of the interval's
  /// centre, so that it stays above 0.
  public init(hits: Double, trials: Double) {
    let share = hits / trials
    let z2 = Self.intervalFactor * Self.intervalFactor
    let centre = (hits + z2 / 2) / (trials + z2)
    let spread = (share * (1 - share) * trials + z2 / 4).squareRoot() / (trials + z2)
    let reach = Self.intervalFactor * spread
    let low = hits == 0 ? 0 : max(0, centre - reach)
    let high = hits == trials ? 1 : min(1, centre + reach)
    self.init(share, standardError: spread, low: low, high: high)
  }

  /// The estimate times a factor above 0, such as a change of unit.
  public func scaled(by factor: Double) -> Estimate {
    Estimate(
      value * factor, standardError: standardError.map { $0 * factor },
      low: low.map { $0 * factor }, high: high.map { $0 * factor })
  }

  /// The estimate divided by a number above 0: exact quotients stay exact.
  public func divided(by divisor: Double) -> Estimate {
    Estimate(
      value / divisor, standardError: standardError.map { $0 / divisor },
      low: low.map { $0 / divisor }, high: high.map { $0 / divisor })
  }

  /// The probability of the opposite: value and interval from 1, the same error.
  public var complement: Estimate {
    Estimate(
      1 - value, standardError: standardError, low: high.map { max(0, 1 - $0) },
      high: low.map { 1 - $0 })
  }

  /// The estimate plus a known number.
  public func raised(by number: Double) -> Estimate {
    Estimate(
      value + number, standardError: standardError, low: low.map { $0 + number },
      high: high.map { $0 + number })
  }

  /// The standard error as a share of the value; nil when unknown or when the value is 0.
  public var relativeError: Double? {
    guard let standardError, value != 0 else { return nil }
    return standardError / abs(value)
  }

  /// The value rounded to two digits of its standard error, `0.00922 ± 0.00015`; with all digits
  /// when the error is unknown.
  public var description: String {
    guard let standardError, standardError > 0, value.isFinite, standardError.isFinite else {
      return "\(value)"
    }
    let places = Self.decimalPlaces(of: standardError)
    return "\(Self.rounded(value, places)) ± \(Self.rounded(standardError, places))"
  }

  /// The decimal place of the second digit: 4 for 0.0015, -1 for 150.
  private static func decimalPlaces(of error: Double) -> Int {
    1 - Int(log10(error).rounded(.down))
  }

  private static func rounded(_ value: Double, _ places: Int) -> String {
    let sign = value < 0 ? "-" : ""
    let significant = Int(log10(max(abs(value), .leastNormalMagnitude)).rounded(.down)) + places + 1
    guard value != 0, significant > 0, let decimal = try? DecimalNumber(shortest: abs(value)) else {
      return "0"
    }
    return sign + decimal.rounded(toSignificantDigits: significant).description
  }
}
