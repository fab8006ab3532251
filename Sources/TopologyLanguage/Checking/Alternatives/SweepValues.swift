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
/// evenly. What lies between the ends is rounded to three digits, or to as many as keep neighbours apart,
/// and is exactly what is shown. Where downtimes jump from value to value the program's own is among them.
struct SweepValues {
  /// How many values a range has, unless it counts fewer or up to ``mostCounts``.
  static let count = 9
  /// Counts are taken one by one up to so many.
  static let mostCounts = 20

  /// The word of the path, which decides what is counted.
  let word: String
  let range: RangeSyntax
  /// The program's own value; nil where it has none.
  var current: ValueSyntax?

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
    let ends = (low.value.seconds, high.value.seconds)
    let between = Self.between(ends.0, ends.1, byFactors: true)
    // A narrow range has one unit, that of its beginning, so that neighbours are compared at a glance.
    let unit = ends.1 <= Self.narrow * ends.0 ? Self.unit(low) : nil
    let scale = unit?.seconds ?? 1
    let count = Self.count(apart: between.map { $0 / scale }, ends.0 / scale, ends.1 / scale)
    return [.duration(.point(low))] + between.compactMap { self.time($0, in: unit, digits: count) }
      + [.duration(.point(high))]
  }

  /// The most that a narrow range's high end is of its low end.
  private static let narrow = 2.0

  private static func unit(_ written: Written<Duration>) -> DurationUnit {
    let word = String(written.text.reversed().prefix { $0.isLetter }.reversed())
    return DurationUnit(word: word) ?? unit(written.value.seconds)
  }

  private static func unit(_ seconds: Double) -> DurationUnit {
    let units: [DurationUnit] = [.year, .day, .hour, .minute, .second, .millisecond, .microsecond]
    return units.first { seconds >= $0.seconds } ?? .nanosecond
  }

  private func time(_ seconds: Double, in only: DurationUnit?, digits: Int) -> ValueSyntax? {
    let unit = only ?? Self.unit(seconds)
    guard let digits = Self.digits(seconds / unit.seconds, digits),
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
    let amounts = Self.between(amount, amount * ratio, byFactors: true)
    let count = Self.count(apart: amounts, amount, amount * ratio)
    let between: [ValueSyntax] = amounts.compactMap {
      guard let digits = Self.digits($0, count), let rate = try? Rate(digits.double, unit: unit)
      else {
        return nil
      }
      let text = "\(PlainDecimal.text(digits)) \(unit)"
      return .rate(.point(Written(rate, text: text, span: range.span)))
    }
    let all = [.rate(.point(low))] + between + [.rate(.point(high))]
    return including(all.map { ($0, Self.amount($0, low.value) ?? 0) })
  }

  private func percents(
    _ low: Written<Probability>, _ high: Written<Probability>
  ) throws(Diagnostic) -> [ValueSyntax] {
    let isRising =
      low.value.value < high.value.value || low.value.complement > high.value.complement
    try checkOrder(isRising ? 0 : 1, isRising ? 1 : 0)
    let between = percents(between: low.value, high.value)
    let values: [ValueSyntax] = between.compactMap { decimal in
      guard let value = try? Probability(decimal) else { return nil }
      let text = PlainDecimal.text(decimal.scaled(byPowerOfTen: 2)) + "%"
      return .percent(.point(Written(value, text: text, span: range.span)))
    }
    return [.percent(.point(low))] + values + [.percent(.point(high))]
  }

  private func percents(between low: Probability, _ high: Probability) -> [DecimalNumber] {
    guard word == "availability", high.complement > 0 else {
      let shares = Self.between(low.value, high.value, byFactors: false)
      let count = Self.count(apart: shares, low.value, high.value)
      return shares.compactMap { Self.digits($0, count) }
    }
    let lacking = Self.between(high.complement, low.complement, byFactors: true)
    let count = Self.count(apart: lacking, high.complement, low.complement)
    return lacking.reversed().compactMap { Self.digits($0, count)?.complement }
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
    let values = all.map { count in
      let written = Written(Double(count), text: "\(count)", span: range.span)
      return (value: ValueSyntax.number(.point(written)), number: Double(count))
    }
    return including(values)
  }

  private func numbers(
    _ low: Written<Double>, _ high: Written<Double>
  ) throws(Diagnostic) -> [ValueSyntax] {
    try checkOrder(low.value, high.value)
    let amounts = Self.between(low.value, high.value, byFactors: false)
    let count = Self.count(apart: amounts, low.value, high.value)
    let between: [ValueSyntax] = amounts.compactMap {
      guard let digits = Self.digits($0, count) else { return nil }
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

  /// The fewest digits, three or more, with which values between two ends differ from each other and from
  /// the ends.
  private static func count(apart between: [Double], _ low: Double, _ high: Double) -> Int {
    let areApart = { (count: Int) in
      let shown = [low] + between.compactMap { digits($0, count)?.double } + [high]
      return zip(shown, shown.dropFirst()).allSatisfy { $0 < $1 }
    }
    return (3...15).first(where: areApart) ?? 15
  }

  private static func digits(_ value: Double, _ count: Int) -> DecimalNumber? {
    (try? DecimalNumber(shortest: value))?.rounded(toSignificantDigits: count)
  }
}

// MARK: The program's own value

extension SweepValues {
  /// The values with the program's own in the place of the nearest between the ends, where it lies there.
  private func including(_ values: [(value: ValueSyntax, number: Double)]) -> [ValueSyntax] {
    let all = values.map(\.value)
    guard let (own, number) = own(like: values), let low = values.first, let high = values.last,
      low.number < number, number < high.number, !values.contains(where: { $0.number == number }),
      let nearest = values.indices.dropFirst().dropLast()
        .min(by: { abs(values[$0].number - number) < abs(values[$1].number - number) })
    else { return all }
    var changed = all
    changed[nearest] = own
    return changed
  }

  /// The own value as one of the same kind; nil where there is none.
  private func own(
    like values: [(value: ValueSyntax, number: Double)]
  ) -> (value: ValueSyntax, number: Double)? {
    switch (current, values.first?.value) {
    case (.number(.point(let own))?, .number?):
      guard let count = Int(exactly: own.value) else { return nil }
      let written = Written(own.value, text: "\(count)", span: range.span)
      return (.number(.point(written)), own.value)
    case (.rate(.point(let own))?, .rate(.point(let low))?):
      let value = ValueSyntax.rate(.point(Written(own.value, text: own.text, span: range.span)))
      return Self.amount(value, low.value).map { (value, $0) }
    default: return nil
    }
  }

  /// A flow in the unit of another; nil for flows of other things.
  private static func amount(_ value: ValueSyntax, _ unit: Rate) -> Double? {
    guard case .rate(.point(let rate)) = value else { return nil }
    return rate.value.ratio(to: unit).map { $0 * unit.amount }
  }
}
