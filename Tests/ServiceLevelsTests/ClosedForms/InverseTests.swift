import LifeDistributions
import Quantities
import ServiceLevels
import Testing
import Topology

/// What it takes to keep a promise.
@Suite("Inverses of forecasts")
struct InverseTests {
  private func process(_ mtbf: Double, _ mttr: Double) throws -> AlternatingProcess {
    try AlternatingProcess(
      mtbf: try Duration(seconds: mtbf * 3_600),
      restoration: .exponential(mean: try Duration(seconds: mttr * 3_600)))
  }

  private func question(
    _ target: Double, per window: Window = .month, counted rule: MeasuringRule = .continuous
  ) throws -> ContractQuestion {
    ContractQuestion(
      try ServiceLevelAgreement("gold", target: try .percent(target), per: window, counted: rule))
  }

  private func isClose(_ ours: Double, _ known: Double, _ digits: Double = 2e-9) -> Bool {
    abs(ours - known) <= digits * known
  }

  /// MTBF 1999 h, MTTR 1 h, 30 d from up: sums of gamma tails with 30 digits.
  @Test(
    "the figures of a known forecast come back",
    arguments: [(99.99, 0.715140488572), (99.95, 0.775954456106)])
  func known(target: Double, chance: Double) throws {
    let process = try process(1_999, 1)
    let question = try question(target)
    let chance = try Probability.percent(chance * 100)
    let restoration = try process.longestMeanRestoration(
      meeting: question, withProbability: chance, start: .up)
    let uptime = try process.shortestMeanUpTime(
      meeting: question, withProbability: chance, start: .up)
    let promise = try process.largestTarget(of: question, withProbability: chance, start: .up)
    // Twelve digits of the chance leave nine of the figures.
    #expect(isClose(restoration.converted(to: .hour), 1, 1e-8))
    #expect(isClose(uptime.converted(to: .hour), 1_999, 1e-8))
    #expect(isClose(promise.complement, 1 - target / 100, 1e-8))
  }

  /// Source: mpmath, 40 digits; the roots of P(downtime > x) in a year of 8760 h from up.
  @Test(
    "the most generous promise is a percentile of downtime",
    arguments: [
      (1_000.0, 10.0, 81.731351151615, 50.0), (1_000, 10, 161.790706417111, 95),
      (1_000, 10, 202.630387264270, 99), (8_760, 2, 7.831966806612, 95),
      (8_760, 2, 12.346399296881, 99),
    ])
  func percentiles(mtbf: Double, mttr: Double, hours: Double, percent: Double) throws {
    let promise = try process(mtbf, mttr).largestTarget(
      of: try question(99, per: .year), withProbability: try .percent(percent), start: .up)
    #expect(isClose(promise.complement, hours / 8_760))
  }

  @Test("what is found keeps the promise, and a little less doesn't, in calendar months too")
  func sides() throws {
    let process = try process(300, 1)
    let chance = try Probability.percent(95)
    for window in [Window.month, .calendarMonth] {
      let question = try question(99.5, per: window)
      let uptime = try process.shortestMeanUpTime(meeting: question, withProbability: chance)
      for (factor, isMet) in [(1.0, true), (1 - 2e-9, false)] {
        let found = try AlternatingProcess(
          mtbf: try Duration(seconds: uptime.seconds * factor), restoration: process.restoration)
        #expect((try found.forecast(of: question).met.complement <= 0.05) == isMet)
      }
    }
  }

  @Test("fixed restorations: the longest of which as many fit as are needed")
  func fixed() throws {
    let process = try AlternatingProcess(mtbf: .hours(1_000), restoration: .fixed(.hours(1)))
    // 7.2 h are allowed; the chances of 0, 1 and 2 failures or fewer in 712.8 h are 0.490, 0.840, 0.964.
    let longest = try process.longestMeanRestoration(
      meeting: try question(99), withProbability: try .percent(90), start: .up)
    #expect(isClose(longest.converted(to: .hour), 3.6))
  }

  @Test("no downtime at all is promised where that is probable enough")
  func clean() throws {
    let promise = try process(1e6, 1).largestTarget(
      of: try question(99), withProbability: try .percent(99))
    #expect(promise == .certain)
  }

  @Test("where there is no solution, the error says on which side")
  func refusals() throws {
    let chance = try Probability.percent(99)
    #expect(throws: AlternatingProcessError.allSuffice("mean restoration")) {
      try process(1e9, 1).longestMeanRestoration(
        meeting: try question(99.9), withProbability: chance, start: .up)
    }
    #expect(throws: AlternatingProcessError.noneSuffices("mean restoration")) {
      try process(10, 1).longestMeanRestoration(
        meeting: try question(100), withProbability: chance, start: .up)
    }
    let gold = try question(99.9).agreement
    let overdrawn = try ContractQuestion(gold, given: .init(counted: .hours(1), left: .days(9)))
    #expect(throws: AlternatingProcessError.noneSuffices("mean up time")) {
      try process(10, 1).shortestMeanUpTime(meeting: overdrawn, withProbability: chance)
    }
    let nearlyOver = try ContractQuestion(gold, given: .init(counted: .zero, left: .minutes(5)))
    #expect(throws: AlternatingProcessError.allSuffice("mean up time")) {
      try process(10, 1).shortestMeanUpTime(meeting: nearlyOver, withProbability: chance)
    }
    #expect(throws: AlternatingProcessError.chance) {
      try process(10, 1).largestTarget(of: try question(99), withProbability: .certain)
    }
    let cells = try question(99, counted: .wholeMinutes)
    #expect(throws: AlternatingProcessError.rule) {
      try process(10, 1).largestTarget(of: cells, withProbability: chance)
    }
  }

  #if GSL
    @Test("lognormal restorations keep their shape")
    func lognormal() throws {
      let process = try AlternatingProcess(
        mtbf: .hours(500), restoration: .lognormal(mean: .hours(1), sigma: 1))
      let question = try question(99.5)
      let longest = try process.longestMeanRestoration(
        meeting: question, withProbability: try .percent(90))
      func met(_ mean: Double) throws -> Double {
        let law = Law.lognormal(mean: try Duration(seconds: mean), sigma: 1)
        return try AlternatingProcess(mtbf: .hours(500), restoration: law)
          .forecast(of: question).met.value
      }
      #expect(abs(try met(longest.seconds) - 0.9) < 1e-8)
      #expect(try met(longest.seconds * (1 + 1e-6)) < 0.9)
    }
  #endif
}
