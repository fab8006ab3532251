import Quantities

/// The tally's figures as estimates: weighs its classes.
///
/// A figure f of a replication has the mean Σ w f / n over n replications, the weight w being 1 where
/// sampling is plain and (ν T + U) / N for a replication with N outages where it is conditioned.
struct WeightedTally {
  let header: SimulationHeader
  let tally: OutageTally

  /// Ticks of the clock in a second.
  static let ticks = 1e9

  var replications: Double { Double(tally.replications) }

  var isConditioned: Bool { header.plan.isConditioned }

  /// Classes with anything in them, and their weights.
  var classes: [(weight: Double, content: OutageClass)] {
    tally.classes.enumerated().filter { $0.element.hits > 0 || !isConditioned }.map {
      (isConditioned ? header.scale / Double($0.offset + 1) : 1, $0.element)
    }
  }

  /// Replications with an outage.
  var hits: Int { tally.classes.reduce(0) { $0 + Int($1.hits) } }

  /// The mean and its standard error of a figure with known sums.
  func mean(_ moments: (OutageClass) -> Moments) -> Estimate? {
    guard replications > 1 else { return nil }
    var first = 0.0
    var second = 0.0
    for (weight, content) in classes {
      let sums = moments(content)
      first += weight * Double(sums.sum)
      second += weight * weight * sums.squares.double
    }
    guard first > 0 else { return Estimate(0, standardError: nil, low: 0, high: nil) }
    let mean = first / replications
    let variance = max(0, second / replications - mean * mean) / (replications - 1)
    return Estimate(normal: mean, standardError: variance.squareRoot())
  }

  /// The ratio of two means with its standard error by the delta method (Cochran 1977, eq. 6.13).
  func ratio(
    _ top: (OutageClass) -> Moments, to bottom: (OutageClass) -> Moments,
    products: (OutageClass) -> SquareSum
  ) -> Estimate? {
    var sums = (top: 0.0, bottom: 0.0, topSquares: 0.0, bottomSquares: 0.0, products: 0.0)
    for (weight, content) in classes {
      let above = top(content)
      let below = bottom(content)
      sums.top += weight * Double(above.sum)
      sums.bottom += weight * Double(below.sum)
      sums.topSquares += weight * weight * above.squares.double
      sums.bottomSquares += weight * weight * below.squares.double
      sums.products += weight * weight * products(content).double
    }
    guard sums.bottom > 0 else { return nil }
    let ratio = sums.top / sums.bottom
    let spread =
      sums.topSquares - 2 * ratio * sums.products + ratio * ratio * sums.bottomSquares
    let error = max(0, spread).squareRoot() / sums.bottom
    return hits > 1
      ? Estimate(normal: ratio, standardError: error)
      : Estimate(ratio, standardError: nil, low: nil, high: nil)
  }

  /// P(an event that needs an outage), from the replications in which it happened.
  func probability(_ count: (OutageClass) -> UInt64) -> Estimate? {
    guard replications > 0 else { return nil }
    let happened = classes.reduce(0.0) { $0 + Double(count($1.content)) }
    let interval = Estimate(hits: happened, trials: replications)
    guard isConditioned else { return interval }
    guard happened > 0, replications > 1 else {
      return interval.scaled(by: header.scale)
    }
    var first = 0.0
    var second = 0.0
    for (weight, content) in classes {
      first += weight * Double(count(content))
      second += weight * weight * Double(count(content))
    }
    let mean = first / replications
    let variance = max(0, second / replications - mean * mean) / (replications - 1)
    return Estimate(normal: mean, standardError: max(variance.squareRoot(), mean / replications))
  }
}
