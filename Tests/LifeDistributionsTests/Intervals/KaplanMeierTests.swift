import LifeDistributions
import Quantities
import Testing
import Topology

@Suite("Kaplan-Meier curves")
struct KaplanMeierTests {
  private func days(_ numbers: [UInt32]) -> [Quantities.Duration] { numbers.map { .days($0) } }

  /// Weeks of remission under 6-mercaptopurine (Freireich et al. 1963).
  private func remission() throws -> KaplanMeierCurve {
    try KaplanMeierCurve(
      LifeSample(
        complete: days([6, 6, 6, 7, 10, 13, 16, 22, 23]),
        censored: days([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])))
  }

  /// Source: Kalbfleisch and Prentice 1980, table 1.2 (three to four digits).
  @Test("a published sample: survival and Greenwood's error")
  func published() throws {
    let steps = try remission().steps
    let known = [
      (6, 21, 3, 0.857, 0.0764), (7, 17, 1, 0.807, 0.0869), (10, 15, 1, 0.753, 0.0963),
      (13, 12, 1, 0.690, 0.1068), (16, 11, 1, 0.627, 0.1141), (22, 7, 1, 0.538, 0.1282),
      (23, 6, 1, 0.448, 0.1346),
    ]
    #expect(steps.count == known.count)
    for (step, (age, atRisk, ended, survival, error)) in zip(steps, known) {
      #expect(step.age == .days(UInt32(age)))
      #expect(step.atRisk == atRisk)
      #expect(step.ended == ended)
      #expect(abs(step.survival.value - survival) < 6e-4)
      #expect(abs(try #require(step.standardError) - error) < 6e-5)
      #expect(abs(step.survival.value + step.survival.complement - 1) < 1e-15)
    }
  }

  /// Source: by hand. Of 4 one ends at 1 d; of the 2 left at 3 d one ends, a censored one having left
  /// at 2 d; the last one ends at 4 d.
  @Test("a small sample by hand")
  func byHand() throws {
    let curve = try KaplanMeierCurve(
      LifeSample(complete: days([4, 1, 3]), censored: days([2])))
    #expect(curve.steps.map(\.survival.value) == [0.75, 0.375, 0])
    #expect(curve.steps.map(\.survival.complement) == [0.25, 0.625, 1])
    #expect(curve.steps.map(\.relativeVariance) == [1.0 / 12, 1.0 / 12 + 0.5, .infinity])
    #expect(curve.survival(at: .zero) == .certain)
    #expect(curve.survival(at: .days(3))?.value == 0.375)
    #expect(curve.survival(at: .years(9)) == .impossible)
    #expect(curve.steps.last?.standardError == nil)
  }

  @Test("without censoring it is the empirical distribution function")
  func empirical() throws {
    let lives: [Quantities.Duration] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5].map { .minutes($0) }
    let curve = try KaplanMeierCurve(LifeSample(complete: lives))
    let law = try LifeDistribution(.empirical(ObservedLives(lives)))
    for minute in 0...10 as ClosedRange<UInt32> {
      let survival = try #require(curve.survival(at: .minutes(minute)))
      let known = try law.survival(at: .minutes(minute))
      #expect(abs(survival.value - known.value) < 1e-15)
      #expect(abs(survival.complement - known.complement) < 1e-15)
    }
  }

  @Test("what lies beyond a censored end is unknown, and what has no life is refused")
  func unknown() throws {
    let curve = try KaplanMeierCurve(LifeSample(complete: days([1]), censored: days([5])))
    #expect(curve.survival(at: .days(5))?.value == 0.5)
    #expect(curve.survival(at: .days(6)) == nil)
    let none = try KaplanMeierCurve(LifeSample(complete: [], censored: days([5])))
    #expect(none.steps.isEmpty)
    #expect(none.survival(at: .days(4)) == .certain)
    #expect(none.survival(at: .days(6)) == nil)
    #expect(throws: LifeDistributionError.self) {
      try KaplanMeierCurve(LifeSample(complete: []))
    }
  }

  #if GSL
    /// Source: the median of 23 weeks is published with the sample; the intervals are the formula's,
    /// exp(-(-ln S) e^(± z σ / -ln S)) with exact fractions for S and σ, in mpmath.
    @Test("intervals by log(-log S)")
    func intervals() throws {
      let curve = try remission()
      for (age, low, high) in [
        (6, 0.61971795526598378, 0.95155174764699703),
        (13, 0.431610222486184, 0.84906596334945081),
        (23, 0.18805200595923234, 0.68014262849524151),
      ] as [(UInt32, Double, Double)] {
        let interval = try #require(
          try curve.interval(at: .days(age), confidence: lower(0.95)))
        #expect(agree(interval.low.value, low), "\(age)")
        #expect(agree(interval.high.value, high), "\(age)")
        #expect(abs(interval.low.value + interval.low.complement - 1) < 1e-15)
      }
      #expect(try curve.interval(at: .days(5), confidence: lower(0.95)) == nil)
      #expect(try curve.interval(at: .days(36), confidence: lower(0.95)) == nil)
    }

    @Test("the median, its interval, and ages that the curve never reaches")
    func median() throws {
      let curve = try remission()
      let median = try curve.median(confidence: lower(0.95))
      #expect(median.value == .days(23))
      #expect(median.low == .days(13))
      #expect(median.high == nil)
      let rare = try curve.age(exceededBy: lower(0.1), confidence: lower(0.95))
      #expect(rare.value == nil)
      #expect(rare.high == nil)
      #expect(throws: LifeDistributionError.self) { try curve.median(confidence: .certain) }
    }

    /// Exponential lives under exponential censoring: the interval at the true median holds 1/2 in
    /// some 95 % of cases, within what 2,000 samples can tell and the approximation of 60 lives.
    @Test("the interval covers the truth")
    func coverage() throws {
      var random = TestNumbers(seed: 20_260)
      let law = try LifeDistribution(.exponential(mean: .hours(1)))
      let age = try law.quantile(of: lower(0.5))
      var hits = 0.0
      for _ in 0..<2_000 {
        var (complete, censored): ([Quantities.Duration], [Quantities.Duration]) = ([], [])
        for _ in 0..<60 {
          let life = try law.quantile(of: random.chance())
          let watched = try law.quantile(of: random.chance()).seconds * 2
          if life.seconds <= watched {
            complete.append(life)
          } else {
            censored.append(try Duration(seconds: watched))
          }
        }
        let curve = try KaplanMeierCurve(LifeSample(complete: complete, censored: censored))
        let interval = try #require(try curve.interval(at: age, confidence: lower(0.95)))
        if interval.low.value <= 0.5, 0.5 <= interval.high.value { hits += 1 }
      }
      #expect((0.925...0.975).contains(hits / 2_000), "\(hits / 2_000)")
    }
  #else
    @Test("intervals need GSL, by name")
    func withoutGSL() throws {
      let curve = try remission()
      #expect(
        throws: LifeDistributionError.needsGSL(function: "the quantile of the normal law")
      ) { try curve.median(confidence: lower(0.95)) }
    }
  #endif
}

/// Random chances for tests: SplitMix64 (Steele, Lea and Flood 2014).
struct TestNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// An even chance, both tails exact.
  mutating func chance() -> Probability {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    let number = (Double((word ^ word >> 31) >> 12) + 0.5) * 0x1p-52
    return Probability(uncheckedValue: number, complement: 1 - number)
  }
}
