import LifeDistributions
import Quantities
import Testing
import Topology

@Suite("What has no answer is refused by a typed error")
struct RefusalTests {
  private let exponential = Law.exponential(mean: .minutes(30))

  @Test(
    "parameters that make no law",
    arguments: [
      .exponential(mean: .zero), .weibull(mean: .hours(1), shape: 0),
      .weibull(mean: .hours(1), shape: .nan), .lognormal(mean: .hours(1), sigma: -1),
      .gamma(mean: .hours(1), shape: .infinity), .erlang(mean: .hours(1), phases: 0),
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 0.9),
      .uniform(from: .hours(2), to: .hours(1)), .fixed(.zero),
      .weibull(mean: .hours(1), shape: 1e-3),
      .gamma(mean: .hours(1), shape: .leastNonzeroMagnitude),
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 1e200),
    ] as [Law])
  func laws(law: Law) {
    #expect(throws: LifeDistributionError.self) { try LifeDistribution(law) }
  }

  @Test(
    "observations that make no law", arguments: [[], [.zero, .zero]] as [[Quantities.Duration]])
  func observations(lives: [Quantities.Duration]) {
    #expect(throws: ObservedLivesError.self) { try ObservedLives(lives) }
  }

  @Test("a density or a hazard of single lengths")
  func densities() throws {
    let fixed = try LifeDistribution(.fixed(.hours(1)))
    let empirical = try LifeDistribution(.empirical(ObservedLives([.hours(1)])))
    for (life, law) in [(fixed, "a fixed length"), (empirical, "an empirical law")] {
      let error = LifeDistributionError.noDensity(law: law)
      #expect(throws: error) { try life.density(at: .hours(1)) }
      #expect(throws: error) { try life.hazard(at: .hours(1)) }
    }
  }

  @Test("the certain quantile of a law without end")
  func certainQuantile() throws {
    let life = try LifeDistribution(exponential)
    #expect(throws: LifeDistributionError.unbounded) { try life.quantile(of: .certain) }
    #expect(try life.quantile(of: .impossible) == .zero)
  }

  @Test("orders of moments outside 0 to 170", arguments: [-1, 171, .max])
  func orders(order: Int) throws {
    let life = try LifeDistribution(exponential)
    #expect(throws: LifeDistributionError.self) { try life.moment(order) }
    #expect(try life.moment(0) == 1)
  }

  @Test("moments beyond the largest Double")
  func overflows() throws {
    let error = LifeDistributionError.tooLarge("the moment of order 170")
    #expect(throws: error) { try LifeDistribution(exponential).moment(170) }
    let heavy = try LifeDistribution(.lognormal(mean: .hours(1), sigma: 40))
    #expect(throws: LifeDistributionError.tooLarge("the variance")) { try heavy.variance() }
    #expect("\(error)" == "the moment of order 170 is larger than 1.8e308")
  }

  #if GSL
    /// Parameters and ages at the ends of what a `Double` holds: an error is an answer, NaN is not.
    @Test(
      "no function returns NaN",
      arguments: [
        .weibull(mean: .hours(1), shape: 0.01), .weibull(mean: .hours(1), shape: 1e6),
        .lognormal(mean: .hours(1), sigma: 1e-9), .lognormal(mean: .hours(1), sigma: 1e3),
        .gamma(mean: .hours(1), shape: 1e-9), .gamma(mean: .hours(1), shape: 1e-300),
        .gamma(mean: .hours(1), shape: 1e12), .erlang(mean: .years(9), phases: .max),
        .hyperexponential(mean: .hours(1), coefficientOfVariation: 1e9),
        .hyperexponential(mean: .hours(1), coefficientOfVariation: 1e100),
        .uniform(from: .zero, to: .seconds(1)),
      ] as [Law])
    func extremes(law: Law) throws {
      let life = try LifeDistribution(law)
      for seconds in [
        0, .leastNonzeroMagnitude, 1e-300, 1e-9, 3_599.999, 3_600, 1e9, 1e300,
        .greatestFiniteMagnitude,
      ] {
        for value in values(of: life, at: try Duration(seconds: seconds)) {
          #expect(!value.isNaN, "\(seconds)")
        }
      }
      for tail in [.leastNonzeroMagnitude, 1e-300, 1e-10, 0.5] {
        for probability in [lower(tail), upper(tail)] {
          let quantile = try? life.quantile(of: probability).seconds
          #expect(quantile?.isNaN != true, "\(tail)")
        }
      }
    }

    private func values(of life: LifeDistribution, at age: Quantities.Duration) -> [Double] {
      let tails = try? life.distribution(at: age)
      return [
        tails?.value, tails?.complement, try? life.density(at: age), try? life.hazard(at: age),
        try? life.partialMean(from: age).seconds, try? life.expectedExcess(over: age).seconds,
        try? life.expectedMinimum(with: age).seconds, try? life.variance(), try? life.moment(3),
      ].compactMap { $0 }
    }
  #else
    private typealias Function =
      @Sendable (LifeDistribution) throws(LifeDistributionError) -> Double

    private static let functions: [(name: String, function: Function)] = [
      (
        "distribution",
        { (life) throws(LifeDistributionError) in
          try life.distribution(at: .hours(1)).value
        }
      ),
      ("density", { (life) throws(LifeDistributionError) in try life.density(at: .hours(1)) }),
      ("hazard", { (life) throws(LifeDistributionError) in try life.hazard(at: .hours(1)) }),
      (
        "quantile",
        { (life) throws(LifeDistributionError) in
          try life.quantile(of: lower(0.1)).seconds
        }
      ),
      ("moment", { (life) throws(LifeDistributionError) in try life.moment(2) }),
      (
        "partial mean",
        { (life) throws(LifeDistributionError) in
          try life.partialMean(from: .hours(1)).seconds
        }
      ),
      (
        "excess",
        { (life) throws(LifeDistributionError) in
          try life.expectedExcess(over: .hours(1)).seconds
        }
      ),
      (
        "minimum",
        { (life) throws(LifeDistributionError) in
          try life.expectedMinimum(with: .hours(1)).seconds
        }
      ),
    ]

    /// What a law lacks; all else is there.
    static let lacks: [(law: Law, functions: Set<String>)] = [
      (
        .gamma(mean: .hours(1), shape: 2.5),
        ["distribution", "hazard", "quantile", "partial mean", "excess", "minimum"]
      ),
      (
        .gamma(mean: .hours(1), shape: 12),
        ["distribution", "density", "hazard", "quantile", "partial mean", "excess", "minimum"]
      ),
      (.weibull(mean: .hours(1), shape: 1.5), ["partial mean", "excess", "minimum"]),
      (.lognormal(mean: .hours(1), sigma: 1), ["hazard", "quantile", "excess"]),
      (.exponential(mean: .hours(1)), []), (.uniform(from: .hours(1), to: .hours(2)), []),
      (.hyperexponential(mean: .hours(1), coefficientOfVariation: 2), []),
    ]

    @Test("what needs GSL names it, in a build without", arguments: lacks)
    func withoutGSL(law: Law, lacking: Set<String>) throws {
      let life = try LifeDistribution(law)
      for (name, function) in Self.functions {
        do throws(LifeDistributionError) {
          let value = try function(life)
          #expect(!lacking.contains(name) && value.isFinite, "\(name)")
        } catch {
          guard case .needsGSL(let function) = error else {
            Issue.record("\(error)")
            continue
          }
          #expect(lacking.contains(name) && !function.isEmpty, "\(name)")
          #expect("\(error)".hasSuffix("build with the package trait GSL"))
        }
      }
    }
  #endif
}
