import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

@Suite("The distribution of downtime")
struct DowntimeCurveTests {
  private static func topology() throws -> Topology {
    let component = try Component(
      mtbf: .exponential(mean: .days(20)), mttr: .exponential(mean: .hours(2)))
    return try Topology(definitions: [Definition("a", .expression(.component(component)))])
  }

  private static func request(_ sampling: SimulationRequest.Sampling) -> SimulationRequest {
    var request = SimulationRequest(horizon: .days(30))
    request.stopping = .runs(4_000)
    request.sampling = sampling
    request.thresholds = [.minutes(10), .hours(1), .hours(5), .hours(12)]
    return request
  }

  /// Counted one by one, and read off the curve, whose buckets are 0.2 % wide.
  @Test("agrees with what was counted", arguments: SimulationRequest.Sampling.allCases)
  func counts(sampling: SimulationRequest.Sampling) async throws {
    let simulation = try OutageSimulation(Self.topology(), of: "a", Self.request(sampling))
    let result = await simulation.run()
    let downtime = try #require(result.downtime)
    for known in result.exceedances {
      let read = downtime.exceedance(of: known.downtime).probability
      #expect(abs(read.value - known.probability.value) < 0.004)
      let error = try #require(read.standardError)
      #expect(abs(error / (known.probability.standardError ?? 0) - 1) < 0.1)
    }
    let clean = try #require(result.clean)
    let any = downtime.exceedance(of: .zero).probability
    #expect(abs(any.value + clean.value - 1) < 1e-9)
  }

  @Test("has shares that add up, and percentiles that it is exceeded by")
  func shares() async throws {
    let result = try await OutageSimulation(Self.topology(), of: "a", Self.request(.plain)).run()
    let downtime = try #require(result.downtime)
    let edges: [Duration] = [.zero, .minutes(30), .hours(3), .hours(9), .days(30)]
    let parts = zip(edges, edges.dropFirst()).map { downtime.share(above: $0, atMost: $1).value }
    let any = downtime.exceedance(of: .zero).probability.value
    #expect(abs(parts.reduce(0, +) - any) < 1e-9)
    for share in [0.5, 0.1, 0.01] {
      let length = downtime.downtime(exceededIn: share)
      let tail = downtime.exceedance(of: try Duration(seconds: length.value)).probability
      #expect(abs(tail.value - share) <= 1.0 / 4_000)
    }
    #expect(downtime.leastShare == 1.0 / 4_000)
    #expect(downtime.exceedance(of: .days(31)).probability.value == 0)
    #expect((downtime.exceedance(of: .days(31)).probability.high ?? 0) > 0)
  }

  @Test("of the first history of a block is that history's")
  func history() throws {
    var request = Self.request(.plain)
    request.horizon = .years(1)
    let simulation = try OutageSimulation(Self.topology(), of: "a", request)
    let history = try simulation.history()
    var sampler = try simulation.blocks()
    sampler.draw(0, replications: 1)
    let counted = Double(sampler.tally.classes[0].downtime.sum)
    #expect(!history.outages.isEmpty)
    #expect(abs(history.downtime.seconds - counted * 1e-9) < 1e-6)
    #expect(history.outages.allSatisfy { $0.cause == "a" && $0.start < $0.end })
    #expect(zip(history.outages, history.outages.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(try simulation.history() == history)
    #expect(try simulation.history(number: 1) != history)
    #expect(try simulation.firstHistoryWithOutage() == history)
  }

  /// Histories are drawn plainly even where a run is conditioned, and with rules that have a history.
  @Test("of a history that has one is drawn too")
  func withRules() throws {
    let component = try Component(
      mtbf: .exponential(mean: .days(2)), mttr: .exponential(mean: .hours(1)))
    let behaviour = GroupBehaviour(
      failover: Failover(switching: .exponential(mean: .minutes(1))))
    let group = Group(.members(2), need: 1, of: component, behaviour: behaviour)
    let topology = try Topology(definitions: [Definition("db", .group(group))])
    let history = try OutageSimulation(topology, of: "db").history(number: 7)
    #expect(history.outages.contains { $0.cause == "db failover" })
    #expect(history.number == 7)
    let rare = try OutageSimulation(Self.topology(), of: "a", Self.request(.conditioned))
    #expect(try rare.firstHistoryWithOutage()?.outages.isEmpty == false)
    #expect(try rare.firstHistoryWithOutage(among: 0) == nil)
  }
}
