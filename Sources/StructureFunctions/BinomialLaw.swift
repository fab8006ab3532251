import Quantities

/// The number of events among independent trials of equal probability.
///
/// All results are sums and products of positive terms: relative error below 1e-15 + n 2^-53 for the
/// rounding of the probability itself, and 4 × 2^-53 for each further term of a tail.
package struct BinomialLaw: Sendable {
  let trials: Int
  let event: Probability

  /// `trials` independent trials, 0 or more, each with the chance of `event`.
  package init(trials: Int, event: Probability) {
    self.trials = trials
    self.event = event
  }

  /// P(exactly `count` events). Cost: `trials` multiplications.
  ///
  /// Factors below and above 1 alternate, so that nothing overflows and only a result below the
  /// smallest `Double` underflows.
  func mass(_ count: Int) -> Double {
    guard count >= 0, count <= trials else { return 0 }
    if 2 * count > trials {
      return BinomialLaw(trials: trials, event: event.inverted).mass(trials - count)
    }
    var product = ProductOfFactors(1)
    var pending = trials - count
    for step in 0..<count {
      product.multiply(by: Double(trials - step))
      product.multiply(by: event.value)
      product.divide(by: Double(step + 1))
      while pending > 0, product.product > 1 {
        product.multiply(by: event.complement)
        pending -= 1
      }
    }
    return product.value * power(event.complement, pending) * roundingOfLargerTail(count)
  }

  /// base^exponent with compensated factors.
  private func power(_ base: Double, _ exponent: Int) -> Double {
    var product = ProductOfFactors(1)
    for _ in 0..<exponent {
      product.multiply(by: base)
      if product.product == 0 { return 0 }
    }
    return product.value
  }

  /// The larger tail is rounded to 2^-53 of 1, which a high power would magnify; the smaller tail
  /// tells by how much.
  private func roundingOfLargerTail(_ count: Int) -> Double {
    if event.complement >= 0.5 {
      let residue = (1 - event.complement) - event.value
      return 1 + Double(trials - count) * residue / event.complement
    }
    let residue = (1 - event.value) - event.complement
    return 1 + Double(count) * residue / event.value
  }

  /// P(at least `count` events). Cost: `trials` multiplications and the terms that matter.
  func upperTail(_ count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials { return 0 }
    let mean = Double(trials) * event.value
    if Double(count) < mean {
      // Starting at the largest term loses nothing to underflow.
      return sum(from: Int(mean), downTo: count) + sum(from: Int(mean) + 1, upTo: trials)
    }
    return sum(from: count, upTo: trials)
  }

  /// P(fewer than `count` events).
  func lowerTail(_ count: Int) -> Double {
    BinomialLaw(trials: trials, event: event.inverted).upperTail(trials - count + 1)
  }

  private func sum(from start: Int, upTo end: Int) -> Double {
    guard start <= end else { return 0 }
    let odds = event.value / event.complement
    var term = mass(start)
    var total = term
    var count = start
    while count < end, term > total * 0x1p-60 {
      term *= Double(trials - count) / Double(count + 1) * odds
      total += term
      count += 1
    }
    return min(total, 1)
  }

  private func sum(from start: Int, downTo end: Int) -> Double {
    BinomialLaw(trials: trials, event: event.inverted)
      .sum(from: trials - start, upTo: trials - end)
  }

  /// P(0), P(1), …, P(`limit` - 1) and, last, P(at least `limit`). Cost: `limit` + `trials`.
  package func masses(below limit: Int) -> (exact: [Double], atLeast: Double) {
    let last = min(limit - 1, trials)
    let peak = min(Int(Double(trials) * event.value), last)
    var exact = [Double](repeating: 0, count: limit)
    guard last >= 0 else { return (exact, upperTail(limit)) }
    exact[peak] = mass(peak)
    let odds = event.value / event.complement
    if event.value > 0 {
      for count in stride(from: peak, to: 0, by: -1) {
        exact[count - 1] = exact[count] * Double(count) / Double(trials - count + 1) / odds
      }
      for count in stride(from: peak, to: last, by: 1) {
        exact[count + 1] = exact[count] * Double(trials - count) / Double(count + 1) * odds
      }
    }
    return (exact, upperTail(limit))
  }
}
