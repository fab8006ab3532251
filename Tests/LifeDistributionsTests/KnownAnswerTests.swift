import LifeDistributions
import Quantities
import Testing
import Topology

@Suite("Life distributions against tables, to 12 digits")
struct KnownAnswerTests {
  @Test("densities, both tails and hazards", arguments: servedLives)
  func chances(known: KnownLife) throws {
    let life = try LifeDistribution(known.law)
    for row in known.ages {
      let age = try Duration(seconds: row.age)
      let tails = try life.distribution(at: age)
      #expect(agree(try life.density(at: age), row.density), "density at \(row.age)")
      #expect(agree(tails.value, row.distribution), "distribution at \(row.age)")
      #expect(agree(tails.complement, row.survival), "survival at \(row.age)")
      #expect(agree(try life.hazard(at: age), row.hazard), "hazard at \(row.age)")
    }
  }

  @Test("partial expectations", arguments: servedLives)
  func partialExpectations(known: KnownLife) throws {
    let life = try LifeDistribution(known.law)
    for row in known.ages {
      let age = try Duration(seconds: row.age)
      let (partial, excess) = (
        try life.partialMean(from: age), try life.expectedExcess(over: age)
      )
      #expect(agree(partial.seconds, row.partialMean), "partial mean from \(row.age)")
      #expect(agree(excess.seconds, row.excess), "excess over \(row.age)")
    }
  }

  @Test("means, variances and moments", arguments: servedLives)
  func moments(known: KnownLife) throws {
    let life = try LifeDistribution(known.law)
    for (order, expected) in zip(KnownLife.orders, known.moments) {
      #expect(agree(try life.moment(order), expected), "moment \(order)")
    }
    #expect(agree(life.mean.seconds, known.moments[0]))
    #expect(agree(try life.variance(), known.variance))
    let deviation = known.variance.squareRoot()
    #expect(agree(try life.standardDeviation().seconds, deviation))
  }

  @Test("quantiles from both tails", arguments: servedLives)
  func quantiles(known: KnownLife) throws {
    let life = try LifeDistribution(known.law)
    for (index, tail) in KnownLife.tails.enumerated() {
      let low = try life.quantile(of: lower(tail)).seconds
      let high = try life.quantile(of: upper(tail)).seconds
      let expected = known.lowerQuantiles[index]
      #expect(expected == 0 ? low < 1e-290 : agree(low, expected), "lower \(tail)")
      #expect(agree(high, known.upperQuantiles[index]), "upper \(tail)")
    }
  }

  #if GSL
    /// Source: a buffer of 10, 30 and 60 min before restorations of mean 30 min, adaptive quadrature
    /// of the survival, 8 digits.
    @Test(
      "the excess over a buffer",
      arguments: [
        (Law.exponential(mean: .minutes(30)), [21.495939, 11.036383, 4.0600585]),
        (Law.lognormal(mean: .minutes(30), sigma: 1), [21.098556, 11.487748, 5.7183035]),
      ])
    func buffers(law: Law, expected: [Double]) throws {
      let life = try LifeDistribution(law)
      for (minutes, excess) in zip([10, 30, 60] as [UInt32], expected) {
        let computed = try life.expectedExcess(over: .minutes(minutes)).converted(to: .minute)
        #expect(abs(computed / excess - 1) < 1e-7)
      }
    }

    /// Source: quadrature of the survival with mpmath at 40 digits, for lives of 30 min on average, up
    /// to 0.5, 60, 1,200 and 20,000 s.
    @Test(
      "what a buffer takes in",
      arguments: [
        (
          Law.exponential(mean: .minutes(30)),
          [0.4999305619851502, 59.01101913238938, 875.8491857413344, 1799.973098390655]
        ),
        (
          .lognormal(mean: .minutes(30), sigma: 1),
          [0.4999999999999996, 59.97462436537418, 883.507693069216, 1785.622738939283]
        ),
        (
          .weibull(mean: .minutes(30), shape: 0.5),
          [0.4922122680803095, 50.60673711692708, 577.6956616675719, 1707.757225787676]
        ),
        (
          .gamma(mean: .minutes(30), shape: 3),
          [0.4999999999879497, 59.99764511684974, 1069.189470522291, 1799.999999998748]
        ),
        (
          .hyperexponential(mean: .minutes(30), coefficientOfVariation: 2),
          [0.4998889068907895, 58.43065723084703, 749.8663965163385, 1726.453832086633]
        ),
      ])
    func minima(law: Law, expected: [Double]) throws {
      let life = try LifeDistribution(law)
      for (seconds, minimum) in zip([0.5, 60, 1_200, 20_000], expected) {
        let computed = try life.expectedMinimum(with: Duration(seconds: seconds)).seconds
        #expect(agree(computed, minimum), "up to \(seconds) s")
      }
    }
  #endif
}
