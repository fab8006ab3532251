import Quantities
import TestSupport
import Testing
import Topology

@testable import OutageSimulation

/// What holds for every history of coupled members.
@Suite("Properties of coupled histories")
struct CoupledPropertyTests {
  private static let laws: [Law] = [
    .exponential(mean: .seconds(30)), .weibull(mean: .seconds(40), shape: 2),
    .uniform(from: .seconds(10), to: .seconds(50)), .fixed(.seconds(35)),
    .gamma(mean: .seconds(25), shape: 0.5),
  ]

  /// A few groups of random lives; each restoration lasts 8 s where `isFixed` says so.
  private func groups(_ seed: UInt64, isFixed: Bool) throws -> [CoupledSample.Group] {
    var random = SplitMix64(seed: seed)
    return try (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let count = Int.random(in: 1...5, using: &random)
      let lives = try (0..<count).map { _ in
        let uptime = Self.laws.randomElement(using: &random) ?? .fixed(.seconds(1))
        return try Component(
          mtbf: uptime,
          mttr: isFixed ? .fixed(.seconds(8)) : .lognormal(mean: .seconds(9), sigma: 1))
      }
      let need = Int.random(in: 1...count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: return .init(lives, need: need, spares: .cold)
      case 1: return .init(lives, need: need, spares: .warm(try .percent(40)))
      case 2: return .init(lives, sharing: 1.5)
      default: return .init(lives)
      }
    }
  }

  // A restoration of 8 s begins 8 s before it ends.
  @Test("at most so many crews work, none is idle while somebody waits, and nobody is passed over")
  func crews() throws {
    for seed in 0..<60 as Range<UInt64> {
      for crews in 1...3 {
        var sample = CoupledSample(try groups(seed, isFixed: true), crews: crews)
        let end = Int64(2_000e9)
        let intervals = try sample.intervals(until: 2_000, seed: seed)
        let begins = intervals.filter { $0.end != end }.map { $0.end - 8_000_000_000 }
        #expect(begins == begins.sorted())
        for (place, begin) in begins.enumerated() {
          let freed = place < crews ? .min : begins[place - crews] + 8_000_000_000
          #expect(begin == max(intervals[place].start, freed))
        }
      }
    }
  }

  @Test("intervals come by their starts, and those of one member don't overlap", arguments: [1, 9])
  func order(crews: Int) throws {
    for seed in 0..<60 as Range<UInt64> {
      var sample = CoupledSample(try groups(seed, isFixed: false), crews: crews)
      let intervals = try sample.intervals(until: 2_000, seed: seed)
      #expect(!intervals.isEmpty)
      var last: [Int32: Int64] = [:]
      for (place, interval) in intervals.enumerated() {
        #expect(interval.start < interval.end && interval.start < Int64(2_000e9))
        #expect(interval.start > last[interval.component] ?? .min)
        last[interval.component] = interval.end
        if place > 0 { #expect(intervals[place - 1].start <= interval.start) }
      }
    }
  }

  @Test("a longer replication begins like a shorter one, and one leaves no trace in the next")
  func beginnings() throws {
    for seed in 0..<40 as Range<UInt64> {
      var sample = CoupledSample(try groups(seed, isFixed: false), crews: 2)
      let short = try sample.intervals(until: 500, seed: seed)
      let long = try sample.intervals(until: 3_000, seed: seed)
      let end = Int64(500e9)
      #expect(
        short.map { [$0.start, min($0.end, end)] }
          == long.filter { $0.start < end }.map { [$0.start, min($0.end, end)] })
      #expect(try sample.intervals(until: 3_000, seed: seed) == long)
    }
  }

  @Test("hot spares age as if they worked, and an exponent of 0 shares nothing")
  func nothingCoupled() throws {
    for seed in 0..<20 as Range<UInt64> {
      let lives = try groups(seed, isFixed: false)[0].lives
      var alone = CoupledSample([.init(lives)])
      let intervals = try alone.intervals(until: 1_000, seed: seed)
      for group in [
        CoupledSample.Group(lives, need: 1, spares: .hot),
        .init(lives, need: 1, spares: .warm(.certain)),
        .init(lives, sharing: 0),
      ] {
        var sample = CoupledSample([group], crews: lives.count)
        #expect(try sample.intervals(until: 1_000, seed: seed) == intervals)
      }
    }
  }

  // Fifty members that wear each other out until hardly one is up: ages pass 1,200 years, more than 64
  // bits hold. The crew restores one every 30 days, since somebody always waits.
  @Test("a long history at a high speed stays in order")
  func highSpeed() throws {
    let life = try Component(mtbf: .exponential(mean: .years(1)), mttr: .fixed(.days(30)))
    var sample = CoupledSample(
      [.init(Array(repeating: life, count: 50), sharing: 3)], crews: 1)
    let end = 100 * 365 * 86_400.0
    let intervals = try sample.intervals(until: end, seed: 3)
    let first = Double(try #require(intervals.first).start) / 1e9
    let restored = intervals.count { $0.end < Int64(end * 1e9) }
    #expect(restored == Int((end - first) / (30 * 86_400)))
  }
}
