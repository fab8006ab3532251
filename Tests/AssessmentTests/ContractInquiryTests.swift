import Assessment
import OutageSimulation
import Quantities
import ServiceLevels
import Testing
import Topology

/// Promises of systems: which engine answers, and what it answers.
@Suite("Promises of systems")
struct ContractInquiryTests {
  private func question(
    _ percent: String, excludesMaintenance: Bool = false
  ) throws -> ContractQuestion {
    ContractQuestion(
      try ServiceLevelAgreement(
        "gold", target: try .percent(percent), per: .month,
        excludesMaintenance: excludesMaintenance))
  }

  private func request(_ question: ContractQuestion, runs: Int) -> SimulationRequest {
    var request = SimulationRequest(horizon: question.span)
    request.stopping = .runs(runs)
    return request
  }

  @Test("one component is exact, and its simulation agrees")
  func engines() async throws {
    let topology = try Topology {
      Service("lb", 1, of: 1, .mtbf(.days(40), mttr: .minutes(30)))
      Service("web", 1, of: 2, .mtbf(.days(30), mttr: .minutes(5)))
    }
    let gold = try question("99.95")
    let exact = try Assessor(topology).contract(of: "lb", gold, request(gold, runs: 10))
    let simulated = try Assessor(topology).contract(
      of: "lb", gold, request(gold, runs: 65_536), isSimulated: true)
    let required = try Probability.percent(95)
    let known = await exact.answer(required: required)
    let found = await simulated.answer(required: required)
    #expect(known.method == .exact && found.method == .simulated)
    let met = try #require(found.met)
    #expect(abs(met.value - (known.met?.value ?? 0)) < 4.9 * (met.standardError ?? 0))
    #expect(known.isMet == false && found.isMet == false)
    // The longest restoration that keeps the promise keeps it.
    let longest = try #require(known.remedies?.longestMeanRestoration)
    let mended = try AlternatingProcess(
      mtbf: .days(40), restoration: .exponential(mean: longest)
    ).forecast(of: gold)
    #expect(abs(mended.met.complement - 0.05) < 1e-8)
    #expect(
      try Assessor(topology).contract(of: "web", gold, request(gold, runs: 10)).forecast == nil)
  }

  private func maintained() throws -> Topology {
    try Topology {
      Service("db", 1, of: 1, .mtbf(.days(60), mttr: .minutes(20)))
      Service("web", 1, of: 1, .mtbf(.days(30), mttr: .minutes(10)), needs: ["db"])
      PlannedWork("patch", Maintenance(every: .days(30), lasting: .hours(1)))
      System("shop", "web" & "patch")
    }
  }

  @Test("excluded maintenance breaks no promise and spends no budget")
  func maintenance() async throws {
    let topology = try maintained()
    let required = try Probability.percent(95)
    for excludes in [false, true] {
      let gold = try question("99.9", excludesMaintenance: excludes)
      let inquiry = try Assessor(topology).contract(of: "shop", gold, request(gold, runs: 2_048))
      let counted = try #require(await inquiry.answer(required: required).estimates?.counted)
      #expect((counted.value > 3_600) == !excludes)
      #expect(inquiry.leavesMaintenanceOut == excludes)
      let simulation = try Assessor(topology).spending(
        of: "shop", request(gold, runs: 2_048), excludingMaintenance: excludes)
      let budget = try ErrorBudget(target: try .percent("99.9"), period: .month)
      let spent = Assessor(topology).waterfall(of: "shop", budget, await simulation.run())
      let kinds = Dictionary(uniqueKeysWithValues: spent.causes.map { ($0.name, $0.kind) })
      #expect(kinds["web"] == .ownFailures && kinds["db"] == .dependencies)
      #expect(kinds["patch"] == (excludes ? nil : .maintenance))
    }
  }
}
