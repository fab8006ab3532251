import Assessment
import CapacityPlanning
import OutageSimulation
import Quantities
import Testing
import Topology

/// What single changes save, where simulation has to tell.
@Suite("Simulated improvements")
struct ImprovementTests {
  /// Up and down for hours on average, both exponential.
  private static func component(_ up: UInt32, _ down: UInt32) throws -> Component {
    try Component(mtbf: .exponential(mean: .hours(up)), mttr: .exponential(mean: .hours(down)))
  }

  /// A pair whose switch takes half an hour, which is down 0.5 h in 105 h, behind `parts` components.
  private static func system(parts: Int = 1) throws -> Topology {
    let failover = Failover(detection: .minutes(10), switching: .fixed(.minutes(20)))
    let primary = try component(100, 5)
    let pair = Expression.failover(
      primary: .component(primary), standby: .component(.perfect), failover)
    let part = try component(99, 1)
    let names = (1...parts).map { "lb\($0)" }
    return try Topology(
      definitions: names.map { Definition($0, .expression(.component(part))) } + [
        Definition("pair", .expression(pair)),
        Definition("s", .expression(.all((names + ["pair"]).map { .name($0) }))),
      ])
  }

  private static func draws(_ runs: Int, seed: UInt64 = 1) -> SimulationRequest {
    var request = ImprovementAnswer.usualDraws
    request.seed = seed
    request.stopping = .runs(runs)
    return request
  }

  @Test("save what they save where the rest is up, within the error that is told")
  func saved() async throws {
    let answer = try #require(
      try await ImprovementAnswer.ranking(Self.system(), of: "s", simulating: Self.draws(2_000)))
    #expect(answer.method == .simulated && answer.result?.replications == 2_000)
    #expect(
      answer.unpriced.prefix(2).map(\.change)
        == [.second(of: "lb1"), .restorationHalved(of: "lb1")])
    // U of the component is 0.01; two at once have its square, half the time 0.5 / 99.5.
    let rest = 1 - 0.5 / 105
    let truths = [0.01 - 0.0001, 0.01 - 0.5 / 99.5].map { $0 * rest * 43_200 }
    for (row, truth) in zip(answer.unpriced, truths) {
      let error = try #require(row.minutesSavedPerMonth.standardError)
      #expect(abs(row.minutesSavedPerMonth.value - truth) < 5 * error)
      #expect(error < 0.05 * truth)
      let own = answer.unavailability.value - row.unavailability.value
      #expect(abs(row.minutesSavedPerMonth.value - own * 43_200) < 1e-9)
    }
    #expect(answer.assumptions.contains { $0.hasSuffix("left out, in pair") })
  }

  @Test("are the same to the last bit for a seed")
  func seeds() async throws {
    func rows(_ seed: UInt64) async throws -> [ImprovementAnswer.Row]? {
      try await ImprovementAnswer.ranking(
        Self.system(), of: "s", simulating: Self.draws(64, seed: seed))?.changes
    }
    let first = try await rows(3)
    #expect(try await rows(3) == first)
    #expect(try await rows(4) != first)
  }

  @Test("are tried for the parts that begin the most downtime, and the rest counted")
  func most() async throws {
    let answer = try #require(
      try await ImprovementAnswer.ranking(
        Self.system(parts: 20), of: "s", simulating: Self.draws(32)))
    #expect(answer.changes.count == ImprovementAnswer.mostSimulated)
    #expect(answer.assumptions.contains { $0.hasPrefix("17 changes are not tried") })
  }

  @Test("are exact where that can be")
  func exact() async throws {
    let part = try Self.component(99, 1)
    let topology = try Topology(definitions: [Definition("a", .expression(.component(part)))])
    let ranked = try #require(try await ImprovementAnswer.ranking(topology, of: "a"))
    let exact = try ImprovementAnswer(topology, of: "a")
    #expect(ranked.method == .exact && ranked.undecided.isEmpty && ranked.changes == exact.changes)
    #expect(abs(ranked.changes[0].minutesSavedPerMonth.value - 0.0099 * 43_200) < 1e-9)
    #expect(ranked.changes[0].minutesSavedPerMonth.standardError == 0)
  }

  @Test("that are cancelled say so, or nothing")
  func cancelled() async throws {
    let topology = try Self.system(parts: 10)
    let task = Task {
      try await ImprovementAnswer.ranking(
        topology, of: "s", simulating: Self.draws(1_000_000_000))
    }
    task.cancel()
    let answer = try await task.value
    #expect(answer == nil || answer?.isInterrupted == true)
  }
}
