import LifeDistributions
import Quantities
import RandomStreams
import Testing
import Topology

@testable import OutageSimulation

/// Lengths drawn from data. A bound of 4.9 standard errors fails one time in a million.
@Suite("Lengths drawn from observed lives")
struct ObservedLengthTests {
  /// Minutes: ties, a 0 and a long tail.
  private static let minutes: [UInt32] = [3, 0, 5, 8, 8, 8, 13, 21, 34, 55, 240, 605]

  private static func observed(_ minutes: [UInt32] = minutes) throws -> ObservedLives {
    try ObservedLives(minutes.map { .minutes($0) })
  }

  private func table() throws -> LengthTable {
    LengthTable(try Self.observed(), nanoseconds: 1e9)
  }

  /// Tails at even distances: shares are exact to one of them.
  private func shares(of draw: (Double) -> Double) -> [UInt32: Double] {
    let count = 120_000
    var found: [UInt32: Double] = [:]
    for place in 0..<count {
      let length = draw((Double(place) + 0.5) / Double(count))
      found[UInt32(length / 60e9), default: 0] += 1 / Double(count)
    }
    return found
  }

  @Test("each has its share of the words, the longest the lowest tails")
  func equalShares() throws {
    let table = try table()
    let found = shares { table.length(tail: $0) }
    for (minutes, share) in found {
      let expected = Double(Self.minutes.count { $0 == minutes }) / Double(Self.minutes.count)
      #expect(abs(share - expected) < 2e-5)
    }
    #expect(found.count == Set(Self.minutes).count)
    let lengths = (0...1_000).map { table.length(tail: Double($0) / 1_000) }
    #expect(lengths == lengths.sorted(by: >))
    #expect(lengths.first == 605 * 60e9)
    #expect(lengths.last == 0)
  }

  @Test("the one that covers an instant has a share in proportion to its length")
  func coveringShares() throws {
    let table = try table()
    let found = shares { table.coveringLength(tail: $0) }
    let total = Double(Self.minutes.reduce(0, +))
    for minutes in Set(Self.minutes) {
      let all = Double(minutes) * Double(Self.minutes.count { $0 == minutes })
      #expect(abs((found[minutes] ?? 0) - all / total) < 2e-5)
    }
    #expect(found[0] == nil)
  }

  @Test("a length splits them into those up to it and those beyond")
  func split() throws {
    let table = try table()
    for (delta, longer, bound) in [
      (0.0, 11, 0), (2.9, 11, 0), (3, 10, 3), (8, 6, 8), (604, 1, 240), (605, 0, 605),
      (1e9, 0, 605),
    ] as [(Double, Double, Double)] {
      let (tail, longest) = table.split(at: delta * 60e9)
      #expect(tail == longer / 12)
      #expect(longest == bound * 60e9)
      // What counts as slow is drawn from the lowest tails.
      if longer > 0 { #expect(table.length(tail: tail * (1 - 1e-12)) > delta * 60e9) }
      #expect(table.length(tail: tail) <= longest || longer == 12)
    }
  }

  @Test("drawn lengths follow their distribution function")
  func distribution() throws {
    var laws = LawCatalogue()
    let law = laws.place(.empirical(try Self.observed()))
    let life = try LifeDistribution(.empirical(Self.observed()))
    var pool = try VariatePool(laws)
    pool.restart(seed: 71, block: 0)
    let count = 400_000
    let drawn = (0..<count).map { _ in pool.draw(law) / 1e9 }
    for minutes in Set(Self.minutes) {
      let known = try life.distribution(at: .minutes(minutes))
      let within = Double(drawn.count { $0 <= Double(minutes) * 60 })
      let error = (Double(count) * known.value * known.complement).squareRoot()
      #expect(abs(within - Double(count) * known.value) <= 4.9 * error)
    }
  }
}

/// Whole systems whose lives are data: their averages depend on means alone, and the ways of sampling
/// agree on the rest.
@Suite("Simulations of observed lives")
struct ObservedLifeSimulationTests {
  private static let uptimes: [UInt32] = [10, 25, 40, 40, 55, 80, 130, 420]
  private static let restorations: [UInt32] = [4, 6, 9, 15, 15, 22, 40, 70, 180, 419]

  private func restoration() throws -> Law {
    .empirical(try ObservedLives(Self.restorations.map { .minutes($0) }))
  }

  /// Two of three with mean times of 100 h and 78 min.
  private func topology(_ uptime: Law) throws -> Topology {
    let life = Life.laws(mtbf: uptime, mttr: try restoration())
    return try Topology { Service("x", 2, of: 3, life) }
  }

  private static func uptimes(isObserved: Bool) throws -> Law {
    isObserved
      ? .empirical(try ObservedLives(uptimes.map { .hours($0) })) : .exponential(mean: .hours(100))
  }

  @Test(
    "unavailability, frequency and mean outage follow from the means",
    arguments: [false, true], [SimulationRequest.Sampling.plain, .conditioned])
  func means(isObserved: Bool, sampling: SimulationRequest.Sampling) async throws {
    let topology = try topology(Self.uptimes(isObserved: isObserved))
    let runs = sampling == .plain ? 131_072 : 65_536
    let result = try await BehaviourSystems.simulate(topology, "x", hours: 2_000, runs: runs) {
      $0.sampling = sampling
    }
    #expect(result.sampling == sampling)
    let (up, down) = (100 / 101.3, 1.3 / 101.3)
    let unavailability = 3 * up * down * down + down * down * down
    let perHour = 6 * up * down * up / 100
    let touching = perHour * 2_000 + unavailability
    #expect(abs(try #require(result.unavailability).deviation(from: unavailability)) < 4.9)
    // Conditioned sampling knows this mean: nothing but roundings varies.
    let outages = try #require(result.outages)
    let reach = 4.9 * (outages.standardError ?? 0) + 1e-9 * touching
    #expect(abs(outages.value - touching) < reach)
    let mean = try #require(result.outageLengths).mean.scaled(by: 1 / 3_600)
    #expect(abs(mean.deviation(from: 2_000 * unavailability / touching)) < 4.9)
  }

  /// The superposed stream with its screen, components drawn one by one (a gamma law of shape 1 is
  /// exponential under another name), and conditioned sampling of both.
  @Test("all ways of sampling agree on the tail of the downtime")
  func tails() async throws {
    var found: [[Estimate]] = []
    for uptime in [Law.exponential(mean: .hours(100)), .gamma(mean: .hours(100), shape: 1)] {
      for sampling in [SimulationRequest.Sampling.plain, .conditioned] {
        let runs = sampling == .plain ? 131_072 : 65_536
        let result = try await BehaviourSystems.simulate(
          topology(uptime), "x", hours: 500, runs: runs
        ) {
          $0.sampling = sampling
          $0.seed = UInt64(31 + found.count)
          $0.thresholds = [.zero, .minutes(15), .minutes(70), .hours(4)]
        }
        found.append(result.exceedances.map(\.probability))
      }
    }
    for (one, other) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
      #expect(found[one].count == 4)
      for (left, right) in zip(found[one], found[other]) {
        let (one, other) = (left.standardError ?? .nan, right.standardError ?? .nan)
        let error = (one * one + other * other).squareRoot()
        #expect(abs(left.value - right.value) < 4.9 * error, "\(left) and \(right)")
      }
    }
  }

  /// Of one component nearly all outages lie whole in a long window.
  @Test("outages of one component are as long as the data say")
  func outageLengths() async throws {
    let life = Life.laws(mtbf: .exponential(mean: .hours(100)), mttr: try restoration())
    let topology = try Topology { Service("x", 1, of: 1, life) }
    let result = try await BehaviourSystems.simulate(
      topology, "x", hours: 100_000, runs: 2_048
    ) { $0.sampling = .plain }
    let lengths = try #require(result.outageLengths)
    // Buckets are 0.2 % wide.
    for (estimate, minutes) in [(lengths.p95, 419.0), (lengths.p99, 419)] {
      #expect(abs(estimate.value / 60 / minutes - 1) < 0.003)
    }
    #expect((15.0...22.1).contains(lengths.p50.value / 60))
  }

  @Test("the same bits for any number of threads", arguments: [1, 2, 3])
  func threads(count: Int) async throws {
    func bits(_ threads: Int) async throws -> [UInt64] {
      let result = try await BehaviourSystems.simulate(
        topology(Self.uptimes(isObserved: true)), "x", hours: 500, runs: 20_000
      ) { $0.threads = threads }
      return [result.unavailability?.value, result.outages?.value, result.downtime?.largest]
        .compactMap { $0?.bitPattern }
    }
    let found = try await bits(count)
    #expect(found.count == 3)
    #expect(try await bits(2) == found)
  }
}
