import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The values that a sweep looks at, from one end of a range to the other.
///
/// Times and flows are spaced by equal factors, and so is what availabilities lack of 100 %; all else
/// evenly. What lies between the ends is rounded to three digits and is exactly what is shown.
struct SweepValues {
  /// How many values a range has, unless it counts fewer or up to ``mostCounts``.
  static let count = 9
  /// Counts are taken one by one up to so many.
  static let mostCounts = 20

  /// The word of the path, which decides what is counted.
  let word: String
  let range: RangeSyntax

  /// The values, ascending. Throws a ``Diagnostic`` at the range.
  func values() throws(Diagnostic) -> [ValueSyntax] {
    switch (range.low, range.high) {
    case (.duration(.point(let low)), .duration(.point(let high))): return try times(low, high)
    case (.rate(.point(let low)), .rate(.point(let high))): return try rates(low, high)
    case (.percent(.point(let low)), .percent(.point(let high))): return try percents(low, high)
    case (.number(.point(let low)), .number(.point(let high))):
      return Self.counted.contains(word) ? try counts(low, high) : try numbers(low, high)
    default:
      throw Diagnostic(
        .expectedValue, "a range runs from one value to another of the same kind, as in 1min..1h",
        at: range.span)
    }
  }

  private static let counted: Set<String> = ["count", "need", "crews"]

  // MARK: Kinds

  private func times(
    _ low: Written<Duration>, _ high: Written<Duration>
  ) throws(Diagnostic) -> [ValueSyntax] {
    try checkOrder(low.value.seconds, high.value.seconds)
    let between = Self.between(low.value.seconds, high.value.seconds, byFactors: true)
    return [.duration(.point(low))] + between.compactMap { self.time($0) }
      + [.duration(.point(high))]
  }

  private func time(_ seconds: Double) -> ValueSyntax? {
    let units: [DurationUnit] = [.year, .day, .hour, .minute, .second, .millisecond, .microsecond]
    let unit = units.first { seconds >= $0.seconds } ?? .nanosecond
    guard let digits = Self.digits(seconds / unit.seconds),
      let value = try? Duration(digits.double, unit)
    else { return nil }
    let text = PlainDecimal.text(digits) + unit.symbol
    return .duration(.point(Written(value, text: text, span: range.span)))
  }

  private func rates(
    _ low: Written<Rate>, _ high: Written<Rate>
  ) throws(Diagnostic) -> [ValueSyntax] {
    guard let ratio = high.value.ratio(to: low.value) else {
      throw Diagnostic(
        .expectedRate, "both ends of a range are flows of the same thing", at: range.span)
    }
    let (amount, unit) = (low.value.amount, low.value.unit)
    guard amount > 0 else {
      throw Diagnostic(.valueOutOfRange, "a range of flows begins above 0", at: range.span)
    }
    try checkOrder(1, ratio)
    let between: [ValueSyntax] = Self.between(amount, amount * ratio, byFactors: true).compactMap {
      guard let digits = Self.digits($0), let rate = try? Rate(digits.double, unit: unit) else {
        return nil
      }
      let text = "\(PlainDecimal.text(digits)) \(unit)"
      return .rate(.point(Written(rate, text: text, span: range.span)))
    }
    return [.rate(.point(low))] + between + [.rate(.point(high))]
  }

  private func percents(
    _ low: Written<Probability>, _ high: Written<Probability>
  ) throws(Diagnostic) -> [ValueSyntax] {
    let isRising =
      low.value.value < high.value.value || low.value.complement > high.value.complement
    try checkOrder(isRising ? 0 : 1, isRising ? 1 : 0)
    let between =
      word == "availability" && high.value.complement > 0
      ? Self.between(high.value.complement, low.value.complement, byFactors: true)
        .reversed().compactMap { Self.lacking($0) }
      : Self.between(low.value.value, high.value.value, byFactors: false)
        .compactMap { Self.digits($0) }
    let values: [ValueSyntax] = between.compactMap { decimal in
      guard let value = try? Probability(decimal) else { return nil }
      let text = PlainDecimal.text(decimal.scaled(byPowerOfTen: 2)) + "%"
      return .percent(.point(Written(value, text: text, span: range.span)))
    }
    return [.percent(.point(low))] + values + [.percent(.point(high))]
  }

  /// An availability of which so much is missing to 1.
  private static func lacking(_ complement: Double) -> DecimalNumber? {
    digits(complement)?.complement
  }

  private func counts(
    _ low: Written<Double>, _ high: Written<Double>
  ) throws(Diagnostic) -> [ValueSyntax] {
    try checkOrder(low.value, high.value)
    guard let first = Int(exactly: low.value), let last = Int(exactly: high.value) else {
      throw Diagnostic(
        .expectedCount, "a range of '\(word)' runs over whole numbers, as in 2..6", at: range.span,
        fixes: ["2..6"])
    }
    let all =
      last - first < Self.mostCounts
      ? Array(first...last)
      : [first]
        + Self.between(low.value, high.value, byFactors: false).map { Int($0.rounded()) } + [last]
    return all.map { .number(.point(Written(Double($0), text: "\($0)", span: range.span))) }
  }

  private func numbers(
    _ low: Written<Double>, _ high: Written<Double>
  ) throws(Diagnostic) -> [ValueSyntax] {
    try checkOrder(low.value, high.value)
    let between: [ValueSyntax] = Self.between(low.value, high.value, byFactors: false).compactMap {
      guard let digits = Self.digits($0) else { return nil }
      let text = PlainDecimal.text(digits)
      return .number(.point(Written(digits.double, text: text, span: range.span)))
    }
    return [.number(.point(low))] + between + [.number(.point(high))]
  }

  // MARK: Spacing

  private func checkOrder(_ low: Double, _ high: Double) throws(Diagnostic) {
    guard low >= high else { return }
    let text = TimeWriter.text(RangeSyntax(low: range.high, high: range.low))
    throw Diagnostic(
      .valueOutOfRange,
      "a range runs upwards between two values that differ", at: range.span,
      fixes: low > high ? [text] : [])
  }

  /// What lies between two values, by equal factors where both are above 0 and it is asked for.
  private static func between(_ low: Double, _ high: Double, byFactors: Bool) -> [Double] {
    (1..<(count - 1)).map { place in
      let share = Double(place) / Double(count - 1)
      return byFactors && low > 0
        ? low * exp(log(high / low) * share) : low + (high - low) * share
    }
  }

  private static func digits(_ value: Double) -> DecimalNumber? {
    (try? DecimalNumber(shortest: value))?.rounded(toSignificantDigits: 3)
  }
}
