import Quantities
import Topology

/// Three zones; load balancers in two of them, six web instances, three database nodes.
enum ReferenceTopology {
  /// The topology with laws made from mean up times and mean restoration times.
  static func topology(
    up: (Duration) -> Law = { .exponential(mean: $0) },
    down: (Duration) -> Law = { .exponential(mean: $0) }, repairs factor: Double = 1
  ) throws -> Topology {
    func life(_ mtbf: Double, _ mttr: Double) throws -> Life {
      .laws(mtbf: up(try Duration(mtbf, .hour)), mttr: down(try Duration(mttr * factor, .hour)))
    }
    let zone = try life(8760, 2)
    let balancer = try life(8760, 1)
    let web = try life(720, 1 / 6.0)
    let node = try life(4320, 0.5)
    return try Topology {
      Zones("zone", 3, zone)
      Service("lb-1", 1, of: 1, balancer, in: ["zone.1"])
      Service("lb-2", 1, of: 1, balancer, in: ["zone.2"])
      System("lb", "lb-1" | "lb-2", as: .part)
      Service("web", 2, per: "zone", need: 4, web)
      Service("db", 2, of: 3, node, as: .store, across: ["zone"])
      System("site", "lb" & "web" & "db")
    }
  }

  static let unavailability = 1.0533850359142977e-06
  static let outagesPerYear = 0.043233983571617

  /// Identical members with a crew each, exponential.
  static func group(_ need: Int, of count: Int, mtbf: Double, mttr: Double) throws -> Topology {
    let life = Life.laws(
      mtbf: .exponential(mean: try Duration(mtbf, .hour)),
      mttr: .exponential(mean: try Duration(mttr, .hour)))
    return try Topology { Service("group", need, of: count, life) }
  }
}

extension Estimate {
  /// How many standard errors the estimate lies from what is known.
  func deviation(from known: Double) -> Double {
    (value - known) / (standardError ?? .nan)
  }
}
