import Quantities
import TestSupport
import Testing
import Topology

@testable import OutageSimulation

/// Long histories beside chains solved by elimination. Times in seconds; a bound of 4.9 standard
/// errors fails one time in a million.
@Suite("Coupled members and chains")
struct CoupledChainTests {
  private func exponential(_ mtbf: Double, _ mttr: Double) throws -> Component {
    try Component(
      mtbf: .exponential(mean: Duration(seconds: mtbf)),
      mttr: .exponential(mean: Duration(seconds: mttr)))
  }

  /// A life of the chain's.
  private func life(_ group: CoupledChain.Group) throws -> Component {
    try Component(
      mtbf: .erlang(mean: Duration(seconds: group.mtbf), phases: group.phases),
      mttr: .exponential(mean: Duration(seconds: group.mttr)))
  }

  /// What long histories say: the share of time in outages, and outages a second.
  private struct LongRun {
    var unavailability = MeanCheck()
    var frequency = MeanCheck()
  }

  /// Independent replications behind a warm-up, of fewer than each of `needs` being up in a group.
  private func longRun(
    _ sample: CoupledSample, group: Int = 0, needs: [Int], length: Double = 100_000,
    replications: UInt64 = 100, seed: UInt64
  ) throws -> [LongRun] {
    var sample = sample
    var runs = needs.map { _ in LongRun() }
    let warmUp = 3_000.0
    let window = Int64(warmUp * 1e9)..<Int64((warmUp + length) * 1e9)
    for block in 0..<replications {
      let intervals = try sample.intervals(until: warmUp + length, seed: seed, block: block)
      for (place, need) in needs.enumerated() {
        let outages = sample.outages(intervals, group: group, need: need)
        let down = outages.reduce(0) { $0 + $1.clamped(to: window).count }
        runs[place].unavailability.add(Double(down) / 1e9 / length)
        runs[place].frequency.add(
          Double(outages.count { window.contains($0.lowerBound) }) / length)
      }
    }
    return runs
  }

  /// Mean times to the first outage: each history is drawn anew, twice as long, until there is one.
  private func firstOutage(
    _ sample: CoupledSample, need: Int, about length: Double, replications: UInt64, seed: UInt64
  ) throws -> MeanCheck {
    var sample = sample
    var check = MeanCheck()
    for block in 0..<replications {
      var end = length
      while true {
        let intervals = try sample.intervals(until: end, seed: seed, block: block)
        if let first = sample.outages(intervals, need: need).first {
          check.add(Double(first.lowerBound) / 1e9)
          break
        }
        end *= 2
      }
    }
    return check
  }

  // Known answers, section "Groups and chains": MTBF 1000, MTTR 8, one crew.
  @Test(
    "one crew: long-run unavailability",
    arguments: [
      (2, 1, 1000.0, 8.0, 1.25968381936e-4), (5, 3, 1000, 8, 2.99770632418e-5),
      (3, 2, 1000, 1, 5.988000036e-6),
    ])
  func oneCrew(count: Int, need: Int, mtbf: Double, mttr: Double, known: Double) throws {
    let life = try exponential(mtbf, mttr)
    let sample = CoupledSample([.init(Array(repeating: life, count: count))], crews: 1)
    let runs = try longRun(sample, needs: [need], length: 1_000_000, replications: 200, seed: 11)
    let found = try #require(runs.first)
    #expect(abs(found.unavailability.deviation(from: known)) < 4.9)
    // The chain's frequency checks the number of outages.
    let chain = CoupledChain([.init(count, need: count, mtbf: mtbf, mttr: mttr)], crews: 1)
    let frequency = chain.chain().longRun().frequency { chain.up(0, $0) < need }
    #expect(abs(found.frequency.deviation(from: frequency)) < 4.9)
  }

  @Test(
    "one crew: mean time to the first outage",
    arguments: [
      (2, 1, 8.0, 64000.0, 2_000 as UInt64), (5, 3, 8, 277866.666667, 400),
      (3, 2, 1, 167500, 800),
    ])
  func firstOutages(
    count: Int, need: Int, mttr: Double, known: Double, replications: UInt64
  ) throws {
    let life = try exponential(1000, mttr)
    let sample = CoupledSample([.init(Array(repeating: life, count: count))], crews: 1)
    let found = try firstOutage(
      sample, need: need, about: known, replications: replications, seed: 12)
    #expect(abs(found.deviation(from: known)) < 4.9)
  }

  /// What is compared: groups of the chain, and how spares wait.
  private func compare(
    _ groups: [CoupledChain.Group], crews: Int, spares: GroupBehaviour.Spares? = nil, seed: UInt64
  ) throws {
    let chain = CoupledChain(groups, crews: crews)
    let solved = chain.chain().longRun()
    let sample = CoupledSample(
      try groups.map {
        .init(
          Array(repeating: try life($0), count: $0.count), need: $0.need, spares: spares,
          sharing: $0.sharing)
      }, crews: crews)
    for (number, group) in groups.enumerated() {
      let needs = Array(1...group.count)
      let runs = try longRun(sample, group: number, needs: needs, seed: seed)
      for (need, found) in zip(needs, runs) {
        let unavailability = solved.probability { chain.up(number, $0) < need }
        let frequency = solved.frequency { chain.up(number, $0) < need }
        #expect(abs(found.unavailability.deviation(from: unavailability)) < 4.9)
        #expect(abs(found.frequency.deviation(from: frequency)) < 4.9)
      }
    }
  }

  @Test("two groups share one crew, first come first served", arguments: [1, 2])
  func sharedCrew(crews: Int) throws {
    let groups: [CoupledChain.Group] = [
      .init(2, need: 2, mtbf: 100, mttr: 6), .init(3, need: 3, mtbf: 60, mttr: 15),
    ]
    try compare(groups, crews: crews, seed: 13)
  }

  @Test("cold spares", arguments: [(3, 1, 1), (3, 2, 3), (4, 2, 2)])
  func cold(count: Int, need: Int, crews: Int) throws {
    var group = CoupledChain.Group(count, need: need, mtbf: 50, mttr: 12)
    group.waiting = 0
    try compare([group], crews: crews, spares: .cold, seed: 14)
  }

  @Test("warm spares", arguments: [(2, 1, 1), (4, 2, 2)])
  func warm(count: Int, need: Int, crews: Int) throws {
    var group = CoupledChain.Group(count, need: need, mtbf: 50, mttr: 12)
    group.waiting = 0.25
    try compare([group], crews: crews, spares: .warm(try .percent(25)), seed: 15)
  }

  // Up times of two phases remember: a spare must keep the age that it has when it takes over.
  @Test("spares whose up times have a memory", arguments: [0.0, 0.3])
  func ageingSpares(waiting: Double) throws {
    var group = CoupledChain.Group(3, need: 1, mtbf: 50, mttr: 20)
    group.phases = 2
    group.waiting = waiting
    let spares = GroupBehaviour.Spares.warm(try .percent(100 * waiting))
    try compare([group], crews: 1, spares: waiting > 0 ? spares : .cold, seed: 16)
  }

  @Test("load sharing", arguments: [(1, 1.0), (2, 2), (3, 1)])
  func sharing(phases: Int, exponent: Double) throws {
    var group = CoupledChain.Group(3, need: 3, mtbf: 60, mttr: 15)
    group.phases = phases
    group.sharing = exponent
    try compare([group], crews: 2, seed: 17)
  }

  // A crew for each: independent members, whose long-run unavailability knows only the means:
  // U = 10 / 110; fewer than 2 of 3 up: 3 U^2 A + U^3.
  @Test(
    "enough crews leave members independent",
    arguments: [
      Law.weibull(mean: .seconds(100), shape: 2), .exponential(mean: .seconds(100)),
      .uniform(from: .seconds(50), to: .seconds(150)),
    ])
  func enoughCrews(uptime: Law) throws {
    let life = try Component(mtbf: uptime, mttr: .lognormal(mean: .seconds(10), sigma: 1))
    let sample = CoupledSample([.init([life, life, life])], crews: 3)
    let found = try #require(try longRun(sample, needs: [2], seed: 18).first)
    let u = 10.0 / 110
    #expect(abs(found.unavailability.deviation(from: u * u * (3 * (1 - u) + u))) < 4.9)
  }

  // One works for 100 while the crew restores the other, in 20 on average. With probability p = e^-5
  // that takes longer than 100, and 20 more on average, by which the service is down: a share of
  // 20 p / (100 + 20 p).
  @Test("a cold spare of fixed up times")
  func fixedUptimes() throws {
    let life = try Component(
      mtbf: .fixed(.seconds(100)), mttr: .exponential(mean: .seconds(20)))
    let sample = CoupledSample([.init([life, life], need: 1, spares: .cold)], crews: 1)
    let found = try #require(try longRun(sample, needs: [1], seed: 19).first)
    let lost = 20 * 0.006737946999085467
    #expect(abs(found.unavailability.deviation(from: lost / (100 + lost))) < 4.9)
  }
}
