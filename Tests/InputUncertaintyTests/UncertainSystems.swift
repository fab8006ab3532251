import InputUncertainty
import Quantities
import TestSupport
import Topology

/// Systems with uncertain inputs for the tests.
enum UncertainSystems {
  /// A component given by its times.
  static func component(_ uptime: Duration, _ restoration: Duration) throws -> Component {
    try Component(
      mtbf: .exponential(mean: uptime), mttr: .exponential(mean: restoration))
  }

  /// A part `s` of an expression that is made of draws.
  static func part(
    _ expression: @escaping @Sendable (inout InputDraw) throws -> Expression
  ) throws -> UncertainTopology {
    try UncertainTopology { draw in
      try Topology(definitions: [Definition("s", .expression(expression(&draw)))])
    }
  }

  /// System 1 of the language's page with a range for every time and availability.
  static func site() throws -> UncertainTopology {
    try UncertainTopology { draw in
      let web = try component(
        draw.duration("web.mtbf", from: .days(20), to: .days(45)),
        draw.duration("web.mttr", from: .minutes(2), to: .minutes(12)))
      let db = try Component(
        availability: draw.probability("db", from: .percent(99.8), to: .percent(99.95)),
        mttr: .exponential(mean: draw.duration("db.mttr", from: .minutes(30), to: .hours(2))))
      return try Topology {
        Service("web", 2, of: 3, .component(web))
        Service("db", 1, of: 2, .component(db), as: .store)
        Part("lb", .percent(99.99, mttr: .minutes(1)))
        System("site", .all([.name("lb"), .name("web"), .name("db")]))
      }
    }
  }

  /// Zones, a common cause, a soft dependency and a shared store: levels, and meshed gates.
  static func shop() throws -> UncertainTopology {
    try UncertainTopology { draw in
      let mtbf = try draw.duration("app.mtbf", from: .days(20), to: .days(45))
      let mttr = try draw.duration("mttr", events: 7, in: .hours(2))
      let zone = try component(
        draw.duration("az.mtbf", events: 1, in: .years(3)), .hours(1))
      let store = try Component(
        availability: draw.probability("store", events: 99_950, of: 100_000),
        mttr: .exponential(mean: mttr))
      let app = try component(mtbf, mttr)
      let degraded = try Level(0.8)
      let share = try Probability.percent(5)
      return try Topology {
        Zones("az", 3, .component(zone))
        Service("store", 1, of: 2, .component(store), across: ["az"])
        Service(
          "auth", 2, per: "az", need: 4, .component(app), commonCause: share,
          needs: ["store"])
        Service(
          "catalog", 1, per: "az", need: 2, .component(app),
          wants: [.init("store", degraded: degraded)])
        System("shop", .all([.name("auth"), .name("catalog")]))
      }
    }
  }
}
