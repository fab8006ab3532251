import OutageSimulation
import Quantities
import ServiceLevels
import Testing
import Topology

/// Runs that stop as soon as a promise is known to be met often enough, or not.
@Suite("Decisions about contracts")
struct ContractDecisionTests {
  private func request(_ required: Double, mtbf: Double) throws -> OutageSimulation {
    let agreement = try ServiceLevelAgreement("gold", target: try .percent("99.9"), per: .month)
    let question = ContractQuestion(agreement)
    var request = SimulationRequest(horizon: question.span)
    request.contracts = [question]
    request.stopping = .untilDecided(try .percent(required), atMost: .seconds(20))
    let life = Life.laws(
      mtbf: .exponential(mean: try Duration(mtbf, .hour)), mttr: .exponential(mean: .hours(1)))
    let topology = try Topology { Service("shop", 1, of: 1, life) }
    return try OutageSimulation(topology, of: "shop", request)
  }

  /// From steady state P(met in 30 d) of MTBF 999 h and MTTR 1 h is 0.6877 by Takács 1957.
  @Test(
    "are right on either side", arguments: [(60.0, true), (68, true), (69.5, false), (95, false)])
  func decided(required: Double, isMet: Bool) async throws {
    let result = await (try request(required, mtbf: 999)).run()
    #expect(result.ending == .decided)
    #expect(try #require(result.contracts.first).isMet(required / 100) == isMet)
  }

  @Test("a system that hardly fails is decided within a few looks")
  func rare() async throws {
    let result = await (try request(95, mtbf: 1e7)).run()
    #expect(result.ending == .decided)
    #expect(try #require(result.contracts.first).isMet(0.95))
  }

  /// Many histories miss one day of 365, and one in some thousand misses all of them: P(met) is
  /// 99.952 %. Within 60 seeds 27 decisions by the normal law were wrong.
  @Test("don't trust the error of windows that are missed all together")
  func dependentWindows() async throws {
    let agreement = try ServiceLevelAgreement("gold", target: try .percent("99.8"), per: .day)
    let question = ContractQuestion(agreement)
    let topology = try Topology {
      Part("x", .percent(99.9997, mttr: .minutes(15)))
      Part(
        "c",
        .laws(
          mtbf: .exponential(mean: .days(14_596_350)), mttr: .fixed(.days(3_650))))
      System("s", "x" & "c")
    }
    for seed in 1...6 {
      var request = SimulationRequest(horizon: question.span)
      request.contracts = [question]
      request.seed = UInt64(seed)
      request.stopping = .runs(8_192)
      let result = await (try OutageSimulation(topology, of: "s", request)).run()
      let estimates = try #require(result.contracts.first)
      #expect(estimates.isMet(try .percent("99.96")) != true)
      #expect(estimates.isMet(try .percent("90")) == true)
    }
  }

  @Test("nothing drawn can be missed more often than there are outages")
  func hardlyEverDown() async throws {
    let agreement = try ServiceLevelAgreement("all", target: .certain, per: .year)
    let question = ContractQuestion(agreement, windows: 1)
    let topology = try Topology {
      Service("b", 1, of: 2, .percent(99.999999, mttr: .minutes(1)))
    }
    var request = SimulationRequest(horizon: question.span)
    request.contracts = [question]
    request.stopping = .untilDecided(try .percent(95), atMost: .seconds(20))
    let result = await (try OutageSimulation(topology, of: "b", request)).run()
    #expect(result.ending == .decided)
    let missed = try #require(result.contracts.first?.missed)
    #expect(missed.value < 1e-8 && missed.value > 0 && (missed.standardError ?? 0) > 0)
  }

  @Test("nonsense is refused by name")
  func refusals() throws {
    let agreement = try ServiceLevelAgreement("gold", target: try .percent("99.9"), per: .month)
    let life = Life.laws(
      mtbf: .exponential(mean: .days(30)), mttr: .exponential(mean: .hours(1)))
    let topology = try Topology { Service("shop", 1, of: 1, life) }
    func refusal(_ change: (inout SimulationRequest) throws -> Void) throws -> SimulationError? {
      var request = SimulationRequest(horizon: .days(30))
      try change(&request)
      do throws(SimulationError) {
        _ = try OutageSimulation(topology, of: "shop", request)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      try refusal { $0.stopping = .untilDecided(try .percent(95), atMost: .seconds(1)) }
        == .noContract)
    #expect(
      try refusal { $0.stopping = .untilDecided(.certain, atMost: .seconds(1)) }
        == .required(.certain))
    let year = ContractQuestion(agreement)
    #expect(
      try refusal { $0.contracts = [year] }
        == .contractSpan("gold", .days(360), horizon: .days(30)))
    let errors = try ServiceLevelAgreement(
      "e", target: try .percent("99.9"), per: .month, isRolling: true,
      counted: .errors(above: try .percent(5)))
    #expect(
      try refusal { $0.contracts = [ContractQuestion(errors, windows: 1)] } == .rollingErrors("e"))
  }
}

extension ContractEstimates {
  /// Whether the figure lies above a share.
  fileprivate func isMet(_ share: Double) -> Bool { met.value >= share }
}
