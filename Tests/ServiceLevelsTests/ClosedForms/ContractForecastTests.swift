import LifeDistributions
import Quantities
import ServiceLevels
import Testing
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Exact forecasts of promises, and closed forms of what the rules count.
@Suite("Contract forecasts")
struct ContractForecastTests {
  private func agreement(
    _ target: Double, per window: Window = .month, _ ladder: [(Double, Double)] = [],
    cap: Double? = nil, counted rule: MeasuringRule = .continuous
  ) throws -> ServiceLevelAgreement {
    let steps = try ladder.map {
      CreditLadder.Step(credit: try .percent($0.0), below: try .percent($0.1))
    }
    return try ServiceLevelAgreement(
      "gold", target: try .percent(target), per: window, counted: rule,
      credits: steps.isEmpty ? nil : try CreditLadder(steps), cap: try cap.map { try .percent($0) })
  }

  private func process() throws -> AlternatingProcess {
    try AlternatingProcess(mtbf: .hours(1_999), restoration: .exponential(mean: .hours(1)))
  }

  /// The lowest tier missed; sums of gamma tails with 30 digits.
  @Test("expected credits")
  func credits() throws {
    let process = try process()
    let ec2 = try agreement(99.99, [(10, 99.99), (30, 99), (100, 95)])
    let rds = try agreement(99.95, [(10, 99.95), (25, 99), (100, 95)])
    let first = try process.forecast(of: ContractQuestion(ec2), start: .up)
    let second = try process.forecast(of: ContractQuestion(rds), start: .up)
    #expect(abs(try #require(first.expectedCredit) - 0.0286126174207) < 1e-12)
    #expect(abs(try #require(second.expectedCredit) - 0.0224995540978) < 1e-12)
    #expect(abs(first.met.value - 0.715140488572) < 1e-11)
    #expect(abs(second.met.value - 0.775954456106) < 1e-11)
    #expect(first.reached.count == 3)
  }

  @Test("a cap limits what is paid, and no ladder pays nothing known")
  func cap() throws {
    let process = try process()
    let capped = try agreement(99.99, [(10, 99.99), (30, 99), (100, 95)], cap: 10)
    let forecast = try process.forecast(of: ContractQuestion(capped), start: .up)
    let broken = forecast.met.complement
    #expect(abs(try #require(forecast.expectedCredit) - 0.1 * broken) < 1e-15)
    let bare = try process.forecast(of: ContractQuestion(try agreement(99.99)))
    #expect(bare.expectedCredit == nil && bare.reached.isEmpty)
  }

  @Test("a calendar month is one of 400 years of them")
  func calendar() throws {
    let process = try process()
    var met = 0.0
    for (days, count) in [(28.0, 303.0), (29, 97), (30, 1_600), (31, 2_800)] {
      let month = Window.duration(try Duration(seconds: days * 86_400))
      let question = ContractQuestion(try agreement(99.95, per: month))
      met += count / 4_800 * (try process.forecast(of: question).met.value)
    }
    let calendar = ContractQuestion(try agreement(99.95, per: .calendarMonth))
    #expect(abs(try process.forecast(of: calendar).met.value - met) < 1e-14)
  }

  @Test("of a month begun, what is left counts against what is left of the budget")
  func begun() throws {
    let process = try process()
    let gold = try agreement(99.95)
    func met(_ counted: Double) throws -> Double {
      let begun = ContractQuestion.BegunWindow(
        counted: try Duration(seconds: counted * 60), left: .days(9))
      return try process.forecast(of: try ContractQuestion(gold, given: begun)).met.value
    }
    let known = try process.downtime(atMost: try Duration(seconds: 9.6 * 60), in: .days(9))
    #expect(abs(try met(12) - known.value) < 1e-12)
    #expect(try met(21.7) == 0)
  }

  @Test("a budget that is spent exactly is kept while nothing more happens")
  func spent() throws {
    let process = try process()
    for (target, minutes) in [(99.99, 4.32), (99.98, 8.64), (99.95, 21.6)] {
      let begun = ContractQuestion.BegunWindow(
        counted: try Duration(seconds: minutes * 60), left: .days(9))
      let question = try ContractQuestion(try agreement(target), given: begun)
      let clean = try process.downtime(atMost: .zero, in: .days(9))
      #expect(try process.forecast(of: question).met == clean)
    }
  }

  @Test("what can't be summed over, or rolls, is refused")
  func refusals() throws {
    let short = try AlternatingProcess(
      mtbf: .days(1), restoration: .exponential(mean: try Duration(seconds: 1e-15)))
    #expect(throws: AlternatingProcessError.self) {
      try short.downtime(atMost: .days(1), in: .days(30))
    }
    let rolling = try ServiceLevelAgreement(
      "gold", target: try .percent(99.9), per: .month, isRolling: true)
    let process = try process()
    #expect(throws: AlternatingProcessError.rolling) {
      try process.forecast(of: ContractQuestion(rolling))
    }
  }

  @Test("other rules have no exact law")
  func rules() throws {
    let process = try process()
    for rule in [MeasuringRule.wholeMinutes, .runs(of: .minutes(5)), .averageErrors] {
      let question = ContractQuestion(try agreement(99.95, counted: rule))
      #expect(throws: AlternatingProcessError.rule) { try process.forecast(of: question) }
    }
  }

  #if GSL
    /// 2.88 outages in 30 d, lognormal with median 4 min and sigma 1.3: closed forms, in minutes.
    @Test(
      "what each rule counts",
      arguments: [
        (MeasuringRule.continuous, 26.8183044), (.wholeMinutes, 24.1096386),
        (.runs(of: .minutes(1)), 26.5774361), (.runs(of: .minutes(5)), 23.3430321),
        (.cells(of: .minutes(5)), 17.1242944),
      ])
    func counted(rule: MeasuringRule, minutes: Double) throws {
      let mean = 240 * exp(1.3 * 1.3 / 2)
      let law = Law.lognormal(mean: try Duration(seconds: mean), sigma: 1.3)
      let counted = 2.88 * (try rule.expectedCount(ofOutage: law)).seconds / 60
      #expect(abs(counted - minutes) < 6e-8)
    }
  #endif

  @Test("minutes with errors: every place of the grid, for an outage of 90 s")
  func badMinutes() throws {
    for percent in [0.0, 1, 10, 25, 49] {
      let rule = MeasuringRule.errors(above: try .percent(percent))
      let share = percent / 100
      var bad = 0
      // Outages begin in the middle of 6,000 places of a minute.
      for place in 0..<6_000 {
        let start = (Double(place) + 0.5) / 6_000
        bad += (0..<4).count { minute in
          min(start + 1.5, Double(minute + 1)) - max(start, Double(minute)) > share
        }
      }
      let counted = try rule.expectedCount(ofOutage: .fixed(.seconds(90))).seconds
      #expect(abs(counted - 60 * Double(bad) / 6_000) < 0.05)
    }
  }

  @Test("a partial impact dilutes average errors, and hides below a threshold")
  func impact() throws {
    let law = Law.fixed(.minutes(10))
    #expect(
      try MeasuringRule.averageErrors.expectedCount(ofOutage: law, impact: 0.3) == .seconds(180))
    let rule = MeasuringRule.errors(above: try .percent(5))
    #expect(try rule.expectedCount(ofOutage: law, impact: 0.04) == .zero)
    #expect(try rule.expectedCount(ofOutage: law, impact: 0.06) > .minutes(8))
  }
}
