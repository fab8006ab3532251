import LifeDistributions
import Quantities
import Testing
import Topology

/// Arguments at the ends of what a `Double` or an `Int` holds. An error is an answer; NaN is none, and
/// neither is the end of the process.
@Suite("Hostile arguments")
struct HostileArgumentTests {
  static let seconds = [
    .leastNonzeroMagnitude, 1e-300, 1e-9, 1, 3_600, 1e9, 1e15, 1e300, .greatestFiniteMagnitude,
  ]
  static let shapes = [
    -1, 0, .leastNonzeroMagnitude, 1e-300, 1e-15, 1e-3, 0.5, 1, 1e3, 1e6, 1e15, 1e300, .infinity,
    .nan,
  ]

  private static func duration(_ seconds: Double) -> Quantities.Duration {
    (try? Duration(seconds: seconds)) ?? .zero
  }

  private static let means: [Quantities.Duration] = [.zero] + seconds.map(duration)

  private static let lengths: [Law] = means.flatMap { mean in
    [
      .exponential(mean: mean), .fixed(mean), .uniform(from: .zero, to: mean),
      .uniform(from: mean, to: duration(mean.seconds.nextUp)), .uniform(from: mean, to: mean),
    ] + observed(mean)
  }

  private static func observed(_ longest: Quantities.Duration) -> [Law] {
    let samples = [[longest], [.zero, longest], [longest, longest, duration(1)]]
    return samples.compactMap { try? .empirical(ObservedLives($0)) }
  }

  /// Slow shapes with one mean each, the others with all.
  private static func shaped(_ law: (Quantities.Duration, Double) -> Law) -> [Law] {
    shapes.flatMap { shape in
      (shape > 1e3
        ? [duration(3_600)]
        : [.zero, duration(.leastNonzeroMagnitude), duration(1), duration(1e300)])
        .map { law($0, shape) }
    }
  }

  static let families: [(name: String, laws: [Law])] = [
    ("lengths", lengths), ("Weibull", shaped { .weibull(mean: $0, shape: $1) }),
    ("lognormal", shaped { .lognormal(mean: $0, sigma: $1) }),
    ("gamma", shaped { .gamma(mean: $0, shape: $1) }),
    ("hyperexponential", shaped { .hyperexponential(mean: $0, coefficientOfVariation: $1) }),
    (
      "Erlang",
      [Int.min, -1, 0, 1, 1_000, .max].map { .erlang(mean: duration(3_600), phases: $0) }
    ),
  ]

  @Test("no function of any law returns NaN", arguments: families.indices)
  func laws(family: Int) {
    for law in Self.families[family].laws {
      guard let life = try? LifeDistribution(law) else { continue }
      #expect(life.mean.seconds >= 0 && life.mean.seconds.isFinite)
      for age in Self.means {
        for value in values(of: life, at: age) where value.isNaN {
          Issue.record("NaN from \(law) at \(age.seconds)")
        }
      }
      for tail in [.leastNonzeroMagnitude, 1e-300, 1e-17, 0.3, 0.5] {
        for probability in [lower(tail), upper(tail)] {
          let quantile = try? life.quantile(of: probability).seconds
          #expect(quantile?.isNaN != true, "\(law) \(probability)")
        }
      }
      for probability in [Probability.certain, .impossible] {
        let quantile = try? life.quantile(of: probability).seconds
        #expect(quantile?.isNaN != true, "\(law) \(probability)")
      }
    }
  }

  private func values(of life: LifeDistribution, at age: Quantities.Duration) -> [Double] {
    let (tails, survival) = (try? life.distribution(at: age), try? life.survival(at: age))
    let moments = [0, 1, 3, 170].map { try? life.moment($0) }
    return
      ([
        tails?.value, tails?.complement, survival?.value, survival?.complement,
        try? life.density(at: age), try? life.hazard(at: age),
        try? life.partialMean(from: age).seconds, try? life.expectedExcess(over: age).seconds,
        try? life.expectedMinimum(with: age).seconds, try? life.variance(),
        try? life.standardDeviation().seconds,
      ] + moments).compactMap { $0 }
  }

  @Test("beta laws")
  func beta() {
    for first in Self.shapes {
      for second in Self.shapes {
        let law = BetaDistribution(first: first, second: second)
        for tail in [0, .leastNonzeroMagnitude, 1e-300, 0.5, .nan] {
          for probability in [lower(tail), upper(tail)] {
            for share in [
              try? law.quantile(of: probability), try? law.distribution(at: probability),
            ] {
              #expect(share?.value.isNaN != true, "\(law) \(probability)")
              #expect(share?.complement.isNaN != true, "\(law) \(probability)")
            }
          }
        }
      }
    }
  }

  @Test("intervals")
  func intervals() {
    let confidences = [0, .leastNonzeroMagnitude, 1e-300, 0.5, .nan].flatMap {
      [lower($0), upper($0)]
    }
    for confidence in confidences {
      for count in [Int.min, -1, 0, 1, 2, 100_000, .max] {
        for exposure in Self.means {
          let rate = try? EventRate(events: count, in: exposure)
          let interval = try? rate?.meanTimeInterval(confidence: confidence)
          #expect(interval?.low.seconds.isNaN != true)
          #expect(interval?.high?.seconds.isNaN != true)
        }
        for trials in [Int.min, 0, 1, 100_000, .max] {
          let interval = try? ProportionInterval(hits: count, of: trials, confidence: confidence)
          #expect(interval?.low.value.isNaN != true)
          #expect(interval?.high.value.isNaN != true)
        }
      }
    }
  }

  @Test("curves and distances of extreme lives")
  func samples() throws {
    let samples = [
      LifeSample(complete: Self.means, censored: Self.means), LifeSample(complete: [.zero]),
      LifeSample(complete: [], censored: Self.means), LifeSample(complete: Self.means),
    ]
    let laws = Self.families.flatMap(\.laws).prefix(60).compactMap { try? LifeDistribution($0) }
    for sample in samples {
      for law in laws {
        for kind in FitDistance.allCases {
          #expect((try? kind.between(sample, law))?.isNaN != true, "\(law.parameters)")
        }
      }
      let curve = try KaplanMeierCurve(sample)
      for age in Self.means {
        #expect(curve.survival(at: age)?.value.isNaN != true)
        let interval = try? curve.interval(at: age, confidence: lower(0.95))
        #expect(interval?.low.value.isNaN != true)
        #expect(interval?.high.value.isNaN != true)
      }
    }
  }
}
