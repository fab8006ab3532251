import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

/// Cases that the random topologies once found wrong, reduced.
@Suite("cases once found wrong")
struct FoundCasesTests {
  private static func component(_ unavailability: String) throws -> Component {
    try Component(
      availability: try Probability(DecimalNumber(unavailability)).inverted,
      mttr: .fixed(.minutes(10)))
  }

  /// Of the criticality of version 1, what is left once a zone is decided compares two copies of a
  /// member with a single one.
  @Test("dealt over zones and two versions, of which one is everybody's", arguments: [2, 3])
  func versionOfAll(zones: Int) throws {
    let families = [
      DomainFamily("az", count: zones, try Self.component("0.04")),
      DomainFamily("version", count: 2, try Self.component("1e-5")),
    ]
    let group = Group(
      .perDomain(2, family: "az"), need: 1, of: try Self.component("2e-8"), across: ["version"],
      inside: ["version.2"])
    let topology = try Topology(definitions: [Definition("x", .group(group))], families: families)
    let exact = StateEnumeration(try Unfolding(topology, of: "x")).figures(atLeast: 1)
    let found = try StructureFunction(topology, of: "x").figures(atLeast: 1)
    let frequency = try #require(found.frequency)
    let exactFrequency = try #require(exact.frequency)
    #expect(found.probability.complement.relativeError(to: exact.unavailability) < 1e-14)
    #expect(frequency.perSecond.relativeError(to: exactFrequency) < 1e-14)
  }

  /// With x fixed all that is left simplifies away, so that x seems to share nothing with it; where
  /// x is critical, the zone was decided twice.
  @Test("a part that decides all, beside others that hold its zone: no component is drawn twice")
  func decisivePart() throws {
    let other = Expression.component(try Self.component("0.3"))
    let topology = try Topology(
      definitions: [
        Definition("x", .expression(.any([.component(try Self.component("0.4")), "az.1"]))),
        Definition(
          "y", .expression(.atLeast(2, of: ["x", other | "x", "x" | "x", "az.1"])), needs: ["x"]),
      ], families: [DomainFamily("az", count: 1, try Self.component("0.9"))])
    var sampler = try OutageStartSampler(topology, of: "y", atLeast: 1)
    var random = SplitMix64(seed: 1)
    var down: [Int32] = []
    for _ in 0..<200 {
      let failing = sampler.drawStart({ Double.random(in: 0..<1, using: &random) }, down: &down)
      let all = down + [failing]
      #expect(Set(all).count == all.count)
      #expect(!sampler.network.isDown(root: 0, whenDown: down.map { Int($0) }))
      #expect(sampler.network.isDown(root: 0, whenDown: all.map { Int($0) }))
    }
  }
}
