import LifeDistributions
import Quantities
import Testing
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Goodness of fit")
struct GoodnessOfFitTests {
  private func sample(_ minutes: [Double]) throws -> LifeSample {
    LifeSample(complete: try minutes.map { try Duration($0, .minute) })
  }

  private let unit: LifeDistribution

  init() throws { unit = try LifeDistribution(.uniform(from: .zero, to: .minutes(1))) }

  /// Source: the definitions by hand for the chances 1/5, 2/5 and 9/10 under a uniform law:
  /// W² = 1/36 + (1/5 - 1/6)² + (2/5 - 1/2)² + (9/10 - 5/6)², D = 2/3 - 2/5,
  /// A² = -3 - (log(0.2 × 0.1) + 3 log(0.4 × 0.6) + 5 log(0.9 × 0.8)) / 3 with mpmath.
  @Test("three lives by hand")
  func byHand() throws {
    let sample = try sample([0.9, 0.2, 0.4])
    let squares = 1.0 / 36 + 1.0 / 900 + 1.0 / 100 + 1.0 / 225
    #expect(abs(try FitDistance.cramerVonMises.between(sample, unit) / squares - 1) < 1e-13)
    #expect(
      abs(try FitDistance.kolmogorovSmirnov.between(sample, unit) / (4.0 / 15) - 1) < 1e-13)
    #expect(
      abs(try FitDistance.andersonDarling.between(sample, unit) / 0.2786308024029212 - 1) < 1e-13)
  }

  @Test("a life that the law can't have lies infinitely far")
  func impossible() throws {
    let sample = try sample([0.5, 2])
    #expect(try FitDistance.andersonDarling.between(sample, unit) == .infinity)
    #expect(try FitDistance.kolmogorovSmirnov.between(sample, unit) == 0.5)
  }

  /// Source: percentage points of the laws of the distances for a law fixed beforehand: A² 2.492 and
  /// W² 0.461 at 5 % for any size (Stephens 1974, table 1), D 0.409 for ten lives (Massey 1951).
  @Test(
    "p-values for a law fixed beforehand",
    arguments: [
      (FitDistance.andersonDarling, 2.492), (.cramerVonMises, 0.461), (.kolmogorovSmirnov, 0.409),
    ])
  func fixedLaw(kind: FitDistance, critical: Double) throws {
    let sample = try sample((1...10).map { Double($0) / 10 - 0.05 })
    let shifted = try shifted(sample, to: critical, kind)
    let test = try GoodnessOfFit(kind, of: shifted, against: unit, rounds: 40_000)
    #expect(abs(test.distance - critical) < 1e-6)
    // The tables' three digits, and W² at n = 10, are worth some 0.2 % of probability.
    let error = try #require(test.pValue.standardError)
    #expect(abs(test.pValue.value - 0.05) < 4.9 * error + 0.003)
  }

  /// The lives brought nearer to 0 until they lie as far as asked.
  private func shifted(
    _ sample: LifeSample, to distance: Double, _ kind: FitDistance
  ) throws -> LifeSample {
    var range = 0.01...1.0
    for _ in 0..<60 {
      let factor = (range.lowerBound + range.upperBound) / 2
      let isFar = try kind.between(scaled(sample, factor), unit) > distance
      range = isFar ? factor...range.upperBound : range.lowerBound...factor
    }
    return try scaled(sample, range.lowerBound)
  }

  private func scaled(_ sample: LifeSample, _ factor: Double) throws -> LifeSample {
    LifeSample(complete: try sample.complete.map { try Duration(seconds: $0.seconds * factor) })
  }

  private static func exponential(_ sample: LifeSample) -> LifeDistribution? {
    let sum = sample.complete.reduce(0) { $0 + $1.seconds }
    guard let mean = try? Duration(seconds: sum / Double(sample.complete.count)) else { return nil }
    return try? LifeDistribution(.exponential(mean: mean))
  }

  /// Source: the 5 % point of A² (1 + 0.6 / n) for an exponential law of fitted mean, 1.321 (Stephens
  /// 1986, table 4.14).
  @Test("p-values for a fitted law")
  func fittedLaw() throws {
    let lives = (1...20).map { Double($0) / 20 - 0.025 }
    var range = 2.0...12.0
    func powers(_ exponent: Double) throws -> LifeSample {
      try self.sample(lives.map { pow($0, exponent) * 100 })
    }
    func distance(_ exponent: Double) throws -> Double {
      let sample = try powers(exponent)
      let fitted = try #require(Self.exponential(sample))
      return try FitDistance.andersonDarling.between(sample, fitted)
    }
    for _ in 0..<60 {
      let middle = (range.lowerBound + range.upperBound) / 2
      let isFar = try distance(middle) * (1 + 0.6 / 20) > 1.321
      range = isFar ? range.lowerBound...middle : middle...range.upperBound
    }
    let sample = try powers(range.lowerBound)
    let fitted = try #require(Self.exponential(sample))
    let test = try GoodnessOfFit(
      of: sample, fitted: fitted, rounds: 20_000, seed: 5, refit: Self.exponential)
    let error = try #require(test.pValue.standardError)
    #expect(abs(test.pValue.value - 0.05) < 4.9 * error + 0.003)
    #expect(test.failures == 0)
  }

  @Test("one seed gives one answer, and another a different one")
  func seeds() throws {
    let sample = try sample([3, 5, 6, 9, 11, 12, 15, 16, 19, 24])
    let fitted = try #require(Self.exponential(sample))
    func test(_ seed: UInt64) throws -> GoodnessOfFit {
      try GoodnessOfFit(
        of: sample, fitted: fitted, rounds: 199, seed: seed, refit: Self.exponential)
    }
    #expect(try test(1) == test(1))
    #expect(Set(try (1...5).map { try test($0).pValue }).count > 1)
  }

  @Test("fits that fail count against no law")
  func failures() throws {
    let sample = try sample([1, 2, 3])
    let fitted = try #require(Self.exponential(sample))
    let test = try GoodnessOfFit(of: sample, fitted: fitted, rounds: 99) { _ in nil }
    #expect(test.failures == 99)
    #expect(test.pValue.value == 1)
  }

  @Test("what has no honest answer is refused")
  func refusals() throws {
    let censored = LifeSample(complete: [.minutes(1)], censored: [.minutes(2)])
    let fixed = try LifeDistribution(.fixed(.minutes(1)))
    let observed = try LifeDistribution(.empirical(ObservedLives([.minutes(1)])))
    for kind in FitDistance.allCases {
      #expect(throws: LifeDistributionError.self) { try kind.between(censored, unit) }
      #expect(throws: LifeDistributionError.self) {
        try kind.between(LifeSample(complete: []), unit)
      }
      for law in [fixed, observed] {
        #expect(throws: LifeDistributionError.self) {
          try kind.between(LifeSample(complete: [.minutes(1)]), law)
        }
      }
    }
    for rounds in [0, 18, 1_000_001, -5] {
      #expect(throws: LifeDistributionError.self) {
        try GoodnessOfFit(
          of: LifeSample(complete: [.minutes(1)]), against: unit, rounds: rounds)
      }
    }
  }
}
