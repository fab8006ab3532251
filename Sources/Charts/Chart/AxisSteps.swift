#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Round steps between the ticks of an axis.
enum AxisSteps {
  /// About how many ticks an axis has.
  static let wanted = 6.0

  /// The multiples of a step within a range.
  static func multiples(of step: Double, in range: ClosedRange<Double>) -> [Double] {
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard step > 0, last >= first, last - first < 1_000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// 1, 2 or 5 times a power of ten.
  static func decimal(
    over length: Double, count: Double = wanted, least: Double = 0
  ) -> Double {
    guard length > 0, length.isFinite else { return 1 }
    let power = pow(10, log10(length / count).rounded(.down))
    let step = [1, 2, 5].map { $0 * power }.first { length / $0 <= count } ?? 10 * power
    return max(least, step)
  }

  /// The `factors` times each power of ten in a range above 0.
  static func decades(_ factors: [Double], in range: ClosedRange<Double>) -> [Double] {
    let low = Int(log10(range.lowerBound).rounded(.down))
    let high = Int(log10(range.upperBound).rounded(.up))
    guard high - low < 700, low <= high else { return [] }
    let values = (low...high).flatMap { power in factors.map { $0 * pow(10, Double(power)) } }
    return values.filter { isInside($0, range) }
  }

  /// Beyond so many values of a logarithmic axis only some of them are shown.
  private static let most = 14

  /// The coarsest of some lists with at least four values in the range, else the last one; of many values
  /// about eight.
  static func coarsest(_ lists: [[Double]], in range: ClosedRange<Double>) -> [Double] {
    let inside = lists.map { list in list.filter { isInside($0, range) } }
    return thinned(inside.first { $0.count >= 4 } ?? inside.last ?? [])
  }

  /// How many are shown then, at most.
  private static let thinned = 8

  private static func thinned(_ values: [Double]) -> [Double] {
    guard values.count > most else { return values }
    let step = (values.count + thinned - 1) / thinned
    return stride(from: 0, to: values.count, by: step).map { values[$0] }
  }

  private static func isInside(_ value: Double, _ range: ClosedRange<Double>) -> Bool {
    value >= range.lowerBound * (1 - 1e-9) && value <= range.upperBound * (1 + 1e-9)
  }
}
