import Nines

/// The reference topology, 14 components: three zones; load balancers in two of them, six web
/// instances, three database nodes.
public enum ReferenceSite {
  /// The definition to ask about.
  public static let name = "site"

  /// The topology with laws made from mean up times and mean restoration times, all restorations
  /// being `factor` times as long as the reference's. Throws for a law out of range.
  public static func topology(
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
      System(name, "lb" & "web" & "db")
    }
  }

  /// The same structure with a level between up and down: without the database half the service is
  /// left. Throws what the checker throws.
  public static func degradable() throws -> Topology {
    try Checker.check(SourceText(degradableText)).topology
  }

  private static let degradableText = """
    zones zone: 3, mtbf 8760h, mttr 2h
    service lb-1: mtbf 8760h, mttr 1h, in zone.1
    service lb-2: mtbf 8760h, mttr 1h, in zone.2
    lb = lb-1 | lb-2
    service web: 2 per zone, need 4, mtbf 720h, mttr 10min
    store db: 2 of 3, mtbf 4320h, mttr 30min, across zone
    system site = lb & web & (db else level 50%)
    """
}
