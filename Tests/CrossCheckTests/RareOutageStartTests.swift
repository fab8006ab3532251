import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

/// Outage starts of systems that are hardly ever down, and of large ones.
@Suite("outage starts of rare and large systems")
struct RareOutageStartTests {
  private static func part(_ unavailability: String, hours: UInt32 = 1) throws -> Component {
    try Component(
      availability: try Probability(DecimalNumber(unavailability)).inverted,
      mttr: .fixed(.hours(hours)))
  }

  private static func site() throws -> Topology {
    try Topology {
      Zones("zone", 3, .mtbf(.hours(8760), mttr: .hours(2)))
      Service("lb-1", 1, of: 1, .mtbf(.hours(8760), mttr: .hours(1)), in: ["zone.1"])
      Service("lb-2", 1, of: 1, .mtbf(.hours(8760), mttr: .hours(1)), in: ["zone.2"])
      Service("web", 2, per: "zone", need: 4, .mtbf(.hours(720), mttr: .minutes(10)))
      Service("db", 2, of: 3, .mtbf(.hours(4320), mttr: .minutes(30)), across: ["zone"])
      System("site", ("lb-1" | "lb-2") & "web" & "db")
    }
  }

  /// Draws often; every state must be critical for the failing component, or down.
  private static func expectOutages(
    _ sampler: inout OutageStartSampler, draws: Int, seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    var down: [Int32] = []
    for _ in 0..<draws {
      let failing = sampler.drawStart({ Double.random(in: 0..<1, using: &random) }, down: &down)
      let others = down.map { Int($0) }
      #expect(!others.contains(Int(failing)) && Set(others).count == others.count)
      #expect(!sampler.network.isDown(root: 0, whenDown: others))
      #expect(sampler.network.isDown(root: 0, whenDown: others + [Int(failing)]))
      sampler.drawDown({ Double.random(in: 0..<1, using: &random) }, down: &down)
      #expect(Set(down).count == down.count)
      #expect(sampler.network.isDown(root: 0, whenDown: down.map { Int($0) }))
    }
  }

  @Test("the site in three zones: U, frequency, and states that are critical")
  func threeZones() throws {
    var sampler = try OutageStartSampler(try Self.site(), of: "site", atLeast: 1)
    #expect(sampler.network.componentCount == 14)
    #expect(agrees(sampler.unavailability, 1.0533850359142977e-06, within: 1e-14))
    let perYear = sampler.outagesPerSecond * 365 * 86_400
    #expect(agrees(perYear, 0.043233983571617, within: 1e-12))
    Self.expectOutages(&sampler, draws: 2_000, seed: 1)
  }

  @Test("U near 1e-30: three of three down; which one fails follows 1 / MTTR")
  func threeParallel() throws {
    let lives = [
      try Self.part("1e-10"), try Self.part("2e-10", hours: 2), try Self.part("5e-11", hours: 5),
    ]
    let topology = try Topology(definitions: [
      Definition("x", .expression(.any(lives.map { .component($0) })))
    ])
    var sampler = try OutageStartSampler(topology, of: "x", atLeast: 1)
    #expect(agrees(sampler.unavailability, 1e-30, within: 1e-14))
    #expect(agrees(sampler.outagesPerSecond, 1e-30 * 1.7 / 3600, within: 1e-14))
    Self.expectOutages(&sampler, draws: 500, seed: 2)
    let counts = Self.failures(&sampler, draws: 17_000, seed: 3)
    // Five standard deviations of a count of 10,000, 5,000 and 2,000 among 17,000.
    for (number, expected) in [10_000.0, 5_000, 2_000].enumerated() {
      let deviation = (expected * (1 - expected / 17_000)).squareRoot()
      #expect(abs(Double(counts[number]) - expected) < 5 * deviation)
    }
  }

  private static func failures(
    _ sampler: inout OutageStartSampler, draws: Int, seed: UInt64
  ) -> [Int] {
    var random = SplitMix64(seed: seed)
    var down: [Int32] = []
    var counts = [Int](repeating: 0, count: sampler.network.componentCount)
    for _ in 0..<draws {
      let failing = sampler.drawStart({ Double.random(in: 0..<1, using: &random) }, down: &down)
      counts[Int(failing)] += 1
    }
    return counts
  }

  @Test("members of 1e-7 in three zones of 1e-11, two of six needed")
  func rareZones() throws {
    let group = Group(.members(6), need: 2, of: try Self.part("1e-7"), across: ["az"])
    let topology = try Topology(
      definitions: [Definition("x", .group(group))],
      families: [DomainFamily("az", count: 3, try Self.part("1e-11"))])
    let engine = try StructureFunction(topology, of: "x").figures(atLeast: 1)
    var sampler = try OutageStartSampler(topology, of: "x", atLeast: 1)
    #expect(sampler.unavailability < 1e-28)
    #expect(agrees(sampler.unavailability, engine.probability.complement, within: 1e-13))
    Self.expectOutages(&sampler, draws: 2_000, seed: 4)
  }

  private static func pairsInHosts(_ hosts: Int) throws -> Topology {
    let group = Group(
      .perDomain(2, family: "host"), need: 2 * hosts - 20, of: try Self.part("1e-5"))
    return try Topology(
      definitions: [Definition("web", .group(group))],
      families: [
        DomainFamily("az", count: 1, try Self.part("1e-6")),
        DomainFamily("host", count: hosts, per: "az", try Self.part("1e-5")),
      ])
  }

  @Test("a pair of members in each of many hosts is counted host by host")
  func pairs() throws {
    let topology = try Self.pairsInHosts(100)
    let sampler = try OutageStartSampler(topology, of: "web", atLeast: 1)
    let exact = try StructureFunction(topology, of: "web").figures(atLeast: 1)
    let frequency = exact.frequency?.perSecond ?? .nan
    #expect(agrees(sampler.unavailability, exact.probability.complement, within: 1e-12))
    #expect(agrees(sampler.outagesPerSecond, frequency, within: 1e-12))
  }

  @Test("ten thousand members in five thousand hosts: every state is critical")
  func large() throws {
    var sampler = try OutageStartSampler(try Self.pairsInHosts(5_000), of: "web", atLeast: 1)
    #expect(sampler.network.componentCount == 15_001)
    Self.expectOutages(&sampler, draws: 50, seed: 5)
  }

  @Test("random topologies of 15 to 40 components: every state is critical, or down")
  func meshed() throws {
    var compared = 0
    for seed in UInt64(31_001)..<31_301 {
      guard let drawn = RandomTopology(seed: seed, components: 15...40),
        let engine = try? StructureFunction(drawn.topology, of: drawn.subject),
        let level = engine.positiveLevels.last
      else { continue }
      var sampler = try OutageStartSampler(drawn.topology, of: drawn.subject, atLeast: level)
      guard sampler.outagesPerSecond > 0 else { continue }
      Self.expectOutages(&sampler, draws: 20, seed: seed)
      compared += 1
    }
    #expect(compared > 200)
  }

  @Test("the same uniform numbers give the same states, in a copy too")
  func reproducible() throws {
    var first = try OutageStartSampler(try Self.site(), of: "site", atLeast: 1)
    var second = first
    _ = Self.failures(&second, draws: 1_000, seed: 6)
    var (ours, theirs) = (SplitMix64(seed: 7), SplitMix64(seed: 7))
    var (down, others): ([Int32], [Int32]) = ([], [])
    for _ in 0..<1_000 {
      let one = first.drawStart({ Double.random(in: 0..<1, using: &ours) }, down: &down)
      let two = second.drawStart({ Double.random(in: 0..<1, using: &theirs) }, down: &others)
      #expect(one == two && down == others)
    }
  }

  @Test("components without times are named")
  func untimed() throws {
    let topology = try Topology(definitions: [
      Definition("a", .expression(.component(try Component(availability: .percent(99))))),
      Definition("b", .expression(.component(try Self.part("0.01")))),
      Definition("x", .expression("a" & "b")),
    ])
    #expect(throws: StructureFunctionError.untimed(["a"])) {
      try OutageStartSampler(topology, of: "x", atLeast: 1)
    }
  }
}
