#if GSL
  import LifeDistributions
  import Quantities
  import Testing
  import Topology

  /// A fit to the twelve lives, or the sixteen, times in seconds, and its 95 % intervals.
  struct KnownFit: Sendable, CustomTestStringConvertible {
    let family: LifeFamily
    let isCensored: Bool
    let mean: Double
    let shape: Double
    let logLikelihood: Double
    let means: [Double]
    let shapes: [Double]
    let source: String

    var testDescription: String { "\(family), \(isCensored ? "censored" : "complete")" }

    /// Root of the log-likelihood's gradient, and of its fall by half the square of Student's
    /// quantile with the other parameter's derivative 0.
    private static let mpmath = "mpmath 1.3, 25 digits, findroot"
    private static let scipy = "scipy 1.17: brentq on the profile found by minimize_scalar"

    static let all: [KnownFit] = [
      KnownFit(
        family: .weibull, isCensored: false, mean: 131.7236792198519, shape: 0.6898542422116527,
        logLikelihood: -69.30372073549928, means: [55.66319893670339, 486.2749397686329],
        shapes: [0.4049271292140514, 1.036348429527821], source: mpmath),
      KnownFit(
        family: .weibull, isCensored: true, mean: 242.8165965577426, shape: 0.6666607759511121,
        logLikelihood: -74.12466517371817, means: [105.1091771086034, 1180.750921817129],
        shapes: [0.3887908139542312, 1.014925094585806], source: mpmath),
      KnownFit(
        family: .lognormal, isCensored: false, mean: 138.3044926549814, shape: 1.435213286243027,
        logLikelihood: -68.15749364868482, means: [50.77608250862282, 1288.782483026418],
        shapes: [0.9708091187398147, 2.433179008415359], source: mpmath),
      KnownFit(
        family: .lognormal, isCensored: true, mean: 354.6925119572144, shape: 1.692533198889354,
        logLikelihood: -73.13032254856794, means: [104.8730912139449, 7810.706468034581],
        shapes: [1.147574518969527, 2.846955704328669], source: mpmath),
      KnownFit(
        family: .gamma, isCensored: false, mean: 139.75, shape: 0.5947089933926112,
        logLikelihood: -69.94116031665773, means: [64.60870842823201, 394.1978286994456],
        shapes: [0.2579664685321701, 1.176084298395738], source: mpmath),
      KnownFit(
        family: .gamma, isCensored: true, mean: 235.5285908637448, shape: 0.5827442580219512,
        logLikelihood: -74.57653696204771, means: [112.0552696945141, 741.1901596240409],
        shapes: [0.2765939917294263, 1.090208151648266], source: mpmath),
      KnownFit(
        family: .hyperexponential, isCensored: false, mean: 114.515891136378,
        shape: 2.060794767457595, logLikelihood: -68.12201025469059,
        means: [54.64564447080981, 252.8139486507969],
        shapes: [1.063907972622508, 6.405465751853384],
        source: mpmath + "; the least cv by " + scipy),
      // The exponential law's likelihood is within the threshold, so cv has no bounds but 1.
      KnownFit(
        family: .hyperexponential, isCensored: true, mean: 162.9029142878505,
        shape: 1.752881542361526, logLikelihood: -74.31392580856943,
        means: [80.54693414580807, 545.4137437279128], shapes: [1, .infinity], source: mpmath),
    ]
  }

  @Suite("Fits against independent maxima")
  struct KnownFitTests {
    @Test("mean, shape and likelihood", arguments: KnownFit.all)
    func maxima(known: KnownFit) throws {
      let sample = known.isCensored ? try LifeSample.sixteen() : try LifeSample.twelve()
      let fit = try LifeFit.maximumLikelihood(known.family, of: sample)
      let intervals = try fit.intervals()
      let (mean, shape) = (try #require(intervals.first), try #require(intervals.last))
      #expect(intervals.map(\.name) == ["mean", try #require(known.family.shapeName)])
      #expect(intervals.allSatisfy { $0.method == .profileLikelihood })
      #expect(mean.estimate == fit.law.mean.seconds)
      #expect(isClose(mean.estimate, known.mean, 1e-9))
      #expect(isClose(shape.estimate, known.shape, 1e-9))
      #expect(isClose(try #require(fit.logLikelihood), known.logLikelihood, 1e-13))
      #expect(isClose(mean.low, known.means[0], 2e-8) && isClose(mean.high, known.means[1], 2e-8))
      #expect(isClose(shape.low, known.shapes[0], 2e-8))
      #expect(isClose(shape.high, known.shapes[1], 2e-8))
    }

    /// Chi-square quantiles by scipy 1.17: 2 T / chi2.ppf(0.975 and 0.025, 2 n).
    @Test(
      "exponential lives, from one on, exactly",
      arguments: [
        ([40.0], 10.843401227272674, 1579.9156082082884),
        ([40, 60], 17.94802592043649, 412.8660991071338),
      ])
    func exponential(lives: [Double], low: Double, high: Double) throws {
      let sample = try LifeSample(seconds: lives)
      let fit = try LifeFit.best(of: sample)
      let interval = try #require(try fit.intervals().first)
      #expect(fit.family == .exponential && interval.method == .exact)
      #expect(isClose(interval.low, low, 1e-12) && isClose(interval.high, high, 1e-12))
    }

    /// Roots of x - 1 - log x = 1.959964² / 24 by scipy 1.17, brentq.
    @Test("censored exponential lives by likelihood")
    func censoredExponential() throws {
      let fit = try LifeFit.maximumLikelihood(.exponential, of: .sixteen())
      let interval = try #require(try fit.intervals().first)
      #expect(isClose(interval.estimate, 211, 1e-15) && interval.method == .profileLikelihood)
      #expect(isClose(interval.low, 125.80741715088953, 1e-12))
      #expect(isClose(interval.high, 394.02970118344615, 1e-12))
    }

    @Test("Erlang's phases are the likeliest whole shape")
    func erlang() throws {
      let sample = try LifeSample(seconds: [1, 2, 3])
      let fit = try LifeFit.maximumLikelihood(.erlang, of: sample)
      #expect(fit.law == .erlang(mean: try Duration(seconds: 2), phases: 5))
      let best = try #require(fit.logLikelihood)
      for phases in [4, 6] {
        let law = try LifeDistribution(.erlang(mean: fit.law.mean, phases: phases))
        let value = try sample.complete.reduce(0.0) { try $0 + logarithm(law.density(at: $1)) }
        #expect(value < best)
      }
      let shape = try #require(try fit.intervals().last)
      #expect(shape.low == 1 && shape.high.rounded() == shape.high && shape.high > 5)
    }

    /// Root of Σ (b - 5) / (b - c) = 5 over c = 7 and 9, and the likelihood there, by scipy 1.17.
    @Test("a uniform law's end beyond its censored lives")
    func uniform() throws {
      let sample = try LifeSample(seconds: [6, 5, 8], censored: [7, 9, 3])
      let fit = try LifeFit.maximumLikelihood(.uniform, of: sample)
      guard case .uniform(let from, let to) = fit.law else { throw NotUniform() }
      #expect(from.seconds == 5 && isClose(to.seconds, 10.632993161855453, 1e-11))
      #expect(isClose(try #require(fit.logLikelihood), -6.862733232328637, 1e-12))
      #expect(try fit.intervals().allSatisfy { $0.method == .conservativeLikelihood })
    }

    private struct NotUniform: Error {}

    @Test("equal lives are a fixed length, and nothing else is better")
    func fixed() throws {
      let sample = try LifeSample(seconds: [30, 30, 30], censored: [10])
      let ranking = try LifeFit.ranked(of: sample)
      #expect(ranking.fits.first?.law == .fixed(.seconds(30)))
      #expect(ranking.fits.first?.aic == nil)
      #expect(ranking.fits.map(\.family).contains(.exponential))
    }
  }
#endif
