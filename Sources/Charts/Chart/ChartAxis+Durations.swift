import Quantities
import Reports

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Axes of lengths of time, in seconds.
extension ChartAxis {
  /// An axis over lengths of time, in seconds; above 0 where it is logarithmic.
  public static func durations(
    _ title: String, _ scale: Scale, _ range: ClosedRange<Double>
  ) -> ChartAxis {
    let ticks =
      scale == .linear ? durationSteps(range) : durationRatios(range).map { Tick($0, text($0)) }
    return ChartAxis(title, scale, range, ticks: ticks)
  }

  /// A length of time as people write it, `0` for none.
  static func text(_ seconds: Double) -> String {
    guard seconds != 0, let duration = try? Duration(seconds: seconds) else { return "0" }
    // 86,400 s are a day to people, whatever a card prefers.
    return abs(seconds - 86_400) < 1e-6 ? "1 d" : HumanFigures.duration(duration)
  }

  // MARK: Linear

  private static let steps: [(count: Double, unit: DurationUnit)] = [
    (1, .second), (2, .second), (5, .second), (10, .second), (15, .second), (30, .second),
    (1, .minute), (2, .minute), (5, .minute), (10, .minute), (15, .minute), (30, .minute),
    (1, .hour), (2, .hour), (3, .hour), (6, .hour), (12, .hour), (1, .day), (2, .day),
    (5, .day), (10, .day), (20, .day), (50, .day), (100, .day), (1, .year), (2, .year),
  ]

  /// All in one unit, so that ticks differ in their numbers alone: the largest in which people write the
  /// last of them, with a round step in it.
  private static func durationSteps(_ range: ClosedRange<Double>) -> [Tick] {
    let length = range.upperBound - range.lowerBound
    var (step, unit) = durationStep(over: length)
    let ends = AxisSteps.multiples(of: step, in: range).map { abs($0) }
    let readable = self.unit(ofLargest: ends.max() ?? length)
    if readable.seconds > unit.seconds || length < 2 {
      unit = readable
      step = AxisSteps.decimal(over: length / unit.seconds) * unit.seconds
    }
    return AxisSteps.multiples(of: step, in: range).map { value in
      Tick(value, text(value, in: unit, step: step))
    }
  }

  /// Days from 48 h on, hours from 90 min, minutes beyond 90 s, and so on; seconds below 1 ns, and days
  /// for years, whose steps choose their unit themselves.
  private static func unit(ofLargest seconds: Double) -> DurationUnit {
    let least: [(seconds: Double, unit: DurationUnit)] = [
      (172_800, .day), (5_400, .hour), (90.001, .minute), (1, .second), (1e-3, .millisecond),
      (1e-6, .microsecond), (1e-9, .nanosecond),
    ]
    return least.first { seconds >= $0.seconds * (1 - 1e-9) }?.unit ?? .second
  }

  /// A round step that a length of time, in seconds, has `count` of at most, and its unit.
  static func durationStep(
    over length: Double, count: Double = AxisSteps.wanted
  ) -> (seconds: Double, unit: DurationUnit) {
    if let step = steps.first(where: { length / ($0.count * $0.unit.seconds) <= count }),
      length >= 2 * steps[0].unit.seconds
    {
      return (step.count * step.unit.seconds, step.unit)
    }
    let unit: DurationUnit =
      length < 2e-3 ? .microsecond : length < 2 ? .millisecond : .year
    let decimal = AxisSteps.decimal(over: length / unit.seconds, count: count)
    return (decimal * unit.seconds, unit)
  }

  /// With as many digits as tell values apart that differ by the step.
  private static func text(
    _ seconds: Double, in unit: DurationUnit, step: Double
  ) -> String {
    guard abs(seconds) > step / 2 else { return "0" }
    let decades = log10(abs(seconds) / step).rounded(.down)
    let number = HumanFigures.number(abs(seconds) / unit.seconds, digits: max(3, Int(decades) + 2))
    return "\(seconds < 0 ? "-" : "")\(number) \(unit.symbol)"
  }

  // MARK: Logarithmic

  private static func durationRatios(_ range: ClosedRange<Double>) -> [Double] {
    let (minute, hour, day, year) = (60.0, 3_600.0, 86_400.0, 31_536_000.0)
    let short = AxisSteps.decades([1], in: range).filter { $0 < 1 }
    let long = AxisSteps.decades([1], in: range).map { $0 * year }
    let coarse =
      [1, 10, minute, 10 * minute, hour, day, 10 * day, 100 * day, year] + long.filter { $0 > year }
    let fine = [
      1, 2, 5, 10, 20, 30, minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute, 30 * minute,
      hour, 2 * hour, 5 * hour, 12 * hour, day, 2 * day, 5 * day, 10 * day, 20 * day, 50 * day,
      100 * day, 200 * day, year,
    ]
    let finest = AxisSteps.decades([1, 2, 5], in: range).filter { $0 < 1 }
    let finer = finest + fine + long.filter { $0 > year }
    return AxisSteps.coarsest([short + coarse, finer], in: range)
  }
}
