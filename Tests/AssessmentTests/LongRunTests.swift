import Assessment
import Quantities
import StructureFunctions
import Testing
import Topology

@Suite("Long-run answers by either engine")
struct LongRunTests {
  private func simulated(_ assessor: Assessor, _ name: String) async throws -> AvailabilityAnswer {
    try #require(await (try assessor.longRun(of: name, using: .simulated)).answer())
  }

  @Test("simulated figures agree with exact ones")
  func agreement() async throws {
    let assessor = try LongRunSystems.site()
    let exact = try assessor.availability(of: "site")
    let answer = try await simulated(assessor, "site")
    let estimates = try #require(answer.estimates)
    #expect(answer.method == .simulated && exact.estimates == nil)
    let deviations = [
      try deviation(estimates.unavailability, from: exact.availability.complement),
      try deviation(estimates.availability, from: exact.availability.value),
      try deviation(estimates.nines, from: exact.availability.nines),
      try deviation(estimates.full, from: exact.full.value),
      try deviation(estimates.expectedLevel, from: exact.expectedLevel.value),
      try deviation(estimates.outagesPerYear, from: try #require(exact.outageFrequency).perYear),
      try deviation(estimates.meanOutage, from: try #require(exact.meanOutage).seconds),
      try deviation(estimates.meanUptime, from: try #require(exact.meanUptime).seconds),
    ]
    for deviation in deviations { #expect(abs(deviation) < 4.9) }
    #expect(try #require(estimates.unavailability.relativeError) <= 0.01)
    #expect(answer.levels.map(\.level) == [1])
    #expect(answer.availability.complement == estimates.unavailability.value)
  }

  @Test("simulated levels agree with exact ones")
  func levels() async throws {
    let assessor = try LongRunSystems.journeys()
    let exact = try assessor.availability(of: "shop")
    let answer = try await simulated(assessor, "shop")
    let estimates = try #require(answer.estimates)
    #expect(answer.levels.map(\.level) == exact.levels.map(\.level))
    for (place, level) in exact.levels.enumerated() {
      let found = estimates.levels[place]
      #expect(abs(try deviation(found.probability, from: level.probability)) < 4.9)
      #expect(abs(try deviation(found.atLeast, from: level.atLeast.value)) < 4.9)
      #expect(abs(try deviation(found.less, from: level.atLeast.complement)) < 4.9)
    }
    #expect(abs(try deviation(estimates.full, from: exact.full.value)) < 4.9)
    #expect(abs(try deviation(estimates.expectedLevel, from: exact.expectedLevel.value)) < 4.9)
  }

  @Test("the exact engine answers where it can")
  func exact() throws {
    guard case .exact(let answer) = try LongRunSystems.site().longRun(of: "site") else {
      Issue.record("simulated")
      return
    }
    #expect(answer.method == .exact)
  }

  //  primary   ______          ______      Up for 100 h, down for 5 h: the standby serves half an hour
  //                  |________|            after a failure, unless the primary is back before:
  //  service   ______     ____________     U = E[min(R, 1/2 h)] / 105 h with E = 5 h (1 - e^-0.1).
  //                  |___|
  @Test("what has a history is simulated, and says so")
  func history() async throws {
    let assessor = try LongRunSystems.pair()
    let refusal = StructureFunctionError.followsHistory("pair", behaviour: "failover")
    guard case .simulation(let question) = try assessor.longRun(of: "pair") else {
      Issue.record("exact")
      return
    }
    #expect(question.refusal == refusal)
    let answer = try #require(question.answer(await question.simulation.run()))
    let estimates = try #require(answer.estimates)
    let unavailability = 5 * 0.09516258196404048 / 105
    #expect(abs(try deviation(estimates.unavailability, from: unavailability)) < 4.9)
    #expect(abs(try deviation(estimates.outagesPerYear, from: 8_760.0 / 105)) < 4.9)
    #expect(throws: AssessmentError.exact(refusal)) {
      _ = try assessor.longRun(of: "pair", using: .exact)
    }
    #expect(try assessor.explanation(of: "pair").refusal == refusal)
    #expect(try assessor.explanation(of: "pair").method == .simulated)
  }

  @Test("importance is refused with what can be asked instead")
  func importance() throws {
    let assessor = try LongRunSystems.pair()
    let error = #expect(throws: AssessmentError.self) {
      _ = try assessor.importance(of: "pair")
    }
    let text = """
      what matters is worked out exactly or not at all, and the failover of pair follows from its \
      history; `simulate pair` shows the causes of its downtime
      """
    #expect(error?.description == text)
  }

  @Test("what can't fail is never down, for certain")
  func neverDown() async throws {
    let assessor = try LongRunSystems.assessor(LongRunSystems.part("a", .component(.perfect)))
    let answer = try await simulated(assessor, "a")
    #expect(answer.availability == .certain)
    #expect(answer.estimates?.unavailability.high == 0)
    #expect(answer.estimates?.outagesPerYear == nil)
  }

  @Test("an availability alone is enough where no part with a history reads it")
  func untimed() async throws {
    let component = try Component(availability: .nines(2))
    let pair = Expression.failover(
      primary: .component(try LongRunSystems.component(100, 5)), standby: .component(.perfect),
      Failover(detection: .minutes(1)))
    let site = Expression.all([.component(component), pair])
    let answer = try await simulated(
      try LongRunSystems.assessor(LongRunSystems.part("site", site)), "site")
    // The pair is down for a minute in 105 h, less where the primary is back sooner.
    let known = 1 - 0.99 * (1 - 5 / 105.0 * (1 - 0.99667221605))
    let down = try #require(answer.estimates).unavailability
    #expect(abs(down.value - known) < 4.9 * (try #require(down.standardError)))
    #expect(answer.outageFrequency == nil)
    #expect(answer.assumptions.contains { $0.hasPrefix("outages are unknown: site has no mttr") })
  }

  @Test("failover is assumed to be instant only where nothing else is said")
  func assumptions() async throws {
    let instant = "failover is instant and always works"
    let standby = Expression.standby(
      primary: .component(try LongRunSystems.component(100, 5)), standby: .component(.perfect))
    let plain = try LongRunSystems.assessor(LongRunSystems.part("pair", standby))
    #expect(try plain.availability(of: "pair").assumptions.contains(instant))
    let timed = await (try LongRunSystems.pair().longRun(of: "pair")).answer()
    #expect(try #require(timed).assumptions.contains(instant) == false)
  }
}
