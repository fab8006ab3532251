import Quantities
import ResourceAdequacy
import StructureFunctions
import Testing
import Topology

@Suite("Outage tables of topologies")
struct TopologyTableTests {
  private static func topology(
    _ expression: Expression, wants: [Definition.Want] = [], demand: Double? = nil
  ) throws -> Topology {
    let (ten, four) = (try Rate(10, unit: "rps"), try Rate(4, unit: "rps"))
    let asked = try demand.map { try Rate($0, unit: "rps") }
    return try Topology {
      Zones("az", 2, .mtbf(.days(300), mttr: .hours(3)))
      Part("feed1", .mtbf(.days(20), mttr: .hours(9)))
      Part("feed2", .mtbf(.days(30), mttr: .hours(5)))
      Service(
        "web", 1, of: 3, .mtbf(.days(10), mttr: .hours(9)), across: ["az"], capacity: ten)
      Service(
        "db", 2, of: 5, .mtbf(.days(9), mttr: .hours(4)), across: ["az"], capacity: four)
      System("all", expression, wants: wants, demand: asked)
    }
  }

  /// Smaller and larger flows, pools used twice, and gates that aren't alike, at every level.
  @Test(
    "against the exact engine under a demand",
    arguments: [
      .sum([.name("web"), .name("db")]), .all([.name("web"), .name("db")]),
      .any([.name("web"), .name("db")]), .sum([.name("web"), .name("web")]),
      .all([.any([.name("feed1"), .name("feed2")]), .sum([.name("web"), .name("db")])]),
      .sum([.all([.name("feed1"), .name("web")]), .all([.name("feed1"), .name("db")])]),
      .sum([.all([.name("az.1"), .name("web")]), .name("db")]),
      .all([.atLeast(2, of: [.name("feed1"), .name("feed2"), .name("az.2")]), .name("web")]),
    ] as [Expression])
  func structure(expression: Expression) throws {
    let topology = try Self.topology(expression)
    let table = try CapacityOutageTable(topology, of: "all")
    for threshold in [2.0, 4, 8, 10, 12, 14, 20, 28, 30, 38, 40, 50, 60] {
      let rate = try Rate(threshold, unit: "rps")
      let found = try table.probability(atLeast: rate)
      let falls = try #require(try table.frequency(below: rate)).perSecond
      guard threshold <= table.totalCapacity else {
        #expect(found == .impossible && falls == 0)
        continue
      }
      let demanding = try Self.topology(expression, demand: threshold)
      let figures = try StructureFunction(demanding, of: "all").figures(atLeast: 1)
      #expect(isClose(found.value, figures.probability.value, to: 1e-12))
      #expect(isClose(found.complement, figures.probability.complement, to: 1e-12))
      #expect(isClose(falls, try #require(figures.frequency).perSecond, to: 1e-11))
    }
  }

  /// The exact engine answers for the store as a whole, and for the system level by level.
  @Test("a store whose short outages are absorbed stands before the pools")
  func absorption() throws {
    let (ten, rate) = (try Rate(10, unit: "rps"), try Rate(20, unit: "rps"))
    let topology = try Topology {
      Zones("az", 2, .mtbf(.days(300), mttr: .hours(3)))
      Service(
        "db", 1, of: 2, .mtbf(.days(30), mttr: .hours(9)), as: .store,
        afterEffects: [.absorption(.minutes(20))])
      Service("web", 1, of: 4, .mtbf(.days(10), mttr: .hours(9)), across: ["az"], capacity: ten)
      System("all", .all([.name("db"), .name("web")]), demand: rate)
    }
    let table = try CapacityOutageTable(CapacityFleet(topology, of: "all"))
    let figures = try StructureFunction(topology, of: "all").figures(atLeast: 1)
    let found = try table.probability(atLeast: rate)
    #expect(isClose(found.complement, figures.probability.complement, to: 1e-12))
    let falls = try #require(try table.frequency(below: rate)).perSecond
    #expect(isClose(falls, try #require(figures.frequency).perSecond, to: 1e-11))
    #expect(throws: ResourceAdequacyError.notExponential("db")) {
      try AdequacySimulation(
        CapacityFleet(topology, of: "all"), against: DemandProfile(constant: rate))
    }
  }

  @Test("a failover that takes time follows from its history, and is refused")
  func failover() throws {
    let ten = try Rate(10, unit: "rps")
    let takeover = GroupBehaviour(failover: Failover(detection: .seconds(10)))
    let topology = try Topology {
      Service("db", 1, of: 2, .mtbf(.days(30), mttr: .hours(9)), behaviour: takeover)
      Service("web", 1, of: 4, .mtbf(.days(10), mttr: .hours(9)), capacity: ten)
      System("all", .all([.name("db"), .name("web")]))
    }
    let history = StructureFunctionError.followsHistory("db", behaviour: "failover")
    #expect(throws: ResourceAdequacyError.structure(history)) {
      try CapacityOutageTable(topology, of: "all")
    }
  }

  @Test("what has no table is refused with its name")
  func refusals() throws {
    let sum = Expression.sum([.name("web"), .name("db")])
    let half = try Level(0.5)
    let wanting = try Self.topology(sum, wants: [Definition.Want("feed1", degraded: half)])
    #expect(throws: ResourceAdequacyError.self) { try CapacityOutageTable(wanting, of: "all") }
    let fallback = try Self.topology(.fallback(sum, half))
    #expect(throws: ResourceAdequacyError.self) { try CapacityOutageTable(fallback, of: "all") }
    let plain = try Self.topology(sum)
    #expect(throws: ResourceAdequacyError.unknownName("none")) {
      try CapacityOutageTable(plain, of: "none")
    }
    #expect(throws: ResourceAdequacyError.noCapacity) {
      try CapacityOutageTable(plain, of: "feed1")
    }
  }

  @Test("units that make no table are refused")
  func units() throws {
    let odd = try Rate(1.000_000_000_1, unit: "MW")
    let large = try Rate(1e9, unit: "MW")
    #expect(throws: ResourceAdequacyError.noCapacity) { try CapacityOutageTable([CapacityUnit]()) }
    #expect(throws: ResourceAdequacyError.noMembers("g")) {
      try CapacityOutageTable([CapacityUnit("g", 0, capacity: odd, .percent(90))])
    }
    #expect(throws: ResourceAdequacyError.tooFine("MW")) {
      try CapacityOutageTable([
        CapacityUnit("g", capacity: odd, .percent(90)),
        CapacityUnit("h", capacity: large, .percent(90)),
      ])
    }
    #expect(throws: ResourceAdequacyError.tooManySteps(21_000_000_002, limit: 4_194_304)) {
      try CapacityOutageTable([
        CapacityUnit("g", 2, capacity: odd, .percent(90)),
        CapacityUnit("h", capacity: Rate(0.1, unit: "MW"), .percent(90)),
      ])
    }
  }

  /// Fifteen zones with a different number of members each, under two pools with needs.
  @Test("too many states of shared zones are refused, with the zones")
  func states() throws {
    let ten = try Rate(10, unit: "rps")
    let zones = try Life.percent(99.9).component()
    let member = try Life.percent(99).component().carrying(ten)
    let families = (1...15).map { DomainFamily("z\($0)", count: 1, zones) }
    var definitions: [Definition] = []
    for pool in 0..<2 {
      for zone in 1...15 {
        let group = Group(.members(zone), need: zone > 1 ? 2 : 1, of: member, across: ["z\(zone)"])
        definitions.append(Definition("p\(pool)-\(zone)", .group(group)))
      }
    }
    let few = try Topology(
      definitions: definitions + [Self.sum(definitions.map(\.name))], families: families)
    // Each zone nests, so that nothing is shared in another way.
    #expect(try CapacityOutageTable(few, of: "all").totalCapacity == 2 * 120 * 10)
    let inner = (1...15).map { Expression.name("z\($0).1") }
    let gates = Definition("gates", .expression(.atLeast(8, of: inner)))
    let gated = Definition(
      "all", .expression(.all([.name("gates"), .sum(definitions.map { .name($0.name) })])))
    let many = try Topology(definitions: definitions + [gates, gated], families: families)
    let error = #expect(throws: ResourceAdequacyError.self) {
      try CapacityOutageTable(CapacityFleet(many, of: "all"))
    }
    #expect(error?.description.contains("z1.1, z2.1") == true)
  }

  private static func sum(_ names: [String]) -> Definition {
    Definition("all", .expression(.sum(names.map { .name($0) })))
  }

  /// Both tails keep their digits: all of 40 members down has the chance 1e-160.
  @Test("small chances keep their digits")
  func tails() throws {
    let one = try Rate(1, unit: "rps")
    let table = try CapacityOutageTable([
      CapacityUnit("g", 40, capacity: one, .percent(99.99, mttr: .hours(1)))
    ])
    #expect(isClose(try table.probability(atLeast: one).complement, 1e-160, to: 1e-13))
    let falls = try #require(try table.frequency(below: one)).perSecond
    #expect(isClose(falls, 40 * 1e-160 / 3600, to: 1e-13))
    #expect(isClose(table.expectedCapacity, 40 * 0.9999, to: 1e-14))
    #expect(isClose(try table.expectedUnserved(of: Rate(0.5, unit: "rps")), 5e-161, to: 1e-13))
  }
}
