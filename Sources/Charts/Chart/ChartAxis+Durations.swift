import Quantities
import Reports

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

  /// All in the unit of the step, so that ticks differ in their numbers alone.
  private static func durationSteps(_ range: ClosedRange<Double>) -> [Tick] {
    let (step, unit) = durationStep(over: range.upperBound - range.lowerBound)
    return AxisSteps.multiples(of: step, in: range).map { Tick($0, text($0, in: unit)) }
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

  private static func text(_ seconds: Double, in unit: DurationUnit) -> String {
    guard seconds != 0 else { return "0" }
    let number = HumanFigures.number(abs(seconds) / unit.seconds)
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
