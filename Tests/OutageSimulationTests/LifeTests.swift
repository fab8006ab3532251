import Quantities
import RandomStreams
import Testing
import Topology

@testable import OutageSimulation

/// Moments of drawn lengths, as sets of z-scores: a bound of 4.9 fails one time in a million.
@Suite("Lengths drawn from laws")
struct LifeTests {
  static let laws: [(law: Law, secondMoment: Double)] = [
    (.exponential(mean: .hours(1)), 2), (.fixed(.hours(1)), 1),
    // Gamma(1 + 2/k) / Gamma(1 + 1/k)^2.
    (.weibull(mean: .hours(1), shape: 1.5), 1.4609984862063184),
    (.weibull(mean: .hours(1), shape: 0.7), 3.1386856318511678),
    (.lognormal(mean: .hours(1), sigma: 0.5), 1.2840254166877414),
    (.gamma(mean: .hours(1), shape: 2.5), 1.4), (.gamma(mean: .hours(1), shape: 0.5), 3),
    (.erlang(mean: .hours(1), phases: 3), 4.0 / 3),
    (.hyperexponential(mean: .hours(1), coefficientOfVariation: 2), 5),
    // (b^3 - a^3) / (3 (b - a)) with a = 0.5, b = 1.5.
    (.uniform(from: .minutes(30), to: .minutes(90)), 13.0 / 12),
    // (15^2 + 45^2 + 2 x 60^2 + 120^2) / (5 x 60^2).
    (.empirical(observed), 1.325),
  ]

  /// Five lives of 1 h on average.
  private static let observed: ObservedLives = {
    do {
      return try ObservedLives([15, 45, 60, 60, 120].map { .minutes($0) })
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  private static let draws = 400_000

  private func lengths(_ law: Law, covering: Bool = false, seed: UInt64) throws -> [Double] {
    var laws = LawCatalogue()
    var sampled = covering ? SampledLaw(law).lengthBiased : SampledLaw(law)
    sampled.buffer = laws.buffer(of: sampled.variate)
    sampled.table = laws.table(of: law)
    var pool = try VariatePool(laws)
    pool.restart(seed: seed, block: 0)
    return (0..<Self.draws).map { _ in pool.draw(sampled) / 3.6e12 }
  }

  private func deviation(_ values: [Double], from mean: Double) -> Double {
    let count = Double(values.count)
    let found = values.reduce(0, +) / count
    let spread = values.reduce(0) { $0 + ($1 - found) * ($1 - found) } / (count - 1)
    return spread > 0 ? (found - mean) / (spread / count).squareRoot() : (found - mean) * 1e9
  }

  @Test("have the law's mean and second moment")
  func moments() throws {
    for (place, item) in Self.laws.enumerated() {
      let values = try lengths(item.law, seed: UInt64(place))
      #expect(abs(deviation(values, from: 1)) < 4.9, "\(item.law)")
      #expect(abs(deviation(values.map { $0 * $0 }, from: item.secondMoment)) < 4.9, "\(item.law)")
    }
  }

  // Of the interval that covers an instant E[1 / X] = 1 / mean and E[X] = E[X^2] / mean.
  @Test("have the mean of a covering interval where length is biased")
  func covering() throws {
    for (place, item) in Self.laws.enumerated() {
      let values = try lengths(item.law, covering: true, seed: UInt64(100 + place))
      #expect(abs(deviation(values, from: item.secondMoment)) < 4.9, "\(item.law)")
      if case .gamma(_, 0.5) = item.law { continue }
      if case .weibull(_, 0.7) = item.law { continue }
      if case .exponential = item.law { continue }
      if case .hyperexponential = item.law { continue }
      #expect(abs(deviation(values.map { 1 / $0 }, from: 1)) < 4.9, "\(item.law)")
    }
  }

  @Test("exceed a quantile as often as it says")
  func quantiles() throws {
    for (place, item) in Self.laws.enumerated() {
      let law = SampledLaw(item.law)
      let values = try lengths(item.law, seed: UInt64(200 + place))
      for tail in [0.9, 0.5, 0.1, 0.01] {
        guard law.form != .fixed, law.form != .observed, let quantile = law.quantile(tail: tail)
        else { continue }
        let above = Double(values.count { $0 > quantile / 3.6e12 })
        let count = Double(values.count)
        let deviation = (above - count * tail) / (count * tail * (1 - tail)).squareRoot()
        #expect(abs(deviation) < 4.9, "\(item.law) \(tail)")
      }
    }
  }

  @Test("sums of exponentials have the moments of a gamma law", arguments: [1, 2, 3, 17, 600])
  func sums(count: Int) throws {
    var pool = try VariatePool(VariatePool.common)
    pool.restart(seed: 5, block: UInt64(count))
    let sums = (0..<200_000).map { _ in pool.sumOfExponentials(count) }
    let n = Double(count)
    #expect(abs(deviation(sums, from: n)) < 4.9)
    #expect(abs(deviation(sums.map { $0 * $0 }, from: n * (n + 1))) < 4.9)
  }

  @Test("differences from 1 keep their digits")
  func smallDifferences() {
    for (x, log, exp) in [
      (1e-12, 1.0000000000005e-12, 9.999999999995e-13),
      (0.04, 0.040821994520255166, 0.039210560847676823),
      (0.5, 0.6931471805599453, 0.3934693402873666),
    ] {
      #expect(abs(SmallDifferences.minusLogOfComplement(x) / log - 1) < 1e-13)
      #expect(abs(SmallDifferences.complementOfExponential(x) / exp - 1) < 1e-13)
    }
  }
}

@Suite("Choosing in proportion to weights")
struct AliasTableTests {
  @Test(
    "by the share of words that each place has",
    arguments: [[1.0], [1, 1], [1, 0, 3], [0, 0, 5], [0.1, 0.2, 0.3, 0.4, 1e-3], [2, 2, 2, 2]])
  func shares(weights: [Double]) {
    let table = AliasTable(weights)
    let count = 1 << 20
    var found = [Int](repeating: 0, count: weights.count)
    // Words at even distances: shares are exact to the number of slots over the number of words.
    for place in 0..<count { found[table.draw(UInt64(place) << 44 | 1 << 43)] += 1 }
    let total = weights.reduce(0, +)
    for (weight, number) in zip(weights, found) {
      #expect(abs(Double(number) / Double(count) - weight / total) < 1e-5)
      if weight == 0 { #expect(number == 0) }
    }
  }
}
