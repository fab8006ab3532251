import Quantities

/// How often a length of time is exceeded, from the largest length down: the source of percentiles.
struct ExceedanceCurve: Sendable, Hashable {
  /// What weights add up to.
  enum Scale: Sendable, Hashable {
    /// Probabilities among so many trials, those not added having length 0; no weight is above the
    /// second number.
    case trials(Double, heaviest: Double)
    /// Shares of the weight of all that is added.
    case shares(of: Double)
  }

  private var steps: [Step] = []
  private var parts = Parts()
  private let scale: Scale

  /// How many of a tally's whole numbers make one.
  private let unit: Double
  /// How many times larger the variance is than that of independent trials, 1 or more.
  private let inflation: Double
  /// True where a quantile is the end of its step, so that it is exceeded no more often than asked.
  private let isStepped: Bool

  /// Of lengths in nanoseconds, or of other numbers.
  init(
    _ scale: Scale, unit: Double = WeightedTally.ticks, inflation: Double = 1,
    isStepped: Bool = false
  ) {
    self.scale = scale
    self.inflation = inflation
    self.isStepped = isStepped
    self.unit = unit
  }

  private var whole: Double {
    switch scale {
    case .trials(let trials, _): trials
    case .shares(let whole): whole
    }
  }

  /// The variance of the curve where it is `tail`, `squares` being the squared shares above: of a
  /// mean over trials, or of a ratio of two sums (Cochran 1977, eq. 6.13).
  private func variance(_ tail: Double, _ squares: Double) -> Double {
    switch scale {
    case .trials(let trials, _): inflation * max(0, squares - tail * tail / trials)
    case .shares:
      max(0, squares * (1 - 2 * tail) + tail * tail * steps.reduce(0) { $0 + $1.squares })
    }
  }

  /// The least probability at which a length was seen.
  private var leastKnown: Double {
    if let first = steps.first { return first.share / 2 }
    guard case .trials(let trials, let heaviest) = scale else { return 0 }
    return 4 * heaviest / trials
  }

  /// Adds lengths of equal weight.
  mutating func add(_ lengths: LengthTally, weight: Double) {
    parts.add(lengths, share: weight / whole, unit: unit)
  }

  /// To be called once all lengths are added.
  mutating func sort() {
    steps = parts.steps
    parts = Parts()
  }

  /// The length that is exceeded with probability `tail`, with the 95 % interval of its order
  /// statistics (Conover 1999, section 3.2, in the normal form); the standard error is the interval's
  /// half width over 1.96.
  func quantile(exceeding tail: Double) -> Estimate {
    let place = crossing(tail)
    let reach = Estimate.intervalFactor * variance(tail, place.squares).squareRoot()
    let low = crossing(tail + reach).length
    // Less likely lengths than the largest seen, or than any that was not seen, stay unknown.
    guard tail - reach >= leastKnown else {
      return Estimate(place.length, standardError: nil, low: low, high: nil)
    }
    let high = crossing(tail - reach).length
    let error = (high - low) / (2 * Estimate.intervalFactor)
    return Estimate(
      place.length, standardError: error > 0 ? error : nil, low: low, high: high)
  }

  /// The length at which the curve reaches `tail`, and the squared weights above it.
  private func crossing(_ tail: Double) -> (length: Double, squares: Double) {
    var sum = 0.0
    var squares = 0.0
    for step in steps {
      if sum + step.share >= tail {
        let part = step.share > 0 ? (tail - sum) / step.share : 0
        if isStepped { return (step.high, squares + step.squares * part) }
        return (step.high - (step.high - step.low) * part, squares + step.squares * part)
      }
      sum += step.share
      squares += step.squares
    }
    return (0, max(squares, tail * largestShare))
  }

  /// How often a length is above `low`, 0 or more, and at most `high`: Wilson's interval where all
  /// trials weigh the same, else the normal one. Between the least and the largest of a bucket others
  /// are taken as spread evenly.
  func probability(above low: Double, atMost high: Double = .infinity) -> Estimate {
    var (sum, squares) = (0.0, 0.0)
    let (low, high) = (counted(low), counted(high))
    for step in steps {
      guard step.high > low else { break }
      let part = step.part(above: low) - step.part(above: high)
      sum += step.share * part
      squares += step.squares * part
    }
    sum = min(1, sum)
    if case .trials(let trials, let heaviest) = scale, heaviest == 1 || sum == 0 {
      let independent = max(1, trials / inflation)
      return Estimate(hits: sum * independent, trials: independent).scaled(by: heaviest)
    }
    return Estimate(normal: sum, standardError: variance(sum, squares).squareRoot())
  }

  /// True for the length exceeded in a share where clearly less than the share exceeds it, since many
  /// have it in common: two trials may always be missing.
  func isCommon(_ length: Double, exceededIn share: Double) -> Bool {
    length > 0 && probability(above: length).value + 2 * leastShare < 0.9 * share
  }

  /// The nearest length that is a whole number in a tally: what was worked out in seconds may miss the
  /// length that is meant by less than that.
  private func counted(_ length: Double) -> Double { (length * unit).rounded() / unit }

  /// How often the largest length was seen; 0 for none.
  var leastShare: Double { steps.first?.share ?? 0 }

  /// The share of one trial of the largest weight.
  private var largestShare: Double {
    guard case .trials(let trials, let heaviest) = scale else { return 0 }
    return heaviest / trials
  }

  /// The largest length, in seconds; 0 for none.
  var largest: Double { steps.first?.high ?? 0 }
}
