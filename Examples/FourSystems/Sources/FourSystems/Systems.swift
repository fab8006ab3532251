import Nines

/// The systems of the language page, written in Swift.
enum Systems {
  static func site() throws -> Topology {
    try Topology {
      Service("web", 2, of: 3, .mtbf(.days(30), mttr: .minutes(5)))
      Service(
        "db", 1, of: 2, .percent(99.9, mttr: .hours(1)), as: .store,
        behaviour: GroupBehaviour(failover: Failover(switching: .fixed(.seconds(30)))))
      Part("front", .percent(99.99, mttr: .minutes(1)))
      System("site", "front" & "web" & "db")
    }
  }

  static func shop() throws -> Topology {
    let instance = Life.mtbf(.days(30), mttr: .minutes(5))
    let degraded = try Level(0.8)
    let fraud = Breaker(
      "fraud", trips: .seconds(10), retries: .seconds(30), fallback: try Level(0.9))
    let takeover = try ordersFailover()
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
        behaviour: GroupBehaviour(failover: takeover))
      Part("lb", .percent(99.99, mttr: .minutes(1)))
      System("shop", "lb" & "auth" & "catalog" & "order")
    }
  }

  private static func ordersFailover() throws -> Failover {
    Failover(
      switching: .fixed(.seconds(30)), coverage: try .percent(98), manual: .fixed(.hours(1)))
  }

  static func world() throws -> Topology {
    let failover = Failover(
      detection: .seconds(90), switching: .fixed(.minutes(5)), coverage: try .percent(95))
    return try Topology {
      Part("eu", .percent(99.95, mttr: .hours(2)))
      Part("us", .percent(99.9, mttr: .hours(2)))
      Part("dns", .nines(5, mttr: .minutes(5)))
      System("world", "dns" & .failover(primary: "eu", standby: "us", failover))
    }
  }

  /// A web tier of `count` instances a zone that needs eight in all.
  static func tier(_ count: Int) throws -> Topology {
    try Topology {
      Zones("az", 3, .mtbf(.years(2), mttr: .hours(1)))
      Service("web", count, per: "az", need: 8, .mtbf(.days(30), mttr: .minutes(5)))
      Part("lb", .percent(99.99, mttr: .minutes(1)))
      System("shop", "lb" & "web")
    }
  }
}
