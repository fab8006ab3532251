import Quantities
import Reports

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Axes of probabilities and of plain numbers.
extension ChartAxis {
  /// An axis over probabilities or shares, 0 to 1: in percent, and below 1 % as `1 in 1,000` where it
  /// is logarithmic; where it is linear and its steps are below 0.01 %, as `2 in 1,000,000`.
  public static func shares(
    _ title: String, _ scale: Scale, _ range: ClosedRange<Double>
  ) -> ChartAxis {
    switch scale {
    case .linear:
      let step = AxisSteps.decimal(over: range.upperBound - range.lowerBound)
      let ticks = AxisSteps.multiples(of: step, in: range).map { Tick($0, share($0, step: step)) }
      return ChartAxis(title, .linear, range, ticks: ticks)
    case .logarithmic:
      let lists = [[1.0], [1, 2, 5]].map { AxisSteps.decades($0, in: range) }
      let values = AxisSteps.coarsest(lists, in: range)
      return ChartAxis(title, .logarithmic, range, ticks: values.map { Tick($0, chance($0)) })
    }
  }

  /// An axis over plain numbers.
  public static func numbers(
    _ title: String, _ scale: Scale, _ range: ClosedRange<Double>, isWhole: Bool = false
  ) -> ChartAxis {
    let length = range.upperBound - range.lowerBound
    let values =
      scale == .linear
      ? AxisSteps.multiples(
        of: AxisSteps.decimal(over: length, least: isWhole ? 1 : 0), in: range)
      : AxisSteps.coarsest(
        [[1.0], [1, 2, 5]].map { AxisSteps.decades($0, in: range) }, in: range)
    return ChartAxis(title, scale, range, ticks: values.map { Tick($0, HumanFigures.number($0)) })
  }

  /// `2.5%`
  static func percent(_ share: Double) -> String { "\(HumanFigures.number(share * 100))%" }

  /// `2.5%`, and in steps below 0.01 % `2 in 1,000,000`, all of one axis out of as many.
  private static func share(_ share: Double, step: Double) -> String {
    let power = -log10(step * 1.000_001).rounded(.down)
    guard step < 0.000_099, power <= 18, share > 0 else { return percent(share) }
    let whole = pow(10, power)
    return "\(grouped(Int((share * whole).rounded()))) in \(grouped(Int(whole)))"
  }

  /// `5%`, below 1 % `1 in 200`, and `1e-16%` for one in 1e9 and rarer.
  static func chance(_ share: Double) -> String {
    guard share < 0.00999, share > 0 else { return percent(share) }
    let times = 1 / share
    guard times < 0.999e9 else { return percent(share) }
    return "1 in \(grouped(Int(times.rounded())))"
  }

  /// `1,000`
  package static func grouped(_ count: Int) -> String {
    let digits = Array("\(count)")
    return digits.enumerated().map { place, digit in
      let rest = digits.count - place
      return (place > 0 && rest % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }
}
