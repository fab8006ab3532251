import Nines

/// The systems of the language page, written in Swift.
enum Systems {
  static func site() throws -> Topology {
    try Topology {
      Service("web", 2, of: 3, .mtbf(.days(30), mttr: .minutes(5)))
      Service("db", 1, of: 2, .percent(99.9, mttr: .hours(1)), as: .store)
      Part("front", .percent(99.99, mttr: .minutes(1)))
      System("site", "front" & "web" & "db")
    }
  }

  static func shop() throws -> Topology {
    let instance = Life.mtbf(.days(30), mttr: .minutes(5))
    let degraded = try Level(0.8)
    return try Topology {
      Zones("az", 3, .mtbf(.years(2), mttr: .hours(1)))
      Service("auth", 2, per: "az", need: 4, instance, needs: ["sessions"])
      Service(
        "catalog", 3, per: "az", need: 6, instance, wants: [.init("sessions", degraded: degraded)])
      Service("order", 3, per: "az", need: 6, instance, needs: ["orders-db", "auth"])
      Service(
        "sessions", 1, of: 3, .mtbf(.days(60), mttr: .minutes(10)), as: .store, across: ["az"])
      Service("orders-db", 1, of: 2, .mtbf(.days(180), mttr: .hours(1)), as: .store, across: ["az"])
      Part("lb", .percent(99.99, mttr: .minutes(1)))
      System("shop", "lb" & "auth" & "catalog" & "order")
    }
  }

  static func world() throws -> Topology {
    try Topology {
      Part("eu", .percent(99.95, mttr: .hours(2)))
      Part("us", .percent(99.9, mttr: .hours(2)))
      Part("dns", .nines(5, mttr: .minutes(5)))
      System("world", "dns" & .standby(primary: "eu", standby: "us"))
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
