/// Shops of growing size: services over three zones, each with a store of its own.
enum SampleTopologies {
  static func shop(services: Int) -> String {
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

  static let sizes = [1, 10, 100, 1_000]

  static let counted = [
    ("200.of.300", "zones az: 3, mtbf 2y, mttr 1h\nservice x: 100 per az, need 200, 99.5%"),
    ("2000.of.3000", "zones az: 5, mtbf 2y, mttr 1h\nservice x: 600 per az, need 2000, 99.5%"),
    ("36.of.40", different(36, of: 40)), ("250.of.500", different(250, of: 500)),
  ]

  private static func different(_ need: Int, of count: Int) -> String {
    let members = (0..<count).map { "\(99 - Double($0) / 100)%" }.joined(separator: ", ")
    return "\(need) of (\(members))"
  }
}
