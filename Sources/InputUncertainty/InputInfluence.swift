import Quantities

/// How much one input's uncertainty matters to a figure.
public struct InputInfluence: Sendable, Hashable {
  /// The input.
  public let input: UncertainInput
  /// The share of the variance of log10 U that would be gone on average if the input were known, 0 to
  /// 1: its first-order index, Var(E[log10 U | input]) / Var(log10 U) (Sobol' 1993; Saltelli and others
  /// 2010, eq. 2). What the shares leave to 1 is due to inputs acting together.
  ///
  /// From the draws themselves (Plischke, Borgonovo and Smith 2013), a line being fitted to each class
  /// of the input, and corrected for what chance would explain. The standard error is that among 32
  /// batches of the draws.
  public let share: Estimate
  /// The correlation of the input, on the scale of its belief, with log10 U, -1 to 1: above 0 when
  /// more of it means more unavailability. Standard error below 1 / the square root of the draws.
  public let correlation: Double
  /// What would be believed of P(down) if the input were known to be its median, from 4,096 draws at
  /// most; nil beyond the ten inputs that matter most, and where the draws were not compiled.
  public internal(set) var unavailabilityIfKnown: CredibleInterval?
}

/// Sums from which a straight line is fitted, about a shift near the middle.
struct LineSums {
  private(set) var count = 0.0
  private(set) var x = 0.0
  private(set) var y = 0.0
  private(set) var xx = 0.0
  private(set) var xy = 0.0
  private(set) var yy = 0.0

  @inline(__always)
  mutating func add(_ x: Double, _ y: Double) {
    count += 1
    self.x += x
    self.y += y
    xx += x * x
    xy += x * y
    yy += y * y
  }

  mutating func merge(_ other: LineSums) {
    count += other.count
    x += other.x
    y += other.y
    xx += other.xx
    xy += other.xy
    yy += other.yy
  }

  /// The sum of squares of y about its mean.
  var variation: Double { count > 0 ? max(0, yy - y * y / count) : 0 }
  private var spread: Double { count > 0 ? max(0, xx - x * x / count) : 0 }
  private var joint: Double { count > 0 ? xy - x * y / count : 0 }

  /// Whether x varies by more than rounding.
  private var hasSlope: Bool { count > 2 && spread > xx * 0x1p-40 }

  /// The parameters of the line, 1 for a constant.
  var parameters: Double { count == 0 ? 0 : hasSlope ? 2 : 1 }

  /// The sum of squares of y about the line.
  var residual: Double {
    hasSlope ? max(0, variation - joint * joint / spread) : variation
  }

  var correlation: Double {
    let product = spread * variation
    return product > 0 ? max(-1, min(1, joint / product.squareRoot())) : 0
  }
}
