/// Sizes of shops, and groups whose members are counted.
enum SampleTopologies {
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
