import Assessment
import OutageSimulation
import Quantities
import Testing
import Topology

@Suite("Comparisons")
struct ComparisonTests {
  @Test("are exact where both are, and say which is down less")
  func exact() async throws {
    let assessor = try LongRunSystems.assessor(
      LongRunSystems.part("a", .component(try LongRunSystems.component(99, 1))),
      LongRunSystems.part("b", .component(try LongRunSystems.component(999, 1))),
      LongRunSystems.part("c", .all([.name("a"), .component(.perfect)])))
    let comparison = try #require(try await assessor.comparison(of: ["a", "b", "c"]))
    #expect(comparison.method == .exact)
    #expect(comparison.best == 1)
    let difference = comparison.difference(from: 0, to: 1)
    #expect(difference.verdict == .less)
    #expect(abs((difference.ratio ?? 0) - 10) < 1e-12)
    #expect(abs(difference.secondsPerYear.value + 0.009 * 31_536_000) < 1e-6)
    #expect(comparison.difference(from: 1, to: 0).verdict == .more)
    #expect(comparison.difference(from: 0, to: 2).verdict == .equal)
    #expect(abs((comparison.subjects[0].outagesPerYear?.value ?? 0) - 87.6) < 1e-12)
  }

  @Test("with something that is never down have no ratio")
  func never() async throws {
    let assessor = try LongRunSystems.assessor(
      LongRunSystems.part("a", .component(try LongRunSystems.component(99, 1))),
      LongRunSystems.part("b", .component(.perfect)))
    let comparison = try #require(try await assessor.comparison(of: ["a", "b"]))
    #expect(comparison.difference(from: 0, to: 1).ratio == nil)
    #expect(comparison.difference(from: 0, to: 1).verdict == .less)
  }

  /// A pair with a slow switch, and the same behind one more component.
  private func pairs() throws -> Assessor {
    let failover = Failover(detection: .minutes(10), switching: .fixed(.minutes(20)))
    let pair = Expression.failover(
      primary: .component(try LongRunSystems.component(100, 5)), standby: .component(.perfect),
      failover)
    return try LongRunSystems.assessor(
      LongRunSystems.part("pair", pair),
      LongRunSystems.part(
        "behind", .all([.name("pair"), .component(try LongRunSystems.component(2_000, 2))])))
  }

  @Test("are simulated side by side where one has a history")
  func simulated() async throws {
    let assessor = try pairs()
    let comparison = try #require(try await assessor.comparison(of: ["behind", "pair"]))
    #expect(comparison.method == .simulated)
    #expect(comparison.refusal != nil)
    // The component's own downtime while the pair is up: U_c A_pair, with 30 min of 105 h down.
    let own = 2.0 / 2_002
    let alone = own * (1 - 0.5 / 105)
    let difference = comparison.difference(from: 1, to: 0)
    #expect(abs(try deviation(difference.unavailability, from: alone)) < 5)
    #expect(difference.verdict == .more)
    #expect(!difference.isExact)
  }

  @Test("can be simulated although they are exact, with the seed and the runs asked for")
  func asked() async throws {
    var request = SimulationRequest()
    request.seed = 4
    request.stopping = .runs(500)
    let assessor = try LongRunSystems.site()
    let comparison = try #require(
      try await assessor.comparison(of: ["web", "site"], simulating: request))
    #expect(comparison.result?.replications == 500)
    #expect(comparison.result?.seed == 4)
    #expect(comparison.refusal == nil)
  }

  @Test("end when their task is cancelled, with what there is")
  func cancelled() async throws {
    let assessor = try pairs()
    var request = SimulationRequest()
    request.stopping = .within(.hours(1))
    let task = Task { try await assessor.comparison(of: ["pair", "behind"], simulating: request) }
    task.cancel()
    let comparison = try await task.value
    #expect(comparison == nil || comparison?.result?.ending == .interrupted)
  }

  @Test("of answers before and after a change add both errors")
  func change() throws {
    let before = try LongRunSystems.site().availability(of: "site")
    let change = AvailabilityChange(before: before, after: before)
    #expect(change.difference.verdict == .equal)
    #expect(change.difference.isExact)
    #expect(change.assumptions == before.assumptions)
  }
}
