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
        let unserved = try table.expectedUnserved(of: rate)
        #expect(isClose(unserved, figures.unserved, to: 1e-12), "seed \(seed), \(threshold)")
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
