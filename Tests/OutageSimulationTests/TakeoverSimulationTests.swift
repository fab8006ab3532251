import OutageSimulation
import Quantities
import TestSupport
import Testing
import Topology

/// Takeovers with exponential times beside their chains, solved exactly.
@Suite("Simulated takeovers agree with their chains")
struct TakeoverSimulationTests {
  private typealias Systems = BehaviourSystems

  /// Hours.
  struct Pair: Sendable, CustomTestStringConvertible {
    let primary: FailoverPairChain.Life
    let standby: FailoverPairChain.Life
    let takeover: TakeoverTimes

    var testDescription: String { "\(primary), \(standby), \(takeover)" }

    static let all = [
      Pair(
        primary: (1000, 8), standby: (300, 5),
        takeover: TakeoverTimes(switching: 0.5, coverage: 0.9, manual: 2)),
      Pair(
        primary: (2000, 4), standby: (1000, 2),
        takeover: TakeoverTimes(switching: 0.05, coverage: 0.98, manual: nil)),
      Pair(
        primary: (20_000, 0.5), standby: (4000, 0.1),
        takeover: TakeoverTimes(switching: 0.002, coverage: 0.999, manual: 0.05)),
    ]
  }

  private func failover(_ takeover: TakeoverTimes) throws -> Failover {
    func law(_ hours: Double) throws -> Law { .exponential(mean: try Duration(hours, .hour)) }
    return Failover(
      switching: takeover.switching > 0 ? try law(takeover.switching) : nil,
      coverage: try .percent(takeover.coverage * 100), manual: try takeover.manual.map(law))
  }

  private func expect(
    _ topology: Topology, unavailability: Double, outagesPerHour: Double
  ) async throws {
    let hours = 2000.0
    let result = try await Systems.simulate(topology, hours: hours)
    let down = try #require(result.unavailability)
    #expect(abs(down.deviation(from: unavailability)) < 4)
    // Those that begin in the window, and one if it begins with an outage.
    let touching = outagesPerHour * hours + unavailability
    #expect(abs(try #require(result.outages).deviation(from: touching)) < 4)
  }

  @Test("a pair", arguments: Pair.all)
  func pair(pair: Pair) async throws {
    let run = FailoverPairChain(
      primary: pair.primary, standby: pair.standby, pair.takeover
    ).chain().longRun()
    let primary = try Systems.component(pair.primary.mtbf, pair.primary.mttr)
    let standby = try Systems.component(pair.standby.mtbf, pair.standby.mttr)
    let topology = try Systems.topology(
      Definition(
        "x",
        .expression(
          .failover(
            primary: .component(primary), standby: .component(standby),
            try failover(pair.takeover)))))
    try await expect(
      topology, unavailability: run.probability(of: \.isDown),
      outagesPerHour: run.frequency(of: \.isDown))
  }

  /// Hours.
  struct Replicas: Sendable, CustomTestStringConvertible {
    let need: Int
    let count: Int
    let life: (mtbf: Double, mttr: Double)
    let takeover: TakeoverTimes

    var testDescription: String { "\(need) of \(count), \(life), \(takeover)" }

    static let all = [
      Replicas(
        need: 2, count: 3, life: (1000, 8),
        takeover: TakeoverTimes(switching: 0.5, coverage: 0.9, manual: 2)),
      Replicas(
        need: 1, count: 2, life: (500, 2),
        takeover: TakeoverTimes(switching: 0.1, coverage: 0.95, manual: nil)),
      Replicas(
        need: 2, count: 3, life: (30_000, 0.5),
        takeover: TakeoverTimes(switching: 0.002, coverage: 0.999, manual: 0.05)),
    ]
  }

  @Test("a group with a leader", arguments: Replicas.all)
  func leader(replicas: Replicas) async throws {
    let run = LeaderChain(
      replicas.need, of: replicas.count, mtbf: replicas.life.mtbf, mttr: replicas.life.mttr,
      replicas.takeover
    ).chain().longRun()
    let failover = try failover(replicas.takeover)
    let topology = try Systems.group(
      replicas.need, of: replicas.count, mtbf: replicas.life.mtbf, mttr: replicas.life.mttr
    ) { $0.failover = failover }
    try await expect(
      topology, unavailability: run.probability(of: \.isDown),
      outagesPerHour: run.frequency(of: \.isDown))
  }

  @Test("and the rarest of them are down for about one ten-millionth of the time")
  func rarest() {
    let pair = Pair.all[2]
    let chain = FailoverPairChain(
      primary: pair.primary, standby: pair.standby, pair.takeover
    ).chain().longRun()
    let replicas = Replicas.all[2]
    let group = LeaderChain(
      replicas.need, of: replicas.count, mtbf: replicas.life.mtbf, mttr: replicas.life.mttr,
      replicas.takeover
    ).chain().longRun()
    for run in [chain.probability(of: \.isDown), group.probability(of: \.isDown)] {
      #expect((0.5e-7..<2e-7).contains(run), "\(run)")
    }
  }
}
