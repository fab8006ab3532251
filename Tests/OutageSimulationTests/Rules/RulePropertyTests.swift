import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

/// What rules come to at the ends of their parameters, on histories made up at random.
@Suite("Properties of rules")
struct RulePropertyTests {
  private let count = 120
  private let rounds = 1_000

  private func duration(_ seconds: Int) -> Duration { .seconds(UInt32(seconds)) }

  private func levels(_ kind: TimedPart.Kind, _ operands: [[Double]]) throws -> [Double] {
    let result = try RuleTrial(kind).follow(operands.map(\.history), until: Int64(count))
    return try #require(result.levels(count))
  }

  /// 1 while at least so many are up, second by second.
  private func atLeast(_ need: Int, of members: [[Double]]) -> [Double] {
    (0..<count).map { t in members.count { $0[t] == 1 } >= need ? 1 : 0 }
  }

  @Test("a buffer that drains at once absorbs")
  func infiniteDrain() throws {
    var random = RandomHistory(seed: 11)
    for _ in 0..<rounds {
      let x = random.service(count).history
      let b = duration(random.number(1...8))
      let absorbed = try RuleTrial(.afterEffect(.absorption(b))).follow([x], until: 120)
      let buffered = try RuleTrial(.afterEffect(.buffer(Buffer(holds: b)))).follow([x], until: 120)
      #expect(absorbed == buffered)
    }
  }

  @Test("sending through a queue that never fails is a buffer")
  func perfectQueue() throws {
    var random = RandomHistory(seed: 12)
    for _ in 0..<rounds {
      let x = random.component(count).history
      let buffer = Buffer(
        holds: duration(random.number(1...8)), drain: random.one(of: [1.3, 2.7, .infinity]))
      let sent = try RuleTrial(.send(buffer)).follow([x, LevelHistory()], until: 120)
      let buffered = try RuleTrial(.afterEffect(.buffer(buffer))).follow([x], until: 120)
      #expect(sent == buffered)
    }
  }

  @Test("rules that do nothing")
  func identities() throws {
    var random = RandomHistory(seed: 13)
    let never = Breaker("x", trips: duration(count), retries: .seconds(1), fallback: .full)
    let instant = Law.fixed(try Duration(seconds: 1e-10))
    for _ in 0..<rounds {
      let (x, service) = (random.component(count), random.service(count))
      #expect(try levels(.breaker(never), [x]) == x)
      #expect(try levels(.afterEffect(.absorption(.zero)), [service]) == service)
      #expect(try levels(.afterEffect(.lag(instant)), [service]) == service)
    }
  }

  @Test("a standby that takes over at once, and one that never does")
  func pairs() throws {
    var random = RandomHistory(seed: 14)
    for _ in 0..<rounds {
      let (p, s) = (random.component(count), random.component(count))
      #expect(try levels(.failover(Failover()), [p, s]) == atLeast(1, of: [p, s]))
      let primary = random.service(count)
      let never = Failover(coverage: .impossible)
      #expect(try levels(.failover(never), [primary, s]) == primary)
    }
  }

  @Test("a group whose leader changes at once, and one whose members are found down at once")
  func groups() throws {
    var random = RandomHistory(seed: 15)
    for _ in 0..<rounds {
      let members = (0..<random.number(1...6)).map { _ in random.component(count) }
      let need = random.number(1...members.count)
      let expected = atLeast(need, of: members)
      #expect(try levels(.leader(Failover(), need: need), members) == expected)
      #expect(
        try levels(.routing(detection: .zero, need: need, share: nil), members) == expected)
    }
  }

  @Test("a group of one that is led has nobody to switch to")
  func alone() throws {
    var random = RandomHistory(seed: 16)
    for _ in 0..<rounds {
      let x = random.component(count)
      let failover = Failover(detection: .seconds(3), switching: .fixed(.seconds(5)))
      #expect(try levels(.leader(failover, need: 1), [x]) == x)
    }
  }

  @Test("a larger or faster buffer never gives more downtime, a longer lag or switch never less")
  func monotone() throws {
    var random = RandomHistory(seed: 17)
    for _ in 0..<rounds {
      let (x, y) = (random.component(count), random.component(count))
      let (b, r) = (random.number(1...8), random.one(of: [1.5, 2, 3]))
      func lost(_ kind: TimedPart.Kind, _ operands: [[Double]]) throws -> Int64 {
        let result = try RuleTrial(kind).follow(operands.map(\.history), until: Int64(count))
        return result.outages.reduce(0) { $0 + $1.end - $1.start }
      }
      func buffered(_ b: Int, _ r: Double) throws -> Int64 {
        try lost(.afterEffect(.buffer(Buffer(holds: duration(b), drain: r))), [x])
      }
      let usual = try buffered(b, r)
      #expect(try buffered(b + 1, r) <= usual)
      #expect(try buffered(b, r + 1) <= usual)
      func lagging(_ r: Int) throws -> Int64 {
        try lost(.afterEffect(.lag(.fixed(duration(r)))), [x])
      }
      #expect(try lagging(b + 1) >= lagging(b))
      func failing(_ t: Int) throws -> Int64 {
        try lost(.failover(Failover(switching: .fixed(duration(t)))), [x, y])
      }
      #expect(try failing(b + 1) >= failing(b))
    }
  }

  // Each rule reads the past alone: cut at an instant, a history is that of an earlier end.
  @Test("what comes behind the end changes nothing before it")
  func causality() throws {
    var random = RandomHistory(seed: 18)
    let failover = Failover(
      detection: .seconds(1), switching: .exponential(mean: .seconds(4)),
      coverage: try Probability(value: 0.75, complement: 0.25),
      manual: .uniform(from: .seconds(5), to: .seconds(20)), timeToLive: .seconds(40))
    let kinds: [(TimedPart.Kind, operands: Int)] = [
      (.afterEffect(.absorption(.seconds(3))), 1),
      (.afterEffect(.buffer(Buffer(holds: .seconds(4), drain: 1.7))), 1),
      (.afterEffect(.lag(.lognormal(mean: .seconds(3), sigma: 1))), 1),
      (.send(Buffer(holds: .seconds(4), drain: 2.2)), 2),
      (.breaker(Breaker("x", trips: .seconds(2), retries: .seconds(3))), 1),
      (.failover(failover), 2), (.leader(failover, need: 2), 3),
      (.routing(detection: .seconds(2), need: 1, share: 0.4), 3),
    ]
    for round in 0..<200 {
      for (kind, operands) in kinds {
        let histories = (0..<operands).map { _ in random.component(count, longest: 15).history }
        let end = Int64(random.number(1...count))
        let trial = try RuleTrial(kind)
        let long = try trial.follow(histories, until: Int64(count), seed: UInt64(round))
        let short = try trial.follow(histories, until: end, seed: UInt64(round))
        var cut = LevelHistory()
        cut.base = long.base
        for span in long.spans where span.start < end * second {
          cut.append(
            from: span.start, to: min(span.end, end * second), level: span.level, cause: span.cause)
        }
        #expect(short == cut, "\(kind), round \(round)")
        #expect(long.isWellFormed)
      }
    }
  }
}
