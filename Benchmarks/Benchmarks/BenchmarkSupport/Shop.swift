import Nines

/// Shops of growing size: services over three zones, each with a store of its own.
public enum Shop {
  /// The text of a shop; it has 12 components a service and 4 more.
  public static func text(services: Int) -> String {
    var lines = ["zones az: 3, mtbf 2y, mttr 1h"]
    for service in 1...services {
      lines.append("store db-\(service): 2 of 3, mtbf 180d, mttr 1h, across az")
      lines.append(
        "service api-\(service): 3 per az, need 6, mtbf 30d, mttr 5min, needs db-\(service)")
    }
    let names = (1...services).map { "api-\($0)" }.joined(separator: " & ")
    lines.append("lb = 99.99%, mttr 1min")
    lines.append("system shop = lb & \(names)")
    return lines.joined(separator: "\n")
  }

  /// The definition to ask about.
  public static let name = "shop"

  /// The shop's topology. Throws what the checker throws.
  public static func topology(services: Int) throws -> Topology {
    try Checker.check(SourceText(text(services: services))).topology
  }
}
