import Quantities

/// How often a length of time is exceeded, from the largest length down: the source of percentiles.
struct ExceedanceCurve {
  private struct Step {
    /// Seconds.
    var low: Double
    var high: Double
    /// The share of trials in the step, and the sum of their squared weights.
    var share: Double
    var squares: Double
  }

  private var steps: [Step] = []
  private let trials: Double

  private let heaviest: Double

  /// A curve over so many trials of at most a weight, of which those not added have length 0.
  init(trials: Double, heaviest: Double = 1) {
    self.trials = trials
    self.heaviest = heaviest
  }

  /// Adds lengths of equal weight: the largest by value, the others by bucket.
  mutating func add(_ histogram: LengthHistogram, _ largest: LargestValues, weight: Double) {
    let exact = largest.sorted
    for value in exact {
      let seconds = Double(value) * WeightedTally.tick
      add(seconds, seconds, count: 1, weight)
    }
    var covered = UInt64(exact.count)
    for bucket in histogram.buckets {
      let known = min(covered, bucket.count)
      covered -= known
      guard bucket.count > known else { continue }
      add(
        bucket.low * WeightedTally.tick, bucket.high * WeightedTally.tick,
        count: Double(bucket.count - known), weight)
    }
  }

  private mutating func add(_ low: Double, _ high: Double, count: Double, _ weight: Double) {
    steps.append(
      Step(
        low: low, high: high, share: weight * count / trials,
        squares: weight * weight * count / trials))
  }

  /// To be called once all lengths are added.
  mutating func sort() { steps.sort { $0.high > $1.high } }

  /// The length that is exceeded with probability `tail`, with the 95 % interval of its order
  /// statistics (Conover 1999, section 3.2, in the normal form); the standard error is the interval's
  /// half width over 1.96.
  func quantile(exceeding tail: Double) -> Estimate {
    let place = crossing(tail)
    let spread = max(0, place.squares - tail * tail) / trials
    let reach = Estimate.intervalFactor * spread.squareRoot()
    let low = crossing(tail + reach).length
    // Less likely lengths than the largest seen, or than any that was not seen, stay unknown.
    let leastKnown = steps.first.map { $0.share / 2 } ?? 4 * heaviest / trials
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
        return (step.high - (step.high - step.low) * part, squares + step.squares * part)
      }
      sum += step.share
      squares += step.squares
    }
    return (0, max(squares, tail))
  }

  /// The largest length, in seconds; 0 for none.
  var largest: Double { steps.first?.high ?? 0 }
}
