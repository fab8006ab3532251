import OutageSimulation
import Quantities
import ServiceLevels
import Testing
import Topology

/// Simulated windows of promises beside closed forms.
@Suite("Simulated contracts")
struct ContractSimulationTests {
  private func simulate(
    _ life: Life, _ questions: [ContractQuestion], runs: Int,
    _ change: (inout SimulationRequest) -> Void = { _ in }
  ) async throws -> SimulationResult {
    let topology = try Topology { Service("shop", 1, of: 1, life) }
    var request = SimulationRequest(horizon: questions.map(\.span).max() ?? .days(30))
    request.contracts = questions
    request.sampling = .plain
    request.stopping = .runs(runs)
    change(&request)
    return await (try OutageSimulation(topology, of: "shop", request)).run()
  }

  private func exponential(_ mtbf: Double, _ mttr: Double) throws -> Life {
    .laws(
      mtbf: .exponential(mean: try Duration(mtbf, .hour)),
      mttr: .exponential(mean: try Duration(mttr, .hour)))
  }

  /// 2.88 outages in 30 d on average, lognormal with median 4 min and sigma 1.3.
  private func lognormal() throws -> Life {
    let mean = 9.311911214 * 60
    return .laws(
      mtbf: .exponential(mean: try Duration(seconds: 2_592_000 / 2.88 - mean)),
      mttr: .lognormal(mean: try Duration(seconds: mean), sigma: 1.3))
  }

  private func promise(
    _ percent: String, _ rule: MeasuringRule, per window: Window = .month
  ) throws -> ContractQuestion {
    ContractQuestion(
      try ServiceLevelAgreement(
        "gold", target: try .percent(percent), per: window, counted: rule), windows: 12)
  }

  private static let rules: [(rule: MeasuringRule, minutes: Double)] = [
    (.continuous, 26.8183044), (.wholeMinutes, 24.1096386),
    (.runs(of: .minutes(1)), 26.5774361), (.runs(of: .minutes(5)), 23.3430321),
    (.cells(of: .minutes(5)), 17.1242944),
  ]

  /// E[R], E[R; R >= m] and E[(R - c)+] of 2.88 outages; windows of 10 y make their edges negligible,
  /// which the closed forms leave out.
  @Test("the same outages under each rule agree with the closed forms")
  func expectations() async throws {
    let questions = try Self.rules.map {
      ContractQuestion(
        try ServiceLevelAgreement(
          "gold", target: try .percent("99.95"), per: .duration(.years(10)), counted: $0.rule),
        windows: 1)
    }
    let result = try await simulate(try lognormal(), questions, runs: 16_384)
    #expect(result.contracts.count == Self.rules.count)
    for (contract, (rule, minutes)) in zip(result.contracts, Self.rules) {
      let monthly = contract.counted.divided(by: 60 * 3_650 / 30.0)
      #expect(abs(monthly.deviation(from: minutes)) < 4, "\(rule)")
      #expect(try #require(monthly.relativeError) < 2e-3)
    }
  }

  /// P(month >= 99.95 %), to three digits by a simulation of another kind.
  @Test("the same outages meet a promise as often as the rule has it")
  func verdicts() async throws {
    let known = [0.597, 0.645, .nan, 0.652, 0.770]
    let questions = try Self.rules.map { try promise("99.95", $0.rule) }
    let result = try await simulate(try lognormal(), questions, runs: 65_536)
    let met = result.contracts.map(\.met.value)
    for (met, known) in zip(met, known) where known.isFinite { #expect(abs(met - known) < 0.002) }
    #expect(met[0] < met[1] && met[1] < met[4] && met[2] < met[3] && met[3] < met[4])
  }

  /// One component from steady state: Takács 1957, as ``AlternatingProcess`` sums it.
  @Test("one component: P(met), credits and their steps as the closed form has them")
  func closedForm() async throws {
    let ladder = try CreditLadder([
      .init(credit: try .percent(10), below: try .percent("99.99")),
      .init(credit: try .percent(30), below: try .percent(99)),
      .init(credit: .certain, below: try .percent(95)),
    ])
    for window in [Window.month, .calendarMonth, .duration(.days(28)), .quarter] {
      let agreement = try ServiceLevelAgreement(
        "gold", target: try .percent("99.99"), per: window, credits: ladder)
      let question = ContractQuestion(agreement)
      let process = try AlternatingProcess(
        mtbf: try Duration(1999, .hour), restoration: .exponential(mean: .hours(1)))
      let known = try process.forecast(of: question)
      let result = try await simulate(try exponential(1999, 1), [question], runs: 131_072)
      let found = try #require(result.contracts.first)
      #expect(abs(found.met.deviation(from: known.met.value)) < 4.9)
      for (step, chance) in zip(found.reached, known.reached) {
        #expect(abs(step.deviation(from: chance.value)) < 4.9)
      }
      let credit = try #require(found.credit)
      #expect(abs(credit.deviation(from: try #require(known.expectedCredit))) < 4.9)
    }
  }

  /// From up only the first window begins with all new: the first of 12 is not the rest.
  @Test("P(met in one window) from up, KNOWN: 0.688308108973")
  func fromUp() async throws {
    let agreement = try ServiceLevelAgreement("gold", target: try .percent("99.9"), per: .month)
    let question = ContractQuestion(agreement, windows: 1)
    let result = try await simulate(try exponential(999, 1), [question], runs: 524_288) {
      $0.start = .up
    }
    let found = try #require(result.contracts.first)
    #expect(abs(found.met.deviation(from: 0.688308108973)) < 4.9)
    #expect(found.metRunning == found.met)
  }

  /// Long outages span windows, so that consecutive ones are met together more often than
  /// independent ones would be; short ones are nearly independent.
  @Test("met n times running is joint over one history, and not the power of one window")
  func joint() async throws {
    let agreement = try ServiceLevelAgreement("gold", target: try .percent(90), per: .day)
    let question = ContractQuestion(agreement, windows: 10)
    let long = try await simulate(try exponential(240, 100), [question], runs: 65_536)
    let found = try #require(long.contracts.first)
    let error = try #require(found.metRunning.standardError)
    let power = (0..<10).reduce(1.0) { product, _ in product * found.met.value }
    #expect(found.metRunning.value > power + 20 * error)
    // A day is met after a day that was up to its end: no failure for 10 d at least.
    #expect(found.metRunning.value > 0.7 * 0.3 && found.metRunning.value < 240.0 / 340)
  }

  @Test("a window begun is judged by what was counted, and what is left")
  func begun() async throws {
    let agreement = try ServiceLevelAgreement("gold", target: try .percent("99.95"), per: .month)
    let process = try AlternatingProcess(
      mtbf: try Duration(500, .hour), restoration: .exponential(mean: .minutes(20)))
    for minutes: UInt32 in [0, 12, 21] {
      let question = try ContractQuestion(
        agreement, given: .init(counted: .minutes(minutes), left: .days(9)))
      let known = try process.forecast(of: question)
      let result = try await simulate(try exponential(500, 1.0 / 3), [question], runs: 262_144)
      #expect(abs(try #require(result.contracts.first).met.deviation(from: known.met.value)) < 4.9)
    }
  }

  @Test("a window whose budget is overdrawn is lost, and owes its credit whatever follows")
  func overdrawn() async throws {
    let ladder = try CreditLadder([
      .init(credit: try .percent(10), below: try .percent("99.95")),
      .init(credit: try .percent(30), below: try .percent(99)),
    ])
    let agreement = try ServiceLevelAgreement(
      "gold", target: try .percent("99.95"), per: .month, credits: ladder)
    let question = try ContractQuestion(
      agreement, given: .init(counted: .minutes(22), left: .days(9)))
    let process = try AlternatingProcess(
      mtbf: try Duration(500, .hour), restoration: .exponential(mean: .minutes(20)))
    let known = try process.forecast(of: question)
    let result = try await simulate(try exponential(500, 1.0 / 3), [question], runs: 65_536)
    let found = try #require(result.contracts.first)
    #expect(found.met == Estimate(0, standardError: 0, low: 0, high: 0) && known.met.value == 0)
    #expect(found.reached[0].value == 1)
    // The second step is less probable than one in 10^8.
    #expect(abs(try #require(found.credit).value - (known.expectedCredit ?? .nan)) < 1e-8)
    let later = 9 * 86_400 * process.availability.complement
    #expect(abs(found.counted.deviation(from: 22 * 60 + later)) < 4.9)
  }

  @Test("conditioned sampling of rare outages agrees with the closed form")
  func conditioned() async throws {
    let agreement = try ServiceLevelAgreement("gold", target: try .percent("99.999"), per: .month)
    let process = try AlternatingProcess(
      mtbf: .years(100), restoration: .exponential(mean: .minutes(2)))
    let life = Life.laws(
      mtbf: .exponential(mean: .years(100)), mttr: .exponential(mean: .minutes(2)))
    let question = ContractQuestion(agreement, windows: 1)
    let known = try process.forecast(of: question)
    let result = try await simulate(life, [question], runs: 262_144) { $0.sampling = .conditioned }
    let missed = try #require(result.contracts.first?.met)
    let error = try #require(missed.standardError)
    #expect(abs(missed.value - known.met.value) < 4.9 * error)
    #expect(error < 0.01 * known.met.complement)
  }

  @Test("the most generous promise is broken as seldom as asked")
  func mostGenerous() async throws {
    let question = try promise("99.9", .continuous)
    let result = try await simulate(try exponential(500, 0.5), [question], runs: 65_536)
    let share = try #require(
      result.contracts.first?.unavailability(breachedAtMost: 0.05))
    let process = try AlternatingProcess(
      mtbf: try Duration(500, .hour), restoration: .exponential(mean: .minutes(30)))
    let breach = try process.downtime(
      atMost: try Duration(seconds: share.value * 2_592_000), in: .days(30))
    #expect(abs(breach.complement - 0.05) < 0.001)
  }

  @Test("asking about contracts changes no history, and threads change no figure")
  func sameHistories() async throws {
    let questions = [try promise("99.95", .cells(of: .minutes(5)), per: .calendarMonth)]
    let life = try lognormal()
    let asked = try await simulate(life, questions, runs: 20_000) { $0.threads = 1 }
    let again = try await simulate(life, questions, runs: 20_000) { $0.threads = 2 }
    #expect(asked == again)
    let plain = try await simulate(life, [], runs: 20_000) { $0.horizon = asked.horizon }
    #expect(plain.downtime == asked.downtime && plain.outageLengths == asked.outageLengths)
  }
}
