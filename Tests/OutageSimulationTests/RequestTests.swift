import Quantities
import Testing
import Topology

@testable import OutageSimulation

@Suite("What a simulation refuses, and what it answers at the edges")
struct RequestTests {
  private func refusal(
    _ topology: Topology? = nil, _ name: String = "group",
    _ change: (inout SimulationRequest) -> Void
  ) throws -> SimulationError? {
    let topology = try topology ?? ReferenceTopology.group(2, of: 3, mtbf: 500, mttr: 5)
    var request = SimulationRequest()
    change(&request)
    do throws(SimulationError) {
      _ = try OutageSimulation(topology, of: name, request)
      return nil
    } catch {
      return error
    }
  }

  @Test("values out of range")
  func ranges() throws {
    #expect(try refusal { $0.horizon = .zero } == .horizon(.zero))
    #expect(try refusal { $0.horizon = .years(101) } == .horizon(.years(101)))
    #expect(try refusal { $0.horizon = .years(100) } == nil)
    #expect(try refusal { $0.stopping = .runs(0) } == .runs(0))
    #expect(try refusal { $0.stopping = .runs(.max) } == .runs(.max))
    #expect(try refusal { $0.stopping = .untilError(0, atMost: nil) } == .error(0))
    #expect(try refusal { $0.stopping = .untilError(1, atMost: nil) } == .error(1))
    #expect(try refusal { $0.stopping = .within(.zero) } == .time)
    #expect(try refusal { $0.threads = 0 } == .threads(0))
    #expect(try refusal { $0.window = .calendarMonth } == .calendarMonth)
    let long = Window.duration(.days(366))
    #expect(try refusal { $0.window = long } == .window(.days(366), horizon: .years(1)))
  }

  @Test("components without times, by name")
  func untimed() throws {
    let topology = try Topology {
      Part("bare", .percent(99.9))
      Part("timed", .percent(99.9, mttr: .hours(1)))
      System("both", "bare" & "timed")
    }
    #expect(try refusal(topology, "both") { _ in } == .untimed(["bare"]))
    #expect(try refusal(topology, "timed") { _ in } == nil)
  }

  @Test("conditioned sampling where it has no meaning")
  func conditioned() throws {
    #expect(
      try refusal {
        $0.sampling = .conditioned
        $0.start = .up
      } == .conditionedFromUp)
    let perfect = try Topology { Part("group", .component(.perfect)) }
    #expect(try refusal(perfect) { $0.sampling = .conditioned } == .noOutages("group"))
  }

  private func run(
    _ topology: Topology, _ name: String, _ change: (inout SimulationRequest) -> Void = { _ in }
  ) async throws -> SimulationResult {
    var request = SimulationRequest()
    request.stopping = .runs(1_000)
    change(&request)
    return await (try OutageSimulation(topology, of: name, request)).run()
  }

  @Test("what never fails is never down, and its chance of an outage is bounded")
  func neverFails() async throws {
    let topology = try Topology { Part("group", .component(.perfect)) }
    let result = try await run(topology, "group")
    let down = try #require(result.downtime)
    #expect(down.mean.value == 0 && down.largest == 0)
    #expect(down.mean.standardError == nil && down.mean.high == nil)
    let clean = try #require(result.clean)
    #expect(clean.value == 1 && clean.high == 1)
    #expect(try #require(clean.low) > 0.996 && (try #require(clean.low)) < 0.9963)
    #expect(result.outageLengths == nil)
  }

  @Test("what never returns is always down")
  func neverReturns() async throws {
    let dead = try Component(availability: .impossible)
    let topology = try Topology {
      Part("dead", .component(dead))
      Part("alive", .mtbf(.days(30), mttr: .hours(1)))
      System("both", "dead" & "alive")
      System("either", "dead" | "alive")
    }
    let down = try await run(topology, "both")
    #expect(abs((down.downtime?.mean.value ?? 0) / 31_536_000 - 1) < 1e-15)
    #expect(down.clean?.value == 0)
    #expect(down.firstOutage?.value == 0)
    #expect(down.outages?.value == 1)
    let single = try await run(topology, "either")
    let alone = try await run(topology, "alive")
    #expect(single.downtime == alone.downtime)
  }

  @Test("a mean time of 10^20 years is a right answer, not a crash")
  func extremeTimes() async throws {
    let life = Life.laws(
      mtbf: .exponential(mean: try Duration(1e20, .year)), mttr: .exponential(mean: .hours(1)))
    let topology = try Topology { Service("group", 1, of: 2, life) }
    let result = try await run(topology, "group")
    #expect(result.sampling == .conditioned)
    let mean = try #require(result.downtime?.mean)
    let known = (1 / (1e20 * 8760)) * (1 / (1e20 * 8760)) * 31_536_000
    #expect(abs(mean.deviation(from: known)) < 5)
    let plain = try await run(topology, "group") { $0.sampling = .plain }
    #expect(plain.downtime?.mean.value == 0)
  }
}
