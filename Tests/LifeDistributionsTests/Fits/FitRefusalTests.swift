import LifeDistributions
import Quantities
import Testing
import Topology

@Suite("Lives that have no fit are refused by name")
struct FitRefusalTests {
  @Test("no life was seen to end", arguments: LifeFamily.allCases)
  func noCompleteLife(family: LifeFamily) throws {
    let watched = LifeSample(complete: [], censored: [.hours(8_760)])
    let error = #expect(throws: LifeFitError.self) {
      try LifeFit.maximumLikelihood(family, of: watched)
    }
    guard case .noCompleteLife(let bound?)? = error else { return #expect(Bool(false)) }
    // 8760 h over -log 0.05.
    #expect(abs(bound.seconds / 3600 - 2924.16) < 0.005)
    #expect(throws: LifeFitError.noCompleteLife(meanAtLeast: nil)) {
      try LifeFit.maximumLikelihood(family, of: LifeSample(complete: []))
    }
    #expect(throws: LifeFitError.self) { try LifeFit.ranked(of: watched) }
  }

  @Test("the mean that none of the lives reached")
  func meanWithoutEnd() throws {
    let watched = LifeSample(complete: [], censored: [.hours(8_000), .hours(760)])
    let interval = try ParameterInterval.meanWithoutEnd(of: watched, confidence: 0.95)
    #expect(abs(interval.low / 3600 - 2924.16) < 0.005)
    #expect(interval.high == .infinity && interval.estimate == .infinity)
    #expect(interval.method == .exact && interval.confidence == 0.95)
    let ended = LifeSample(complete: [.hours(1)])
    #expect(throws: LifeFitError.self) { try ParameterInterval.meanWithoutEnd(of: ended) }
    let nothing = LifeSample(complete: [], censored: [.zero])
    #expect(throws: LifeFitError.self) { try ParameterInterval.meanWithoutEnd(of: nothing) }
  }

  @Test("one life, or two", arguments: LifeFamily.allCases)
  func fewLives(family: LifeFamily) throws {
    let one = LifeSample(complete: [.hours(1)], censored: [.minutes(1)])
    let two = LifeSample(complete: [.hours(1), .hours(2)])
    for sample in [one, two] where family != .exponential {
      let error = LifeFitError.tooFewLives(
        family: family, complete: sample.complete.count, needed: 3)
      #expect(throws: error) { try LifeFit.maximumLikelihood(family, of: sample) }
      #expect(error.description.contains("fit exponential"))
    }
    let fit = try LifeFit.maximumLikelihood(.exponential, of: two)
    #expect(fit.law == .exponential(mean: .minutes(90)))
    #expect(fit.aicc == nil && fit.aic != nil)
  }

  @Test("lives of 0 s", arguments: [LifeFamily.weibull, .lognormal, .gamma, .erlang])
  func zero(family: LifeFamily) throws {
    let sample = LifeSample(complete: [.zero, .hours(1), .hours(2)])
    #expect(throws: LifeFitError.lifeOfZero(family: family)) {
      try LifeFit.maximumLikelihood(family, of: sample)
    }
    _ = try LifeFit.maximumLikelihood(.exponential, of: sample)
    let nothing = LifeSample(complete: [.zero, .zero, .zero])
    #expect(throws: LifeFitError.noTime) { try LifeFit.maximumLikelihood(family, of: nothing) }
  }

  @Test(
    "lives that are as good as equal",
    arguments: [LifeFamily.weibull, .lognormal, .gamma, .erlang, .uniform])
  func equal(family: LifeFamily) throws {
    let third = try Duration(seconds: 3600.1)
    for lives in [[.hours(1), .hours(1), .hours(1)], [.hours(1), .hours(1), third]] {
      #expect(throws: LifeFitError.equalLives(family: family)) {
        try LifeFit.maximumLikelihood(family, of: LifeSample(complete: lives))
      }
    }
  }

  @Test("a fixed length of lives that differ")
  func different() {
    let lives = [
      LifeSample(complete: [.hours(1), .hours(2), .hours(2)]),
      LifeSample(complete: [.hours(1), .hours(1), .hours(1)], censored: [.hours(2)]),
    ]
    for sample in lives {
      #expect(throws: LifeFitError.differentLives) {
        try LifeFit.maximumLikelihood(.fixed, of: sample)
      }
    }
  }

  @Test("confidences out of range", arguments: [0, 1, -0.5, 95, .nan])
  func confidence(value: Double) throws {
    let fit = try LifeFit.maximumLikelihood(.exponential, of: LifeSample(complete: [.hours(1)]))
    #expect(throws: LifeFitError.self) { try fit.intervals(confidence: value) }
  }

  #if GSL
    /// Never a value that is not a number, and never the end of the process.
    @Test("lives at the ends of what a number holds", arguments: LifeFamily.allCases)
    func extremes(family: LifeFamily) throws {
      let lives: [[Double]] = [
        [.leastNonzeroMagnitude, 1, 1e300], [1e-300, 2e-300, 5e-300], [1e300, 2e300, 1e301],
        [1, 1e150, 1e160], [1e-200, 1e-100, 1], [0, 0, 1], [1, 1, 1.001], [1e308, 1e308, 1e308],
      ]
      for complete in lives {
        for censored in [[], [0], [1e-300], [1e300]] {
          let sample = try LifeSample(seconds: complete, censored: censored)
          guard let fit = try? LifeFit.maximumLikelihood(family, of: sample) else { continue }
          #expect(fit.logLikelihood?.isNaN != true)
          #expect(fit.law.mean.seconds.isFinite)
          for interval in (try? fit.intervals()) ?? [] {
            #expect(!interval.low.isNaN && !interval.high.isNaN)
            #expect(interval.low <= interval.estimate && interval.estimate <= interval.high)
          }
        }
      }
    }
  #else
    @Test(
      "families whose functions this build leaves out", arguments: [LifeFamily.weibull, .gamma])
    func withoutLibrary(family: LifeFamily) throws {
      let error = #expect(throws: LifeFitError.self) {
        try LifeFit.maximumLikelihood(family, of: try .twelve())
      }
      guard case .function(.needsGSL)? = error else { return #expect(Bool(false)) }
    }

    @Test("families that need no library are fitted without it")
    func withoutNeed() throws {
      for family in [LifeFamily.exponential, .uniform, .hyperexponential] {
        _ = try LifeFit.maximumLikelihood(family, of: try .twelve())
      }
    }
  #endif
}
