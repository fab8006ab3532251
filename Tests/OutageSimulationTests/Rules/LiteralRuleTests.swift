import Quantities
import Testing
import Topology

@testable import OutageSimulation

/// Each rule against its row of the table, followed second by second on histories made up at random.
@Suite("Rules are what the table says")
struct LiteralRuleTests {
  private let count = 80
  private let rounds = 2_000

  private func duration(_ seconds: Int) -> Duration { .seconds(UInt32(seconds)) }

  private func agree(_ result: LevelHistory, _ expected: [Double], tick: Int64 = second) -> Bool {
    guard result.isWellFormed, let levels = result.levels(expected.count, tick: tick) else {
      return false
    }
    return zip(levels, expected).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  /// The takeover that a failover with fixed times draws, with numbers of its own.
  private func takeover(_ failover: Failover, _ number: Double) -> Int? {
    func seconds(_ law: Law?) -> Double { law?.mean.seconds ?? 0 }
    let works = number >= failover.coverage.complement
    guard works || failover.manual != nil else { return nil }
    return Int(failover.detection.seconds + seconds(works ? failover.switching : failover.manual))
  }

  /// A failover with fixed times, some of them 0, which fails always, never or at times.
  private func failover(_ random: inout RandomHistory, timeToLive: Int?) throws -> Failover {
    let works = random.one(of: [0, 0.5, 1])
    let coverage = try Probability(value: works, complement: 1 - works)
    let switching: Law? = random.one(of: [nil, .fixed(duration(random.number(1...6)))])
    let manual: Law? = random.one(of: [nil, .fixed(duration(random.number(1...15)))])
    return Failover(
      detection: duration(random.number(0...4)), switching: switching, coverage: coverage,
      manual: manual, timeToLive: timeToLive.map(duration))
  }

  @Test("absorption")
  func absorption() throws {
    var random = RandomHistory(seed: 1)
    for round in 0..<rounds {
      let x = random.service(count)
      let b = random.number(0...8)
      let trial = try RuleTrial(.afterEffect(.absorption(duration(b))))
      let result = try trial.follow([x.history], until: Int64(count))
      #expect(agree(result, LiteralRules.absorb(x, b)), "round \(round)")
    }
  }

  // Ticks of a quarter of a second: with these drains the backlog is a whole number of them whenever
  // something fails or is restored.
  @Test("buffer and send")
  func backlogs() throws {
    var random = RandomHistory(seed: 2)
    let tick = second / 4
    for round in 0..<rounds {
      let x = random.service(count)
      let q = random.service(count, longest: 5)
      let b = random.number(1...12)
      let drain = random.one(of: [1.25, 1.5, 2, 4, .infinity])
      let buffer = Buffer(holds: duration(b), drain: drain)
      let ticks: ([Double]) -> [Double] = { $0.flatMap { [$0, $0, $0, $0] } }

      let sent = try RuleTrial(.send(buffer)).follow([x.history, q.history], until: Int64(count))
      let expected = LiteralRules.send(ticks(x), ticks(q), Double(4 * b), drain: drain)
      #expect(agree(sent, expected, tick: tick), "round \(round)")

      let trial = try RuleTrial(.afterEffect(.buffer(buffer)))
      let buffered = try trial.follow([x.history], until: Int64(count))
      let alone = LiteralRules.buffer(ticks(x), Double(4 * b), drain: drain)
      #expect(agree(buffered, alone, tick: tick), "round \(round)")
    }
  }

  @Test("breaker")
  func breaker() throws {
    var random = RandomHistory(seed: 3)
    for round in 0..<rounds {
      let x = random.service(count)
      let (trips, retries) = (random.number(0...6), random.number(1...5))
      let fallback = random.one(of: [0, 0.5, 1])
      let breaker = Breaker(
        "x", trips: duration(trips), retries: duration(retries), fallback: try Level(fallback))
      let result = try RuleTrial(.breaker(breaker)).follow([x.history], until: Int64(count))
      #expect(agree(result, LiteralRules.breaker(x, trips, retries, fallback)), "round \(round)")
    }
  }

  @Test("lag")
  func lag() throws {
    var random = RandomHistory(seed: 4)
    for round in 0..<rounds {
      let x = random.service(count)
      let r = random.number(1...7)
      let trial = try RuleTrial(.afterEffect(.lag(.fixed(duration(r)))))
      let result = try trial.follow([x.history], until: Int64(count))
      #expect(agree(result, LiteralRules.lag(x, r)), "round \(round)")
    }
  }

  @Test("failover between two places")
  func pair() throws {
    var random = RandomHistory(seed: 5)
    for round in 0..<rounds {
      let (p, s) = (random.service(count, longest: 25), random.service(count))
      let timeToLive = random.one(of: [nil, 20, 40])
      let failover = try failover(&random, timeToLive: timeToLive)
      let trial = try RuleTrial(.failover(failover))
      let result = try trial.follow(
        [p.history, s.history], until: Int64(count), seed: UInt64(round))
      var pool = try trial.pool(seed: UInt64(round))
      let expected = LiteralRules.pair(p, s, timeToLive: timeToLive ?? 0) {
        takeover(failover, number(failover, &pool))
      }
      #expect(agree(result, expected), "round \(round)")
    }
  }

  @Test("failover in a group")
  func leader() throws {
    var random = RandomHistory(seed: 6)
    for round in 0..<rounds {
      let members = (0..<random.number(1...5)).map { _ in random.component(count, longest: 12) }
      let need = random.number(1...members.count)
      let failover = try failover(&random, timeToLive: nil)
      let trial = try RuleTrial(.leader(failover, need: need))
      let result = try trial.follow(
        members.map(\.history), until: Int64(count), seed: UInt64(round))
      var pool = try trial.pool(seed: UInt64(round))
      let expected = LiteralRules.leader(members, need: need) {
        takeover(failover, number(failover, &pool))
      }
      #expect(agree(result, expected), "round \(round)")
    }
  }

  /// The number that decides whether a switch works; none is drawn where there is no doubt.
  private func number(_ failover: Failover, _ pool: inout VariatePool) -> Double {
    let failing = failover.coverage.complement
    return failing > 0 && failing < 1 ? pool.next(VariatePool.uniform) : 0.5
  }

  @Test("routing")
  func routing() throws {
    var random = RandomHistory(seed: 7)
    for round in 0..<rounds {
      let members = (0..<random.number(1...6)).map { _ in random.component(count) }
      let need = random.number(1...members.count)
      let detection = random.number(0...6)
      let share = random.one(of: [nil, 0.25, 0.5])
      let trial = try RuleTrial(
        .routing(detection: duration(detection), need: need, share: share))
      let result = try trial.follow(members.map(\.history), until: Int64(count))
      let expected = LiteralRules.routing(members, detection, need: need, share: share)
      #expect(agree(result, expected), "round \(round)")
    }
  }
}
