import Quantities
import StructureFunctions
import Testing
import Topology

/// KNOWN ANSWERS section 2: groups with a crew each, in the long run.
@Suite("k of n groups")
struct KnownGroupTests {
  private static func component(_ mtbfHours: Double, _ mttrHours: Double) throws -> Component {
    try Component(
      mtbf: .exponential(mean: Duration(mtbfHours, .hour)),
      mttr: .exponential(mean: Duration(mttrHours, .hour)))
  }

  private static func unavailability(_ group: Group, families: [DomainFamily] = []) throws -> Double
  {
    let topology = try Topology(
      definitions: [Definition("x", .group(group))], families: families)
    return try StructureFunction(topology, of: "x").figures(atLeast: 1).probability.complement
  }

  @Test(
    "MTBF 1000 h, MTTR 8 h",
    arguments: [(1, 2, 6.29881582263e-5), (2, 3, 1.87964662643e-4), (3, 5, 4.93973648449e-6)])
  func counted(need: Int, count: Int, expected: Double) throws {
    let group = Group(.members(count), need: need, of: try Self.component(1000, 8))
    #expect(abs(try Self.unavailability(group) / expected - 1) < 1e-11)
  }

  @Test("beta factor by probability")
  func betaFactor() throws {
    let member = try Component(availability: .percent("99.9"))
    let group = Group(.members(2), need: 1, of: member, commonCause: try .percent("10"))
    #expect(abs(try Self.unavailability(group) / 1.0081008100810e-04 - 1) < 1e-13)
  }

  @Test(
    "zones with 1 - 1e-4, instances with 0.995, ten needed",
    arguments: [
      (2, 10, 9.78699610945e-6), (3, 5, 1.46941008312e-5), (3, 6, 3.79723794407e-8),
    ])
  func zones(zones: Int, each: Int, expected: Double) throws {
    let family = DomainFamily("az", count: zones, try Component(availability: .percent("99.99")))
    let group = Group(
      .perDomain(each, family: "az"), need: 10, of: try Component(availability: .percent("99.5")))
    #expect(abs(try Self.unavailability(group, families: [family]) / expected - 1) < 1e-11)
  }

  @Test("two of three zones, each two nodes, and one database: no nine is lost (1.2000000072e-17)")
  func successLogic() throws {
    let node = Expression.component(try Component(availability: .nines(9)))
    let database = Expression.component(try Component(availability: .nines(25)))
    let topology = try Topology(definitions: [
      Definition("zones", .expression(.copies(need: 2, count: 3, of: .all([node, node])))),
      Definition("site", .expression(.all([.name("zones"), database]))),
    ])
    let figures = try StructureFunction(topology, of: "site").figures(atLeast: 1)
    #expect(abs(figures.probability.complement / 1.2000000072e-17 - 1) < 1e-10)
  }

  /// KNOWN ANSWERS section 3, the reference topology.
  @Test("reference topology")
  func reference() throws {
    let zones = DomainFamily("zone", count: 3, try Self.component(8760, 2))
    let topology = try Topology(
      definitions: [
        Definition(
          "lb",
          .expression(.any([.name("lb1"), .name("lb2")]))),
        Definition(
          "lb1",
          .group(Group(.members(1), need: 1, of: try Self.component(8760, 1), inside: ["zone.1"]))),
        Definition(
          "lb2",
          .group(Group(.members(1), need: 1, of: try Self.component(8760, 1), inside: ["zone.2"]))),
        Definition(
          "web",
          .group(
            Group(
              .perDomain(2, family: "zone"), need: 4, of: try Self.component(720, 1.0 / 6)))),
        Definition(
          "db",
          .group(Group(.members(3), need: 2, of: try Self.component(4320, 0.5), across: ["zone"]))),
        Definition(
          "site", role: .system,
          .expression(.all([.name("lb"), .name("web"), .name("db")]))),
      ], families: [zones])
    let figures = try StructureFunction(topology, of: "site").figures(atLeast: 1)
    let unavailability = figures.probability.complement
    #expect(abs(unavailability / 1.0533850359142977e-06 - 1) < 1e-14)
    let frequency = try #require(figures.frequency)
    #expect(abs(frequency.perYear / 0.043233983571617 - 1) < 1e-12)
    #expect(abs(unavailability / frequency.perSecond / 3600 / 0.21343517650 - 1) < 1e-10)
  }

  @Test("hundreds of members")
  func hundreds() throws {
    let zones = DomainFamily("az", count: 5, try Self.component(8760, 2))
    let group = Group(
      .perDomain(600, family: "az"), need: 2000, of: try Component(availability: .percent("99.5")))
    let clock = ContinuousClock()
    var result = 0.0
    let time = try clock.measure { result = try Self.unavailability(group, families: [zones]) }
    print("2000 of 3000:", result, time)
    let different = try Topology(definitions: [
      Definition(
        "x",
        .expression(
          .atLeast(
            250,
            of: try (1...500).map {
              .component(try Component(availability: .percent(99 - Double($0) / 100)))
            })))
    ])
    let time2 = try clock.measure {
      result = try StructureFunction(different, of: "x").figures(atLeast: 1).probability.complement
    }
    print("250 of 500:", result, time2)
  }
}
