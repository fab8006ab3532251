import Quantities

/// What simulated histories fall short, each figure with its standard error.
public struct AdequacyEstimates: Sendable {
  /// Why no more histories were drawn.
  public enum Ending: String, Sendable, Hashable {
    /// As many as asked for were drawn, or as many as may be.
    case histories = "runs"
    /// The error that was asked for was reached.
    case error
    /// The time was over.
    case time
    /// The surrounding task was cancelled.
    case interrupted
  }

  /// The number of histories drawn, fewer than asked for after a cancellation.
  public let histories: Int
  /// Why no more were drawn.
  public let ending: Ending
  /// Whether as many histories were drawn as asked for.
  public var isComplete: Bool { ending != .interrupted }
  /// The length of each history.
  public let length: Duration
  /// The unit of unserved flows: times hours, as MW h.
  public let unit: String
  /// Hours short in a history; the mean is the loss-of-load expectation.
  public let hoursShort: EstimatedDistribution
  /// Unserved ``unit`` × hours in a history.
  public let unserved: EstimatedDistribution
  /// Shortfalls that begin in a history.
  public let shortfalls: EstimatedDistribution
  /// Those of them that a load step begins.
  public let begunByLoadSteps: EstimatedDistribution
  /// The lengths of shortfalls, in hours; nil when none was seen.
  public let shortfallHours: EstimatedDistribution?
  /// P(no shortfall in a history), with Wilson's interval.
  public let clean: Estimate

  init(_ tally: AdequacyTally, _ simulation: AdequacySimulation, _ ending: Ending) {
    histories = tally.hoursShort.count
    self.ending = ending
    length = simulation.length
    unit = simulation.unit
    let step = simulation.stepSize
    hoursShort = EstimatedDistribution(tally.hoursShort)
    unserved = EstimatedDistribution(tally.unserved.map { $0 * step })
    shortfalls = EstimatedDistribution(tally.shortfalls)
    begunByLoadSteps = EstimatedDistribution(tally.begunByLoadSteps)
    shortfallHours =
      tally.lengths.isEmpty
      ? nil : EstimatedDistribution(tally.lengths, inGroupsOf: tally.shortfalls.map { Int($0) })
    let short = tally.hoursShort.count { $0 > 0 }
    clean = Estimate(hits: Double(histories - short), trials: Double(histories))
  }
}

/// The mean and percentiles of values from independent histories.
public struct EstimatedDistribution: Sendable, Hashable {
  /// The mean; without a standard error when all values are alike.
  public let mean: Estimate
  /// Half of the values are larger.
  public let p50: Estimate
  /// One in twenty is larger.
  public let p95: Estimate
  /// One in a hundred is larger.
  public let p99: Estimate
  /// The largest value seen.
  public let largest: Double

  /// One value a history, at least two.
  init(_ values: [Double]) {
    self.init(values, inGroupsOf: [Int](repeating: 1, count: values.count))
  }

  /// So many values of each history, at least one in all. Values of one history may depend on each
  /// other: errors are those of a ratio of sums over histories (Cochran 1977, section 2.11).
  init(_ values: [Double], inGroupsOf sizes: [Int]) {
    let groups = GroupedValues(values, sizes)
    mean = groups.mean
    p50 = groups.percentile(0.5)
    p95 = groups.percentile(0.95)
    p99 = groups.percentile(0.99)
    largest = groups.sorted.last ?? 0
  }
}

/// Values in groups, of which only the groups are independent.
private struct GroupedValues {
  let values: [Double]
  let sizes: [Int]
  let sorted: [Double]

  init(_ values: [Double], _ sizes: [Int]) {
    self.values = values
    self.sizes = sizes
    sorted = values.sorted()
  }

  private var count: Double { Double(values.count) }

  var mean: Estimate {
    let mean = values.reduce(0, +) / count
    guard let first = sorted.first, let last = sorted.last, first < last else {
      return Estimate(mean, standardError: nil, low: nil, high: nil)
    }
    return Estimate(normal: mean, standardError: errorOfMean(mean) { $0 })
  }

  /// The standard error of the mean of a function of the values.
  private func errorOfMean(_ mean: Double, _ function: (Double) -> Double) -> Double {
    var squares = 0.0
    var next = 0
    for size in sizes {
      var residual = 0.0
      for place in next..<next + size { residual += function(values[place]) - mean }
      next += size
      squares += residual * residual
    }
    let groups = Double(sizes.count)
    return (squares * groups / max(1, groups - 1)).squareRoot() / count
  }

  /// A percentile: the smallest value that a share `level` of all values doesn't exceed. Its interval
  /// holds the values at the shares that 1.96 standard errors of the share lead to (Woodruff 1952);
  /// an end beyond all values is unknown.
  func percentile(_ level: Double) -> Estimate {
    let value = self.value(at: level)
    let share = Double(values.count { $0 <= value }) / count
    let error = errorOfMean(share) { $0 <= value ? 1 : 0 }
    // How much wider than for independent values; the share is not the level where values are alike.
    let independent = share * (1 - share) / count
    let effect = independent > 0 ? max(1, error * error / independent) : 1
    let reach = Estimate.intervalFactor * (effect * level * (1 - level) / count).squareRoot()
    guard level - reach > 0, level + reach < 1 else {
      return Estimate(value, standardError: nil, low: nil, high: nil)
    }
    let (low, high) = (self.value(at: level - reach), self.value(at: level + reach))
    let spread = (high - low) / (2 * Estimate.intervalFactor)
    return Estimate(value, standardError: spread > 0 ? spread : nil, low: low, high: high)
  }

  private func value(at level: Double) -> Double {
    let rank = Int((level * count).rounded(.up))
    return sorted[min(max(rank, 1), sorted.count) - 1]
  }
}
