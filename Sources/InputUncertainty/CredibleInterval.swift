import Quantities

/// What is believed of a figure when its inputs are believed rather than known: it lies between
/// ``low`` and ``high`` with probability 90 %.
///
/// Each end is a quantile found from draws and carries its sampling error, a 95 % interval of order
/// statistics that assumes nothing of the law (David and Nagaraja 2003, section 7.1).
public struct CredibleInterval: Sendable, Hashable {
  /// Exceeded with probability 95 %.
  public let low: Estimate
  /// Exceeded with probability 50 %.
  public let median: Estimate
  /// Exceeded with probability 5 %.
  public let high: Estimate

  /// The interval of a figure that was drawn so often, at least 128 times. Cost: a few passes.
  public init(of draws: [Double]) {
    let places = [0.05, 0.5, 0.95].map { QuantilePlace($0, draws: draws.count) }
    let ranks = places.flatMap { [$0.low, $0.rank, $0.high] }.sorted()
    let found = OrderStatistics.values(at: ranks, of: draws)
    let values = Dictionary(zip(ranks, found), uniquingKeysWith: { first, _ in first })
    let estimates = places.map { $0.estimate(values) }
    low = estimates[0]
    median = estimates[1]
    high = estimates[2]
  }
}

/// In other units.
extension CredibleInterval {
  /// The interval of the figure times a factor above 0.
  public func scaled(by factor: Double) -> CredibleInterval {
    CredibleInterval(
      low: low.scaled(by: factor), median: median.scaled(by: factor),
      high: high.scaled(by: factor))
  }

  private init(low: Estimate, median: Estimate, high: Estimate) {
    self.low = low
    self.median = median
    self.high = high
  }
}

/// Where among ordered draws a quantile lies, and between which ranks its 95 % interval.
struct QuantilePlace {
  let low: Int
  let rank: Int
  let high: Int

  /// The number of draws below the quantile is binomial; its normal limit, rounded outwards.
  init(_ share: Double, draws: Int) {
    let mean = share * Double(draws)
    let reach = Estimate.intervalFactor * (mean * (1 - share)).squareRoot()
    low = max(0, Int((mean - reach).rounded(.down)) - 1)
    rank = Int(mean.rounded(.up)) - 1
    high = min(draws - 1, Int((mean + reach).rounded(.up)))
  }

  /// The interval's width in standard errors of a normal law is the standard error.
  func estimate(_ values: [Int: Double]) -> Estimate {
    let (bottom, top) = (values[low] ?? .nan, values[high] ?? .nan)
    return Estimate(
      values[rank] ?? .nan, standardError: (top - bottom) / (2 * Estimate.intervalFactor),
      low: bottom, high: top)
  }
}
