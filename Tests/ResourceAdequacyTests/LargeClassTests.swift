import Quantities
import ResourceAdequacy
import Testing
import Topology

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
