#if GSL
  import LifeDistributions
  import Quantities
  import Testing
  import Topology

  @Suite("Fits of many lives find the law that made them")
  struct FitRecoveryTests {
    /// Without the exponential one: a family that contains it beats it in one of six samples.
    static let laws: [(Law, LifeFamily)] = [
      (.weibull(mean: .hours(3), shape: 1.6), .weibull),
      (.lognormal(mean: .hours(3), sigma: 0.9), .lognormal),
      (.gamma(mean: .hours(3), shape: 2.5), .gamma),
      (.hyperexponential(mean: .hours(3), coefficientOfVariation: 2.5), .hyperexponential),
      (.uniform(from: .hours(1), to: .hours(5)), .uniform),
    ]

    /// Of 10,000 lives the true parameters lie in intervals of 99.9999 %, and AICc names the family.
    @Test("family, mean and shape", arguments: laws, [false, true])
    func recovery(law: (Law, LifeFamily), isCensored: Bool) throws {
      var lives = FitLives(seed: 7)
      let sample = try lives.sample(of: law.0, count: 10_000, isCensored: isCensored)
      let best = try LifeFit.best(of: sample)
      #expect(best.family == law.1)
      let mean = try best.meanInterval(confidence: 0.999_999)
      #expect(mean.low < 10_800 && 10_800 < mean.high)
      #expect(mean.high < 1.3 * mean.low)
      _ = try LifeDistribution(best.law)
    }

    /// The likelihood in seconds is the sum of log densities and survivals of the law's functions.
    @Test("likelihoods are those of the fitted laws", arguments: LifeFamily.allCases)
    func likelihood(family: LifeFamily) throws {
      guard family != .fixed else { return }
      let sample = try LifeSample.sixteen()
      let fit = try LifeFit.maximumLikelihood(family, of: sample)
      let law = try LifeDistribution(fit.law)
      var sum = 0.0
      for life in sample.complete { sum += logarithm(try law.density(at: life)) }
      for life in sample.censored { sum += logarithm(try law.survival(at: life).value) }
      #expect(isClose(try #require(fit.logLikelihood), sum, 1e-12))
    }

    /// AIC = 4 - 2 × -68.15749364868482, and AICc adds 12 / 9.
    @Test("criteria")
    func criteria() throws {
      let fit = try LifeFit.maximumLikelihood(.lognormal, of: .twelve())
      #expect(isClose(try #require(fit.aic), 140.31498729736964, 1e-13))
      #expect(isClose(try #require(fit.aicc), 141.64832063070298, 1e-13))
      let ranking = try LifeFit.ranked(of: try .sixteen())
      #expect(ranking.fits.first?.family == .lognormal)
      #expect(ranking.refusals.map(\.family) == [.fixed])
      let values = ranking.fits.compactMap(\.aicc)
      #expect(values == values.sorted() && values.count == 7)
    }

    @Test("a fit does not depend on the unit of time", arguments: [1e-9, 1e-3, 1e9])
    func units(factor: Double) throws {
      for family in LifeFamily.allCases where family != .fixed {
        let sample = try LifeSample.sixteen()
        let scaled = try LifeSample(
          seconds: sample.complete.map { $0.seconds * factor },
          censored: sample.censored.map { $0.seconds * factor })
        let fit = try LifeFit.maximumLikelihood(family, of: sample).meanInterval()
        let other = try LifeFit.maximumLikelihood(family, of: scaled).meanInterval()
        #expect(isClose(other.estimate, factor * fit.estimate, 1e-9))
        #expect(isClose(other.low, factor * fit.low, 1e-7))
        #expect(isClose(other.high, factor * fit.high, 1e-7))
      }
    }
  }
#endif
