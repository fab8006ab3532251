#if GSL
  import LifeDistributions
  import Quantities
  import Testing
  import Topology

  @Suite("Fits by moments, and through two quantiles")
  struct MomentFitTests {
    /// Of the twelve lives, mean 139.75 and coefficient of variation 1.787315032471203; the Weibull
    /// shape by mpmath 1.3, findroot.
    @Test("shapes of the twelve lives")
    func twelve() throws {
      let sample = try LifeSample.twelve()
      let mean = try Duration(seconds: 139.75)
      func law(_ family: LifeFamily) throws -> Law { try LifeFit.byMoments(family, of: sample).law }
      #expect(try law(.exponential) == .exponential(mean: mean))
      #expect(try law(.fixed) == .fixed(mean))
      #expect(try law(.erlang) == .erlang(mean: mean, phases: 1))
      let shapes: [(LifeFamily, Double)] = [
        (.weibull, 0.592136034763816), (.lognormal, 1.1974025878114005),
        (.gamma, 0.3130385216069821), (.hyperexponential, 1.787315032471203),
      ]
      for (family, shape) in shapes {
        let moments = try LifeDistribution(try law(family))
        let variation = try moments.standardDeviation().seconds / moments.mean.seconds
        #expect(isClose(variation, 1.787315032471203, 1e-12))
        #expect(isClose(moments.mean.seconds, 139.75, 1e-15))
        #expect(isClose(try #require(try law(family).shape), shape, 1e-12))
      }
    }

    /// Mean 60.67, coefficient of variation 0.2664: ends by numpy 2.4, Weibull's shape by mpmath 1.3.
    @Test("lives that vary little")
    func narrow() throws {
      let sample = try LifeSample(seconds: [40, 55, 61, 70, 90, 48])
      let uniform = try LifeFit.byMoments(.uniform, of: sample)
      guard case .uniform(let from, let to) = uniform.law else { return #expect(Bool(false)) }
      #expect(isClose(from.seconds, 32.67261968044714, 1e-13))
      #expect(isClose(to.seconds, 88.66071365288619, 1e-13))
      // It ends before the longest life, which has no density then.
      #expect(uniform.logLikelihood == nil)
      let weibull = try LifeFit.byMoments(.weibull, of: sample)
      #expect(isClose(try #require(weibull.law.shape), 4.23497784156399, 1e-12))
      let best = try LifeFit.maximumLikelihood(.weibull, of: sample)
      #expect(try #require(weibull.logLikelihood) < (try #require(best.logLikelihood)))
      let erlang = try LifeFit.byMoments(.erlang, of: sample)
      #expect(erlang.law == .erlang(mean: weibull.law.mean, phases: 14))
      #expect(throws: LifeFitError.self) { try LifeFit.byMoments(.hyperexponential, of: sample) }
      #expect(throws: LifeFitError.self) { try weibull.intervals() }
    }

    @Test("what has no law with its moments")
    func refusals() throws {
      let error = LifeFitError.censoredLives(count: 4)
      #expect(throws: error) { try LifeFit.byMoments(.gamma, of: try .sixteen()) }
      #expect(throws: LifeFitError.self) { try LifeFit.byMoments(.uniform, of: try .twelve()) }
      for family in LifeFamily.allCases where family.shapeName != nil || family == .uniform {
        let equal = try LifeSample(seconds: [5, 5, 5])
        #expect(throws: LifeFitError.self) { try LifeFit.byMoments(family, of: equal) }
      }
    }

    private func known(_ percent: Int, _ minutes: UInt32) -> QuantileFit.Known {
      let value = Double(percent) / 100
      return QuantileFit.Known(
        Probability(uncheckedValue: value, complement: Double(100 - percent) / 100),
        .minutes(minutes))
    }

    /// log(528 / 67) / 1.6448536 and 67 min × e^(sigma² / 2); the Weibull law by scipy 1.17 and mpmath
    /// 1.3.
    @Test("incident lengths with a median of 67 min and a 95th percentile of 528 min")
    func incidentLengths() throws {
      let (median, tail) = (known(50, 67), known(95, 528))
      let lognormal = try QuantileFit.law(.lognormal, through: median, and: tail)
      #expect(isClose(try #require(lognormal.shape), 1.2550683115441743, 1e-12))
      #expect(isClose(lognormal.mean.seconds, 8836.405143371348, 1e-12))
      let weibull = try QuantileFit.law(.weibull, through: tail, and: median)
      #expect(isClose(try #require(weibull.shape), 0.7090190965302718, 1e-12))
      #expect(isClose(weibull.mean.seconds, 8430.77127714762, 1e-12))
      for law in [lognormal, weibull] {
        let life = try LifeDistribution(law)
        for quantile in [median, tail] {
          let length = try life.quantile(of: quantile.probability)
          #expect(isClose(length.seconds, quantile.length.seconds, 1e-12))
        }
      }
    }

    @Test("quantiles of no law")
    func impossibleQuantiles() {
      let pairs = [
        (known(95, 67), known(50, 528)), (known(50, 67), known(50, 528)),
        (known(50, 67), known(95, 67)), (known(0, 67), known(95, 528)),
        (known(50, 67), known(100, 528)), (known(50, 0), known(95, 528)),
      ]
      for (first, second) in pairs {
        #expect(throws: LifeFitError.self) {
          try QuantileFit.law(.lognormal, through: first, and: second)
        }
      }
      #expect(throws: LifeFitError.self) {
        try QuantileFit.law(.gamma, through: known(50, 67), and: known(95, 528))
      }
    }
  }

  extension Law {
    /// The parameter beside the mean.
    fileprivate var shape: Double? {
      switch self {
      case .weibull(_, let shape), .gamma(_, let shape): shape
      case .lognormal(_, let sigma): sigma
      case .hyperexponential(_, let variation): variation
      default: nil
      }
    }
  }
#endif
