import Quantities
import ResourceAdequacy
import StructureFunctions
import Testing
import Topology

@Suite("Outage tables against every state, and against the exact engine")
struct EnumerationTests {
  static let thresholds: [Double] = [2.5, 5, 7.5, 10, 12, 14.5, 15, 20, 22, 25, 29, 35, 50]

  @Test("150 random fleets of zones, versions, common causes and needs, state by state")
  func enumeration() throws {
    var cases = 0
    for seed in 0..<UInt64(400) where cases < 150 {
      guard let fleet = try RandomFleet(seed: seed) else { continue }
      cases += 1
      let table = try CapacityOutageTable(CapacityFleet(fleet.topology, of: "all"))
      let expected = fleet.states.figures(below: Self.thresholds)
      for (threshold, figures) in zip(Self.thresholds, expected) {
        let rate = try Rate(threshold, unit: "MW")
        let found = try table.probability(atLeast: rate)
        let falls = try #require(try table.frequency(below: rate)).perSecond
        #expect(isClose(found.value, figures.reached, to: 1e-12), "seed \(seed), \(threshold)")
        #expect(isClose(found.complement, figures.short, to: 1e-12), "seed \(seed), \(threshold)")
        let error = try table.frequencyError(below: rate)
        #expect(error < 1e-9)
        #expect(isClose(falls, figures.falls, to: 1e-12 + error), "seed \(seed), \(threshold)")
      }
    }
    #expect(cases == 150)
  }

  @Test("larger fleets against the exact engine")
  func structure() throws {
    for seed in 1_000..<UInt64(1_040) {
      guard let fleet = try RandomFleet(seed: seed, limit: 40) else { continue }
      let table = try CapacityOutageTable(CapacityFleet(fleet.topology, of: "all"))
      for threshold in [5.0, 12, 20, 29] where threshold <= table.totalCapacity {
        let rate = try Rate(threshold, unit: "MW")
        let topology = try Topology(
          definitions: fleet.topology.definitions.dropLast() + [
            Definition("all", try #require(fleet.topology.definitions.last).body, demand: rate)
          ], families: fleet.topology.families)
        let figures = try StructureFunction(topology, of: "all").figures(atLeast: 1)
        let found = try table.probability(atLeast: rate)
        #expect(isClose(found.complement, figures.probability.complement, to: 1e-12))
        #expect(isClose(found.value, figures.probability.value, to: 1e-12))
        let falls = try #require(try table.frequency(below: rate)).perSecond
        #expect(isClose(falls, try #require(figures.frequency).perSecond, to: 1e-11))
      }
    }
  }

  /// Source: k of n in zones by hand: known answers, section 2 (zones).
  @Test(
    "spreading over zones",
    arguments: [(2, 10, 9.78699610945e-6), (3, 5, 1.46941008312e-5), (3, 6, 3.79723794407e-8)])
  func zones(zones: Int, each: Int, unavailability: Double) throws {
    let one = try Rate(1, unit: "rps")
    let topology = try Topology {
      Zones("az", zones, .percent(99.99))
      Service("web", each, per: "az", need: 1, .percent(99.5), capacity: one)
    }
    let table = try CapacityOutageTable(topology, of: "web")
    let met = try table.probability(atLeast: Rate(10, unit: "rps"))
    #expect(isClose(met.complement, unavailability, to: 1e-11))
  }
}

@Suite("Outage tables by number and by sums")
struct LargeClassTests {
  /// Two alike zones of three kinds of many members are decided by number; zones that are declared
  /// apart, one with a fixed restoration time, are added up.
  @Test("both ways give one table")
  func numbers() throws {
    let fixed = Life.laws(mtbf: .exponential(mean: .days(90)), mttr: .fixed(.hours(2)))
    let alike = try Self.topology(zones: [2], [.mtbf(.days(90), mttr: .hours(2))])
    let apart = try Self.topology(zones: [1, 1], [.mtbf(.days(90), mttr: .hours(2)), fixed])
    let (byNumber, bySums) = try (
      CapacityOutageTable(alike, of: "all"), CapacityOutageTable(apart, of: "all")
    )
    #expect(byNumber.totalCapacity == bySums.totalCapacity)
    for load in [100.0, 400_000, 790_000, 800_000, 810_000, 1_500_000, 1_580_000, 1_610_000] {
      let rate = try Rate(load, unit: "rps")
      let (left, right) = try (
        byNumber.probability(atLeast: rate), bySums.probability(atLeast: rate)
      )
      #expect(isClose(left.value, right.value, to: 1e-11))
      #expect(isClose(left.complement, right.complement, to: 1e-11))
      let falls = try (byNumber.frequency(below: rate), bySums.frequency(below: rate))
      let error = try byNumber.frequencyError(below: rate)
      let none = try bySums.frequencyError(below: rate)
      #expect(error < 1e-9 && none == 0)
      #expect(
        isClose(falls.0?.perSecond ?? 0, try #require(falls.1).perSecond, to: 1e-11 + error))
    }
  }

  private static func topology(zones: [Int], _ lives: [Life]) throws -> Topology {
    var definitions: [Definition] = []
    var families: [DomainFamily] = []
    for (place, life) in lives.enumerated() {
      families.append(DomainFamily("z\(place)", count: zones[place], try life.component()))
      for (count, capacity) in [(300, 1000.0), (200, 1500), (100, 2100)] {
        let member = try Life.mtbf(.days(20), mttr: .minutes(UInt32(capacity / 100))).component()
        let group = Group(
          .perDomain(count, family: "z\(place)"), need: 1,
          of: member.carrying(try Rate(capacity, unit: "rps")))
        definitions.append(Definition("p\(place)-\(count)", .group(group)))
      }
    }
    let names = definitions.map { Expression.name($0.name) }
    return try Topology(
      definitions: definitions + [Definition("all", .expression(.sum(names)))],
      families: families)
  }
}
