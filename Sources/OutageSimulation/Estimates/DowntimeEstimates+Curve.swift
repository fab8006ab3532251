import Quantities

/// The whole distribution of downtime, of which the percentiles are some points.
extension DowntimeEstimates {
  /// P(downtime of a window > `downtime`), with its 95 % interval: Wilson's where all histories weigh the
  /// same, else the normal one. Within 0.1 % of the sample's own. Cost: linear in the number of
  /// different downtimes, some ten thousand at most.
  public func exceedance(of downtime: Duration) -> Exceedance {
    Exceedance(
      downtime: downtime, probability: curve.probability(above: downtime.seconds))
  }

  /// P(`low` < downtime of a window <= `high`); error and cost as ``exceedance(of:)``.
  public func share(above low: Duration, atMost high: Duration) -> Estimate {
    curve.probability(above: low.seconds, atMost: high.seconds)
  }

  /// The downtime, in seconds, that a share of windows above 0 and at most 1 exceeds; error and cost as
  /// those of the percentiles.
  public func downtime(exceededIn share: Double) -> Estimate { curve.quantile(exceeding: share) }

  /// How often the largest downtime was seen, 0 to 1: the curve says nothing of smaller shares. 0 where
  /// none was seen.
  public var leastShare: Double { curve.leastShare }
}
