import OutageSimulation
import Quantities
import StructureFunctions
import Testing
import Topology

/// Systems at the edges of what a replication can hold.
@Suite("Long histories and things that are never up")
struct LongHistoryTests {
  private typealias Systems = BehaviourSystems

  @Test("a window with what precedes it lasts 120 y at most, or begins from up")
  func tooLong() async throws {
    let topology = try Systems.topology(
      Definition(
        "x", .expression(.component(try Systems.component(500 * 8760, 1))),
        afterEffects: [.lag(.fixed(try Duration(1.5 * 8760, .hour)))]))
    var request = SimulationRequest(horizon: .years(100))
    request.stopping = .runs(1000)
    let error = #expect(throws: SimulationError.self) {
      _ = try OutageSimulation(topology, of: "x", request)
    }
    #expect(error?.description.contains("write `from up`") == true)
    request.start = .up
    #expect(await (try OutageSimulation(topology, of: "x", request)).run().replications == 1000)
    // 30 y before a window of 85 y: P(down) is that of a lag of fixed length.
    request.start = .steady
    request.horizon = .years(85)
    request.stopping = .runs(100_000)
    let result = await (try OutageSimulation(topology, of: "x", request)).run()
    let up = 500 * 8760 / (500 * 8760 + 1.0) * 0.99700449550337
    #expect(abs(try #require(result.unavailability).deviation(from: 1 - up)) < 4.9)
  }

  @Test("a spare that is down for good leaves its partner alone")
  func neverUp() async throws {
    let part = Expression.component(try Systems.component(100, 1))
    let dead = Expression.component(try Component(availability: .impossible))
    let topology = try Systems.topology(
      Definition(
        "x", .expression(.any([part, dead])), afterEffects: [.absorption(.seconds(1))]))
    let result = try await Systems.simulate(topology, hours: 1000, runs: 20_000)
    let known = 1 / 101.0 * 0.99972226079
    #expect(abs(try #require(result.unavailability).deviation(from: known)) < 4.9)
  }

  /// Two of three that wear out, beside one that is down for good: conditioned sampling ends.
  @Test("what is down for good has no restoration to be drawn")
  func conditioned() async throws {
    let part = Expression.component(
      try Component(
        mtbf: .weibull(mean: .years(10), shape: 2), mttr: .exponential(mean: .minutes(1))))
    let dead = Expression.component(try Component(availability: .impossible))
    let topology = try Systems.topology(
      Definition("x", .expression(.atLeast(2, of: [part, part, part, dead]))))
    let result = try await Systems.simulate(topology, runs: 1000) { $0.sampling = .conditioned }
    #expect(result.replications == 1000)
    // Each is down for a minute in ten years, and two of three take it down.
    let down = 1.0 / (10 * 365 * 1440 + 1)
    let known = 3 * down * down * (1 - down) + down * down * down
    #expect(abs(try #require(result.unavailability).deviation(from: known)) < 4.9)
  }

  @Test("a failover that would be drawn for each of two demands is refused by name")
  func twoDemands() throws {
    let part = try Systems.component(720, 1).carrying(Rate(100, unit: "rps"))
    let pair = Expression.failover(
      primary: "eu", standby: "us",
      Failover(switching: .fixed(.minutes(5)), coverage: try .percent(90)))
    let topology = try Systems.topology(
      Definition("eu", .group(Group(.members(3), need: 2, of: part))),
      Definition("us", .group(Group(.members(3), need: 2, of: part))),
      Definition("db", .expression(pair)),
      Definition("shop", .expression("db"), demand: try Rate(250, unit: "rps")),
      Definition("admin", .expression("db"), demand: try Rate(80, unit: "rps")),
      Definition("x", .expression("shop" & "admin")))
    #expect(throws: SimulationError.structure(.drawnTwice("db", behaviour: "failover"))) {
      try OutageSimulation(topology, of: "x", SimulationRequest())
    }
    #expect(throws: Never.self) {
      try OutageSimulation(topology, of: "shop", SimulationRequest())
    }
  }
}
