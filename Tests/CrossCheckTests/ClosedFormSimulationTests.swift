import OutageSimulation
import Quantities
import StructureFunctions
import Testing
import Topology

/// Rules with a closed form, inside structures, against their simulation: mean downtime U T, and
/// ν T + U outages that touch a year.
@Suite("closed forms = simulation")
struct ClosedFormSimulationTests {
  /// MTBF 100 h; MTTR 1 h, lognormal where a rule needs no memoryless law.
  private static func part(_ restoration: Law = .exponential(mean: .hours(1))) throws -> Expression
  {
    .component(try Component(mtbf: .exponential(mean: .hours(100)), mttr: restoration))
  }

  private static func systems() throws -> [(String, [Definition])] {
    let part = try part()
    let spread = try Self.part(.lognormal(mean: .hours(1), sigma: 1))
    let pair = Expression.copies(need: 1, count: 2, of: part)
    let changes = Changes(
      every: .days(1), failing: try .percent(5), restoration: .fixed(.hours(1)))
    let patches = Maintenance(every: .days(10), lasting: .hours(1), scope: ["web"])
    let web = Group(
      .members(3), need: 2,
      of: try Component(
        mtbf: .exponential(mean: .hours(100)), mttr: .exponential(mean: .hours(1))))
    func system(_ expression: Expression) -> Definition { Definition("x", .expression(expression)) }
    return [
      (
        "absorbed outages of a pair, beside a component",
        [system(.any([.all([.behaving(pair, .absorption(.minutes(20))), part]), part]))]
      ),
      (
        "a cascade of lognormal outages, beside a component",
        [system(.any([.behaving(spread, .lag(.fixed(.hours(2)))), part]))]
      ),
      (
        "2 of 3 copies of an absorbed component",
        [
          system(
            .copies(
              need: 2, count: 3, of: .behaving(spread, .buffer(Buffer(holds: .minutes(30))))))
        ]
      ),
      (
        "a group with planned windows, and deployments",
        [
          Definition("deploys", .changes(changes)), Definition("patches", .maintenance(patches)),
          Definition("web", .group(web)), system(.all(["web", "deploys"])),
        ]
      ),
    ]
  }

  /// The excess of a lognormal outage needs the GNU Scientific Library.
  private static var answered: [Int] {
    #if GSL
      [0, 1, 2, 3]
    #else
      [0, 1, 3]
    #endif
  }

  @Test("mean downtime and outages agree", arguments: answered)
  func agreement(number: Int) async throws {
    let (title, definitions) = try Self.systems()[number]
    let topology = try Topology(definitions: definitions)
    let exact = try StructureFunction(topology, of: "x").figures(atLeast: 1)
    var request = SimulationRequest(horizon: .years(1))
    request.stopping = .runs(8_192)
    request.sampling = .plain
    request.seed = 3
    let result = try await OutageSimulation(topology, of: "x", request).run()
    let mean = try #require(result.downtime?.mean)
    let outages = try #require(result.outages)
    let down = exact.probability.complement
    let touching = try #require(exact.frequency).perYear + down
    let downError = try #require(mean.standardError)
    let outageError = try #require(outages.standardError)
    #expect(downError < 0.05 * mean.value, "\(title)")
    #expect(abs(mean.value - down * Duration.years(1).seconds) < 4.9 * downError, "\(title)")
    #expect(abs(outages.value - touching) < 4.9 * outageError, "\(title)")
  }
}
