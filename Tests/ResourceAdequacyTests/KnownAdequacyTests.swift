import Quantities
import ResourceAdequacy
import Testing

@Suite("Known answers of capacity against a demand")
struct KnownAdequacyTests {
  /// Source: exact rational arithmetic on the published tables (known answers, section 7).
  @Test("the reliability test system to ten digits")
  func reliabilityTestSystem() throws {
    let table = try CapacityOutageTable(ReliabilityTestSystem.units)
    let profile = try DemandProfile(ReliabilityTestSystem.loads, unit: "MW")
    let figures = try AdequacyFigures(table, against: profile)
    #expect(table.totalCapacity == 3405)
    #expect(profile.count == 8736 && profile.peak == 2850)
    #expect(isClose(figures.lossOfLoadHours, 9.394175489455, to: 1e-12))
    #expect(isClose(try #require(figures.lossOfLoadDays), 1.368862905524, to: 1e-12))
    #expect(isClose(figures.unservedHours, 1176.298460045, to: 1e-12))
    #expect(isClose(try #require(figures.shortfalls), 2.019674695941, to: 1e-12))
    let mean = try #require(figures.meanShortfall)
    #expect(isClose(mean.converted(to: .hour), 4.651330983319, to: 1e-12))
    #expect(isClose(try #require(figures.begunByLoadSteps), 1.672252, to: 5e-7))
    #expect(isClose(try #require(figures.begunByFailures), 0.347423, to: 2e-6))
    #expect(figures.periodsPerYear == 1)
  }

  @Test(
    "its outage table",
    arguments: [(500.0, 0.1225162184), (1000, 0.0043408742), (1500, 0.0000404351)])
  func outages(missing: Double, expected: Double) throws {
    let table = try CapacityOutageTable(ReliabilityTestSystem.units)
    let found = try table.probability(outageAtLeast: Rate(missing, unit: "MW"))
    #expect(abs(found.value - expected) < 6e-11)
    #expect(isClose(table.states.last?.probability ?? 0, 0.236395119118, to: 3e-12))
  }

  /// Source: PRAS test data, single node A; the last digit given is a unit of 5 % at most.
  @Test("the hand-solved node of PRAS")
  func singleNode() throws {
    let loads = [25, 28, 27, 24]
    let certain = [5, 6, 7, 8]
    let short = [0.028, 0.271, 0.028, 0.028]
    let unserved = [0.29, 0.832, 0.29, 0.178]
    for hour in 0..<4 {
      let table = try CapacityOutageTable([
        CapacityUnit("g", 3, capacity: Rate(10, unit: "MW"), .percent(90)),
        CapacityUnit("c", capacity: Rate(Double(certain[hour]), unit: "MW"), .percent(100)),
      ])
      let load = try Rate(Double(loads[hour]), unit: "MW")
      let figures = try AdequacyFigures(table, against: DemandProfile(constant: load))
      #expect(isClose(figures.met.complement, short[hour], to: 1e-14))
      #expect(isClose(figures.meanUnserved, unserved[hour], to: 1e-14))
      #expect(isClose(figures.lossOfLoadDays ?? 0, short[hour], to: 1e-14))
      #expect(figures.shortfalls == nil && figures.untimed == ["g"])
    }
  }
}

/// True when two figures differ by at most a share of the expected one.
func isClose(_ computed: Double, _ expected: Double, to share: Double) -> Bool {
  computed == expected || abs(computed - expected) <= share * abs(expected)
}
