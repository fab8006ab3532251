import LifeDistributions
import Quantities
import Topology

extension MeasuringRule {
  /// The mean of what the rule counts of one outage whose length has the law `outage`, at a uniform
  /// phase of the grid; `impact` is the share of requests that fail during it, above 0 and at most 1,
  /// which only rules about errors notice.
  ///
  /// Edges of windows and outages that share a minute are left out. With R the length: E[R] counted
  /// continuously, E[R; R >= m] by runs of m, E[(R - g)+] by cells of g. A minute with errors above x
  /// needs x / impact of a minute down: E[(R + g (1 - 2 x / impact)); R > g x / impact], since so many
  /// places of the grid have it. Error that of the law's partial means; throws
  /// ``LifeDistributionError``.
  public func expectedCount(
    ofOutage outage: Law, impact: Double = 1
  ) throws(LifeDistributionError) -> Duration {
    let life = try LifeDistribution(outage)
    switch self {
    case .continuous: return life.mean
    case .wholeMinutes: return try life.expectedExcess(over: .minutes(1))
    case .cells(let length): return try life.expectedExcess(over: length)
    case .runs(let length): return try life.partialMean(from: length)
    case .averageErrors: return life.mean.times(impact)
    case .errors(let ratio): return try Self.badMinutes(life, above: ratio.value / impact)
    }
  }

  /// Minutes of which more than a share is down.
  private static func badMinutes(
    _ life: LifeDistribution, above share: Double
  ) throws(LifeDistributionError) -> Duration {
    guard share < 1 else { return .zero }
    let least = Duration.minutes(1).times(share)
    let longer = try life.survival(at: least).value
    let part = try life.partialMean(from: least)
    let edges = (60 - 2 * least.seconds) * longer
    return (try? Duration(seconds: max(0, part.seconds + edges))) ?? part
  }
}

extension Duration {
  /// So many times as long; the same where that isn't a length.
  fileprivate func times(_ factor: Double) -> Duration {
    (try? Duration(seconds: seconds * factor)) ?? self
  }
}
