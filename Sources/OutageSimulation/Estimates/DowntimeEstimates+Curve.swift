import Quantities

/// The whole distribution of downtime, of which the percentiles are some points.
extension DowntimeEstimates {
  /// P(downtime of a window > `downtime`), with its 95 % interval: Wilson's where all histories weigh the
  /// same, else the normal one. It is the sample's own for some downtime within 0.2 % of this one; the
  /// sample's own for this one where it is of whole milliseconds or among the 1,000 largest. Cost: linear
  /// in the number of different downtimes, some ten thousand at most.
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

  /// True where clearly less than a share of windows exceeds the percentile for it, since many have just
  /// that downtime: the share has as much or more. Exact for downtimes of whole milliseconds.
  public func isCommon(_ percentile: Estimate, exceededIn share: Double) -> Bool {
    curve.isCommon(percentile.value, exceededIn: share)
  }
}

extension LengthEstimates {
  /// True where clearly less than a share of outages is longer than the percentile for it, since many
  /// are just that long: the share is as long or longer. Exact for lengths of whole milliseconds.
  public func isCommon(_ percentile: Estimate, exceededIn share: Double) -> Bool {
    curve.isCommon(percentile.value, exceededIn: share)
  }
}
