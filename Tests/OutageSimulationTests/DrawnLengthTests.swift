import LifeDistributions
import Quantities
import RandomStreams
import Testing
import Topology

@testable import OutageSimulation

/// What is drawn against the laws' distribution functions, which know nothing of the drawing. All
/// bounds fail one time in a million.
@Suite("Drawn lengths follow the laws' distribution functions")
struct DrawnLengthTests {
  static let laws: [Law] = [
    .exponential(mean: .hours(1)), .weibull(mean: .hours(1), shape: 0.6),
    .weibull(mean: .hours(1), shape: 3), .lognormal(mean: .hours(1), sigma: 0.4),
    .lognormal(mean: .hours(1), sigma: 1.255), .gamma(mean: .hours(1), shape: 0.3),
    .gamma(mean: .hours(1), shape: 4.5), .erlang(mean: .hours(1), phases: 3),
    .hyperexponential(mean: .hours(1), coefficientOfVariation: 2.5),
    .uniform(from: .minutes(20), to: .minutes(100)),
  ]

  private func lives(
    _ law: Law, covering: Bool = false, count: Int, seed: UInt64
  ) throws -> [Quantities.Duration] {
    var laws = LawCatalogue()
    var sampled = covering ? SampledLaw(law).lengthBiased : SampledLaw(law)
    sampled.buffer = laws.buffer(of: sampled.variate)
    sampled.table = laws.table(of: law)
    var pool = try VariatePool(laws)
    pool.restart(seed: seed, block: 0)
    return try (0..<count).map { _ in try Duration(seconds: pool.draw(sampled) * 1e-9) }
  }

  #if GSL
    /// 2.6935: 2 exp(-2 x²) = 1e-6 of Kolmogorov's law. 12.46: √3 erfc(√x) = 1e-6, the tail of A² (its
    /// largest term, χ² / 2, with the constant of the others; Anderson and Darling 1952).
    @Test("by the distances of Kolmogorov and of Anderson and Darling", arguments: laws)
    func distances(law: Law) throws {
      let count = 100_000
      let lives = try lives(law, count: count, seed: 90)
      let life = try LifeDistribution(law)
      let sample = LifeSample(complete: lives)
      let largest = try FitDistance.kolmogorovSmirnov.between(sample, life)
      #expect(largest * Double(count).squareRoot() < 2.6935)
      #expect(try FitDistance.andersonDarling.between(sample, life) < 12.46)
    }

    /// The interval that covers an instant is longer than t with probability E[R; R >= t] / E[R].
    @Test("covering intervals by Kolmogorov's distance", arguments: laws)
    func covering(law: Law) throws {
      let count = 50_000
      let life = try LifeDistribution(law)
      let ordered = try lives(law, covering: true, count: count, seed: 91).sorted()
      var largest = 0.0
      for (place, age) in ordered.enumerated() {
        let shorter = 1 - (try life.partialMean(from: age).seconds) / life.mean.seconds
        largest = max(
          largest, abs(shorter - Double(place) / Double(count)),
          abs(Double(place + 1) / Double(count) - shorter))
      }
      #expect(largest * Double(count).squareRoot() < 2.6935)
    }

    /// Laws drawn by inversion, in their far tails: the same word must give the same length.
    @Test("quantiles of the drawing agree with the laws' own", arguments: laws)
    func quantiles(law: Law) throws {
      let (sampled, life) = (SampledLaw(law), try LifeDistribution(law))
      for power in [1, 3, 10, 40, 100, 300] {
        let tail = try Probability.nines(power).complement
        guard let drawn = sampled.quantile(tail: tail) else { continue }
        let known = try life.quantile(of: Probability(uncheckedValue: 1 - tail, complement: tail))
        #expect(abs(drawn / known.seconds / 1e9 - 1) < 1e-12, "1e-\(power)")
      }
    }
  #endif

  @Test("a fixed length is always itself")
  func fixed() throws {
    for law in [Law.fixed(.minutes(7)), .empirical(try ObservedLives([.minutes(7)]))] {
      for covering in [false, true] {
        let lives = try lives(law, covering: covering, count: 100, seed: 92)
        #expect(lives.allSatisfy { abs($0.seconds - 420) < 1e-9 })
      }
    }
  }
}
