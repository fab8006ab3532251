import Quantities
import Testing
import Topology

@testable import TopologyLanguage

/// The three-zone shop of the language's page, in text and in Swift.
@Suite("Behaviours in time written in Swift")
struct BehaviourStatementTests {
  private static func shop() throws -> Topology {
    let instance = Life.mtbf(.days(30), mttr: .minutes(5))
    let election = Failover(
      switching: .fixed(.seconds(30)), coverage: try .percent(98), manual: .fixed(.hours(1)))
    let degraded = try Level(0.8)
    let fraud = Breaker(
      "fraud", trips: .seconds(10), retries: .seconds(30), fallback: try Level(0.9))
    return try Topology {
      Zones("az", 3, .mtbf(.years(2), mttr: .hours(1)))
      Service("auth", 2, per: "az", need: 4, instance, needs: ["sessions"])
      Service(
        "catalog", 3, per: "az", need: 6, instance, wants: [.init("sessions", degraded: degraded)])
      Service(
        "order", 3, per: "az", need: 6, instance, needs: ["orders-db", "auth"],
        sends: [Send("payment", via: "pay-queue")], breakers: [fraud])
      Service("payment", 2, per: "az", need: 4, .mtbf(.days(20), mttr: .minutes(10)))
      Service("fraud", 2, per: "az", need: 3, .mtbf(.days(15), mttr: .minutes(20)))
      Queue(
        "pay-queue", .percent(99.95, mttr: .minutes(10)),
        Buffer(holds: .minutes(15), drain: 1.25))
      Service(
        "sessions", 1, of: 3, .mtbf(.days(60), mttr: .minutes(10)), as: .store, across: ["az"],
        behaviour: GroupBehaviour(failover: Failover(switching: .fixed(.seconds(15)))))
      Service(
        "orders-db", 1, of: 2, .mtbf(.days(180), mttr: .hours(1)), as: .store, across: ["az"],
        behaviour: GroupBehaviour(failover: election))
      Part("lb", .percent(99.99, mttr: .minutes(1)))
      System("shop", "lb" & "auth" & "catalog" & "order")
    }
  }

  @Test("make the topology that the text makes")
  func sameTopology() throws {
    let end = try #require(Systems.shop.range(of: "sla gold"))
    let text = String(Systems.shop[..<end.lowerBound])
    #expect(try Checker.check(SourceText(text)).topology == Self.shop())
  }

  @Test("schedules, crews and after-effects make the topology that the text makes")
  func schedules() throws {
    let changes = Changes(
      every: .days(1), failing: try .percent(5), restoration: .exponential(mean: .hours(1)))
    let topology = try Topology {
      Service(
        "web", 2, of: 3, .percent(99.5, mttr: .minutes(5)), afterEffects: [.absorption(.seconds(2))]
      )
      Part("lb", .percent(99.99, mttr: .minutes(1)), afterEffects: [.lag(.fixed(.seconds(5)))])
      Deployments("deploys", changes)
      PlannedWork(
        "patches",
        Maintenance(every: .days(30), lasting: .minutes(10), isRolling: true, scope: ["web"]))
      System("site", "lb" & "web" & "deploys", crews: 1)
    }
    let text = """
      service web: 2 of 3, 99.5%, mttr 5min, absorb 2s
      lb = 99.99%, mttr 1min, lag 5s
      changes deploys: every 1d, fails 5%, restore 1h
      maintenance patches: every 30d, lasts 10min, rolling, across web
      system site = lb & web & deploys, crews 1
      """
    #expect(try Checker.check(SourceText(text)).topology == topology)
  }

  // MARK: Flaws

  /// Why a store of one or several members with that behaviour is refused.
  private func flaw(
    of behaviour: GroupBehaviour, need: Int = 1, members: Int = 2
  ) -> BehaviourFlaw? {
    flaw {
      Service(
        "db", need, of: members, .percent(99.9, mttr: .hours(1)), as: .store, behaviour: behaviour)
    }
  }

  private func flaw(
    @TopologyBuilder _ statements: () -> [any TopologyStatement]
  ) -> BehaviourFlaw? {
    do throws(TopologyError) {
      _ = try Topology(statements)
      return nil
    } catch {
      guard case .behaviour(let flaw) = error.reason else { return nil }
      return flaw
    }
  }

  @Test("of groups are refused out of their range, each for its own reason")
  func groups() {
    let failover = Failover(switching: .fixed(.seconds(30)))
    #expect(flaw(of: .init(failover: failover)) == nil)
    #expect(flaw(of: .init(failover: failover), members: 1) == .ofOne("failover"))
    #expect(flaw(of: .init(failover: Failover(timeToLive: .seconds(1)))) == .timeToLiveInGroup)
    #expect(flaw(of: .init(failover: failover, detection: .seconds(1))) == .twoDetections)
    #expect(flaw(of: .init(detection: .seconds(1)), members: 1) == .ofOne("detect"))
    #expect(flaw(of: .init(crews: 0)) == .noCrews(0))
    #expect(flaw(of: .init(spares: .cold), need: 2) == .noSpare(need: 2))
    #expect(flaw(of: .init(spares: .hot, sharing: 1)) == .standbyWithSharing)
    #expect(flaw(of: .init(sharing: -1)) == .sharing(-1))
    #expect(flaw(of: .init(sharing: 1), members: 1) == .ofOne("sharing"))
    let law = Failover(switching: .uniform(from: .seconds(2), to: .seconds(1)))
    #expect(flaw(of: .init(failover: law)) == .law("failover", "its ends must be in order"))
  }

  @Test("of definitions are refused out of their range, each for its own reason")
  func definitions() throws {
    let life = Life.percent(99.9, mttr: .hours(1))
    #expect(flaw { Queue("q", life, Buffer(holds: .minutes(1), drain: 1)) } == .drain(1))
    #expect(flaw { Queue("q", life, Buffer(holds: .zero)) } == .notPositive("buffer"))
    #expect(
      flaw { Part("a", life, afterEffects: [.absorption(.zero)]) } == .notPositive("absorb"))
    #expect(
      flaw { System("a", .behaving(.level(.full), .lag(.fixed(.zero)))) }
        == .law("lag", "its mean must be longer than 0"))
    #expect(
      flaw {
        Part("a", life)
        System("b", .level(.full), breakers: [Breaker("a", trips: .zero, retries: .zero)])
      } == .notPositive("retries"))
    #expect(
      flaw {
        Part("a", life)
        System("b", .level(.full), needs: ["a"], sends: [Send("a", via: "a")])
      } == .notAQueue("a"))
    #expect(flaw { System("a", .level(.full), crews: 1) } == .nothingToRestore)
    #expect(
      flaw { PlannedWork("p", Maintenance(every: .hours(1), lasting: .hours(2))) }
        == .longWindows(places: 1))
    #expect(
      flaw {
        Service("web", 2, of: 30, life)
        PlannedWork(
          "p", Maintenance(every: .days(1), lasting: .hours(1), isRolling: true, scope: ["web"]))
      } == .longWindows(places: 30))
  }

  @Test("need times all the way down, and name the part without")
  func untimed() {
    let topology = { () throws(TopologyError) in
      try Topology {
        Zones("az", 2, .percent(99.99))
        Service("web", 1, of: 2, .percent(99, mttr: .hours(1)), across: ["az"])
        System("site", "web" & "web", afterEffects: [.absorption(.seconds(1))])
      }
    }
    #expect(
      throws: TopologyError(
        definition: "az", reason: .behaviour(.untimed(rule: "absorb", of: "site")))
    ) { try topology() }
  }

  @Test("need no times of what never fails or never works")
  func certain() {
    #expect(
      flaw { Part("a", .percent(100), afterEffects: [.absorption(.seconds(1))]) } == nil)
    #expect(flaw { Part("a", .percent(0), afterEffects: [.absorption(.seconds(1))]) } == nil)
  }
}
