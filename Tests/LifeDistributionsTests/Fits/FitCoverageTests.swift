#if GSL
  import LifeDistributions
  import Quantities
  import Testing
  import Topology

  /// 2,000 samples of a law.
  struct CoverageCase: Sendable, CustomTestStringConvertible {
    let law: Law
    let family: LifeFamily
    let count: Int
    let shape: Double?

    init(_ law: Law, _ family: LifeFamily, count: Int = 50, shape: Double? = nil) {
      (self.law, self.family, self.count, self.shape) = (law, family, count, shape)
    }

    var testDescription: String { "\(law)" }

    static let all: [CoverageCase] = [
      CoverageCase(.exponential(mean: .hours(1)), .exponential),
      CoverageCase(.weibull(mean: .hours(1), shape: 0.7), .weibull, shape: 0.7),
      CoverageCase(.weibull(mean: .hours(1), shape: 2), .weibull, shape: 2),
      CoverageCase(.lognormal(mean: .hours(1), sigma: 1.255), .lognormal, shape: 1.255),
      CoverageCase(.lognormal(mean: .hours(1), sigma: 0.5), .lognormal, shape: 0.5),
      CoverageCase(.gamma(mean: .hours(1), shape: 0.5), .gamma, shape: 0.5),
      CoverageCase(.gamma(mean: .hours(1), shape: 2.5), .gamma, shape: 2.5),
      CoverageCase(.erlang(mean: .hours(1), phases: 3), .erlang, shape: 3),
      // Fewer lives often can't tell it from an exponential law, and its intervals are too wide then.
      CoverageCase(
        .hyperexponential(mean: .hours(1), coefficientOfVariation: 3), .hyperexponential,
        count: 150, shape: 3),
      CoverageCase(.uniform(from: .minutes(10), to: .minutes(110)), .uniform),
    ]
  }

  /// The standard error of a share of 95 % of 2,000 is 0.5 %.
  @Suite("95 % intervals cover the truth in 93 to 97 % of 2,000 samples")
  struct FitCoverageTests {
    private static let runs = 2_000

    @Test("complete lives", arguments: CoverageCase.all)
    func complete(coverage: CoverageCase) throws {
      for (name, share) in try shares(coverage, isCensored: false) {
        #expect((0.93...0.97).contains(share), "\(name): \(share)")
      }
    }

    @Test("lives of which 30 % are censored", arguments: CoverageCase.all)
    func censored(coverage: CoverageCase) throws {
      // A uniform law's intervals are conservative then.
      let greatest = coverage.family == .uniform ? 1 : 0.97
      for (name, share) in try shares(coverage, isCensored: true) {
        #expect((0.93...greatest).contains(share), "\(name): \(share)")
      }
    }

    private func shares(
      _ coverage: CoverageCase, isCensored: Bool
    ) throws -> [String: Double] {
      var lives = FitLives(seed: isCensored ? 2 : 1)
      var hits: [String: Int] = [:]
      for _ in 0..<Self.runs {
        let sample = try lives.sample(
          of: coverage.law, count: coverage.count, isCensored: isCensored)
        let fit = try LifeFit.maximumLikelihood(coverage.family, of: sample)
        for interval in try fit.intervals() {
          let truth = coverage[interval.name]
          let covers = interval.low <= truth && truth <= interval.high
          hits[interval.name, default: 0] += covers ? 1 : 0
        }
      }
      return hits.mapValues { Double($0) / Double(Self.runs) }
    }
  }

  extension CoverageCase {
    /// The true value of a parameter; not a number where the law has none of that name.
    fileprivate subscript(name: String) -> Double {
      switch (name, law) {
      case ("mean", _): law.mean.seconds
      case ("from", .uniform(let from, _)): from.seconds
      case ("to", .uniform(_, let to)): to.seconds
      default: shape ?? .nan
      }
    }
  }
#endif
