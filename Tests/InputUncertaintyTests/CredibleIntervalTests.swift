import InputUncertainty
import Quantities
import Testing
import Topology

/// Quantiles of results that are known on paper.
@Suite("Credible intervals")
struct CredibleIntervalTests {
  private static let factor = 1.644_853_626_951_472_7

  /// With lognormal times the odds U / A = MTTR / MTBF are lognormal: its quantiles by hand.
  private func unavailability(_ score: Double) -> Double {
    func scale(_ low: Double, _ high: Double) -> (mean: Double, deviation: Double) {
      let (a, b) = (logarithm(low), logarithm(high))
      return ((a + b) / 2, (b - a) / (2 * Self.factor))
    }
    let up = scale(20 * 86_400, 45 * 86_400)
    let down = scale(120, 720)
    let deviation = (up.deviation * up.deviation + down.deviation * down.deviation).squareRoot()
    let odds = exponential(down.mean - up.mean + deviation * score)
    return odds / (1 + odds)
  }

  private func component() throws -> UncertainTopology {
    try UncertainSystems.part { draw in
      .component(
        try UncertainSystems.component(
          draw.duration("mtbf", from: .days(20), to: .days(45)),
          draw.duration("mttr", from: .minutes(2), to: .minutes(12))))
    }
  }

  @Test("the order statistics' errors hold over 300 runs, as a set of z-scores")
  func coverage() throws {
    let topology = try component()
    let exact = [-Self.factor, 0, Self.factor].map(unavailability)
    var hits = [0, 0, 0]
    var sums = [0.0, 0, 0]
    var squares = [0.0, 0, 0]
    let runs = 300
    for seed in 1...UInt64(runs) {
      let found = try #require(try topology.propagated(to: "s", .init(draws: 2_048, seed: seed)))
      let interval = found.unavailability
      for (place, estimate) in [interval.low, interval.median, interval.high].enumerated() {
        let error = try #require(estimate.standardError)
        let z = (estimate.value - exact[place]) / error
        sums[place] += z
        squares[place] += z * z
        let low = try #require(estimate.low)
        let high = try #require(estimate.high)
        if low <= exact[place], exact[place] <= high { hits[place] += 1 }
      }
    }
    for place in 0..<3 {
      // 95 % of 300 is 285 with a standard deviation of 3.8; conservative intervals may hit more.
      #expect(hits[place] >= 266, "\(hits)")
      #expect(abs(sums[place]) / Double(runs).squareRoot() < 5.5, "\(sums)")
      // The variance of z is 1 but for its error's error; 300 of them spread by 8 %.
      #expect((0.6...1.5).contains(squares[place] / Double(runs)), "\(squares)")
    }
  }

  @Test("a million draws of one component reach the quantiles on paper")
  func lognormal() throws {
    let found = try #require(try component().propagated(to: "s", .init(draws: 1_000_000)))
    let interval = found.unavailability
    for (estimate, score) in [
      (interval.low, -Self.factor), (interval.median, 0), (interval.high, Self.factor),
    ] {
      let error = try #require(estimate.standardError)
      #expect(abs(estimate.value - unavailability(score)) < 5.2 * error)
      #expect(error < 0.005 * estimate.value)
    }
    // The mean outage is the MTTR itself.
    let outage = try #require(found.meanOutage)
    #expect(abs(outage.low.value / 120 - 1) < 0.01)
    #expect(abs(outage.high.value / 720 - 1) < 0.01)
  }

  // Quantiles of posteriors are functions of GSL.
  #if GSL
    @Test("posteriors reach the quantiles of their gamma and beta laws")
    func posteriors() throws {
      let chance = try UncertainSystems.part { draw in
        .component(try Component(availability: draw.probability("p", events: 997, of: 1_000)))
      }
      let rate = try UncertainSystems.part { draw in
        .component(
          try UncertainSystems.component(
            draw.duration("mtbf", events: 4, in: .days(100)), .hours(1)))
      }
      let up = try #require(try chance.propagated(to: "s")).availability
      let down = try #require(try rate.propagated(to: "s")).unavailability
      for (share, place) in [(0.05, 0), (0.5, 1), (0.95, 2)] {
        let tail = Probability(uncheckedValue: share, complement: 1 - share)
        let belief = try chance.inputs[0].belief.quantile(of: tail).number
        expect([up.low, up.median, up.high][place], is: belief)
        let mtbf = try rate.inputs[0].belief.quantile(of: tail.inverted).number
        expect([down.low, down.median, down.high][place], is: 3_600 / (mtbf + 3_600))
      }
    }

    private func expect(_ estimate: Estimate, is exact: Double) {
      let error = estimate.standardError ?? 0
      #expect(abs(estimate.value - exact) < 5.3 * error, "\(estimate) is not \(exact)")
    }
  #endif
}
