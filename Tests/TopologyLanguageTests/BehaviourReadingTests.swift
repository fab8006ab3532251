import Quantities
import Testing
import Topology

@testable import TopologyLanguage

@Suite("Behaviours in time as the checker reads them")
struct BehaviourReadingTests {
  private func program(_ text: String) throws -> CheckedProgram {
    try Checker.check(SourceText(text))
  }

  private func definition(_ name: String, in text: String) throws -> Definition {
    try #require(try program(text).topology.definition(named: name))
  }

  private func behaviour(_ clauses: String) throws -> GroupBehaviour {
    let text = "store db: 1 of 2, 99.9%, mttr 1h, \(clauses)"
    guard case .group(let group) = try definition("db", in: text).body else {
      Issue.record("'\(text)' is no group")
      return .independent
    }
    return group.behaviour
  }

  /// Two places, `a` and `b`, and a third thing `x` made of them.
  private func expression(_ text: String) throws -> Expression {
    let places = "a = 99.95%, mttr 2h\nb = 99.9%, mttr 2h\n"
    guard case .expression(let expression) = try definition("x", in: places + text).body else {
      Issue.record("'\(text)' is no expression")
      return .level(.none)
    }
    return expression
  }

  // MARK: Groups

  @Test("failover in a group elects a leader; plain times are fixed, laws stay laws")
  func leader() throws {
    #expect(
      try behaviour("failover 30s").failover == Failover(switching: .fixed(.seconds(30))))
    #expect(
      try behaviour("detect 5s, failover exponential(30s), success 98%, manual 1h").failover
        == Failover(
          detection: .seconds(5), switching: .exponential(mean: .seconds(30)),
          coverage: .percent(98), manual: .fixed(.hours(1))))
    #expect(try behaviour("failover 0s").failover == Failover())
    #expect(try behaviour("detect fixed(5s), failover 0s").failover?.detection == .seconds(5))
  }

  @Test("detection alone routes, and is not a failover")
  func routing() throws {
    #expect(try behaviour("detect 5s") == GroupBehaviour(detection: .seconds(5)))
  }

  @Test("crews, standby and sharing couple the members")
  func couplings() throws {
    #expect(try behaviour("crews 1, standby cold") == GroupBehaviour(crews: 1, spares: .cold))
    #expect(
      try behaviour("standby warm 30%").spares == .warm(.percent(30)))
    #expect(try behaviour("standby hot").spares == .hot)
    #expect(try behaviour("sharing 1.5, crews 2") == GroupBehaviour(crews: 2, sharing: 1.5))
  }

  // MARK: Expressions

  @Test("the clauses of an else belong to it, in its parentheses or behind the statement")
  func otherwise() throws {
    let failover = Failover(
      detection: .seconds(90), switching: .fixed(.minutes(5)), coverage: try .percent(95),
      timeToLive: .seconds(60))
    let clauses = "detect 90s, failover 5min, success 95%, ttl 60s"
    let pair = Expression.failover(primary: "a", standby: "b", failover)
    #expect(try expression("x = a else b, \(clauses)") == pair)
    #expect(try expression("x = b & (a else b, \(clauses))") == .all(["b", pair]))
    #expect(try expression("x = b & (a else b), \(clauses)") == .all(["b", pair]))
    #expect(try expression("x = a else b") == .standby(primary: "a", standby: "b"))
    #expect(
      try expression("x = a else b, detect 90s")
        == .failover(primary: "a", standby: "b", Failover(detection: .seconds(90))))
  }

  @Test("an else with clauses of its own leaves those outside to the other one")
  func nestedElse() throws {
    let inner = Failover(switching: .fixed(.seconds(1)))
    let outer = Failover(switching: .fixed(.seconds(2)))
    #expect(
      try expression("x = (a else b, failover 1s) else b, failover 2s")
        == .failover(
          primary: .failover(primary: "a", standby: "b", inner), standby: "b", outer))
  }

  @Test("a fallback level takes over like a place once it takes time")
  func fallback() throws {
    let half = try Level(0.5)
    #expect(try expression("x = a else level 50%") == .fallback("a", half))
    #expect(
      try expression("x = a else level 50%, failover 5s")
        == .failover(
          primary: "a", standby: .level(half), Failover(switching: .fixed(.seconds(5)))))
  }

  @Test("what outages look like from outside wraps parentheses, the first word innermost")
  func effectsInParentheses() throws {
    #expect(
      try expression("x = b & (a, lag 5s, absorb 10s)")
        == .all([
          "b",
          .behaving(
            .behaving("a", .lag(.fixed(.seconds(5)))), .absorption(.seconds(10))),
        ]))
    #expect(
      try expression("x = (a, drain 2, buffer 5min) & b")
        == .all(
          ["a", "b"].enumerated().map { place, name in
            place == 0
              ? .behaving(.name(name), .buffer(Buffer(holds: .minutes(5), drain: 2))) : .name(name)
          }))
  }

  // MARK: Definitions

  @Test("what outages look like from outside belongs to the definition behind it, in order")
  func effectsOfDefinitions() throws {
    let effects: [AfterEffect] = [
      .absorption(.seconds(10)), .lag(.exponential(mean: .minutes(5))),
      .buffer(Buffer(holds: .minutes(15))),
    ]
    for head in ["lb = 99.9%", "service lb: 2 of 3, 99.9%"] {
      let text = "\(head), mttr 1h, absorb 10s, lag exponential(5min), buffer 15min"
      let definition = try definition("lb", in: text)
      #expect(definition.afterEffects == effects)
      #expect(definition.buffer == nil)
    }
  }

  @Test("a queue's buffer is what is sent through it, its other words its own")
  func queue() throws {
    let text = """
      service pay: 2 of 3, 99%, mttr 1h
      queue q: 99.9%, mttr 10min, absorb 10s, buffer 15min, drain 1.25
      service web: 2 of 3, 99%, mttr 5min, sends pay via q
      """
    let queue = try definition("q", in: text)
    #expect(queue.buffer == Buffer(holds: .minutes(15), drain: 1.25))
    #expect(queue.afterEffects == [.absorption(.seconds(10))])
    #expect(try definition("web", in: text).sends == [Send("pay", via: "q")])
  }

  @Test("a breaker falls back to nothing unless it says more")
  func breaker() throws {
    let text = """
      fraud = 99%, mttr 1h
      rates = 99%, mttr 1h
      web = 99%, mttr 5min, breaker fraud trips 0s retries 30s, breaker rates trips 1s retries 2s fallback 90%
      """
    #expect(
      try definition("web", in: text).breakers == [
        Breaker("fraud", trips: .zero, retries: .seconds(30)),
        Breaker("rates", trips: .seconds(1), retries: .seconds(2), fallback: try Level(0.9)),
      ])
  }

  @Test("crews behind an expression are shared by all in it; of a dealt group they are its own")
  func crews() throws {
    #expect(try definition("x", in: "x = 2 of 3 99%, mttr 1h, crews 1").crews == 1)
    let dealt = try definition(
      "x", in: "zones z: 2, 99%, mttr 1h\nx = 1 of 2 99%, mttr 1h, across z, crews 1")
    guard case .group(let group) = dealt.body else {
      Issue.record("it is no group")
      return
    }
    #expect(group.behaviour.crews == 1)
    #expect(dealt.crews == nil)
  }

  // MARK: Schedules

  @Test("changes have a restoration that is exponential unless it says otherwise")
  func changes() throws {
    let deploys = "changes deploys: every 1d, fails 5%, restore"
    #expect(
      try definition("deploys", in: "\(deploys) 1h").body
        == .changes(
          Changes(
            every: .days(1), failing: .percent(5), restoration: .exponential(mean: .hours(1)))))
    let canary = Changes.Canary(
      share: try .percent(1), length: .minutes(10), catches: try .percent(90))
    #expect(
      try definition(
        "deploys", in: "\(deploys) fixed(1h), share 10%, canary 1% 10min catches 90%"
      ).body
        == .changes(
          Changes(
            every: .days(1), failing: .percent(5), restoration: .fixed(.hours(1)),
            share: .percent(10), canary: canary)))
  }

  @Test("maintenance has the scope that across and in name")
  func maintenance() throws {
    let text = """
      zones az: 3, 99.99%, mttr 1h
      service web: 2 of 3, 99%, mttr 1h
      maintenance patch: every 30d, lasts 1h, rolling, across web, in az.1, across az
      maintenance move: every 365d, lasts 8h
      site = web & move
      """
    #expect(
      try definition("patch", in: text).body
        == .maintenance(
          Maintenance(
            every: .days(30), lasting: .hours(1), isRolling: true, scope: ["web", "az.1", "az"])))
    #expect(
      try definition("move", in: text).body
        == .maintenance(Maintenance(every: .days(365), lasting: .hours(8))))
    #expect(try program(text).topology.subjects == ["site"])
  }

  @Test("a schedule is never what a text that asks nothing is asked about")
  func subjects() throws {
    let text = "a = 99%, mttr 1h\nchanges deploys: every 1d, fails 5%, restore 1h"
    #expect(try program(text).topology.subjects == ["a"])
  }

  // MARK: Warnings and assumptions

  @Test(
    "what changes nothing is warned of",
    arguments: [
      ("pay = 99%, mttr 1h\nweb = 99%, mttr 1h, sends pay", "no effect"),
      ("queue q: 99%, mttr 1h, buffer 5min", "nothing is sent via 'q'"),
      ("a = 99%\nchanges deploys: every 1d, fails 5%, restore 1h", "nothing names 'deploys'"),
      ("a = 99%\nmaintenance patch: every 30d, lasts 1h", "nothing names 'patch'"),
      ("store db: 2 of 2, 99%, mttr 1h, failover 30s", "none can take over"),
      ("service web: 2 of 2, 99%, mttr 1h, detect 5s", "none can take over"),
      ("a = 99%, mttr 1h\nx = a & 2 of 3 99%, mttr 1h, crews 1", "don't restore 'a'"),
    ])
  func warnings(text: String, words: String) throws {
    let warnings = try program(text).warnings
    #expect(warnings.count == 1)
    #expect(warnings.first?.message.contains(words) ?? false, "\(warnings)")
  }

  @Test("the exponential restoration of changes is said where they strike, and nowhere else")
  func exponentialRestoration() throws {
    let text = """
      changes deploys: every 1d, fails 5%, restore 1h
      changes flags: every 1d, fails 5%, restore fixed(1h)
      a = 99%, mttr 1h
      b = a & deploys & flags
      simulate b for 1y, runs 10
      simulate a for 1y, runs 10
      """
    let assumptions = try program(text).questions.map { question in
      guard case .simulate(let simulation) = question else { return [String]() }
      return simulation.assumptions.filter { $0.contains("exponential") }
    }
    #expect(assumptions.map(\.count) == [1, 0])
    #expect(assumptions[0][0].contains("'deploys'"))
  }
}
