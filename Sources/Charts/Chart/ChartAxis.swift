#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An axis of a chart: what it measures, and the values that people know their way by.
public struct ChartAxis: Sendable, Equatable {
  /// How values are spaced.
  public enum Scale: String, Sendable, Equatable {
    /// By their differences.
    case linear
    /// By their ratios; all values are above 0.
    case logarithmic
  }

  /// A value with its text.
  public struct Tick: Sendable, Equatable {
    /// The value.
    public let value: Double
    /// How people write it.
    public let text: String

    /// `value`, written as `text`.
    public init(_ value: Double, _ text: String) {
      self.value = value
      self.text = text
    }
  }

  /// What is measured: `share of months`.
  public let title: String
  /// How values are spaced.
  public let scale: Scale
  /// The values at both ends.
  public let range: ClosedRange<Double>
  /// The values that are written, ascending.
  public let ticks: [Tick]

  /// An axis over `range`; ticks outside of it are left out.
  public init(_ title: String, _ scale: Scale, _ range: ClosedRange<Double>, ticks: [Tick]) {
    self.title = title
    self.scale = scale
    self.range = range
    let slack = 1e-9 * (range.upperBound - range.lowerBound)
    self.ticks = ticks.filter {
      $0.value >= range.lowerBound - slack && $0.value <= range.upperBound + slack
    }
  }

  /// Where a value is, 0 at the beginning and 1 at the end; values outside are moved to the end that
  /// they lie beyond.
  public func position(_ value: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard high > low else { return 0.5 }
    let inside = min(max(value, low), high)
    switch scale {
    case .linear: return (inside - low) / (high - low)
    case .logarithmic: return log(inside / low) / log(high / low)
    }
  }

  /// True for a value between the ends.
  public func contains(_ value: Double) -> Bool { range.contains(value) }
}
