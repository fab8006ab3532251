import Nines

/// Fleets and loads that are measured.
enum SampleFleets {
  /// The IEEE Reliability Test System 1979: MW, number, MTTF h, MTTR h.
  static var reliabilityTestSystem: [CapacityUnit] {
    get throws {
      let rows: [(Double, Int, UInt32, UInt32)] = [
        (12, 5, 2940, 60), (20, 4, 450, 50), (50, 6, 1980, 20), (76, 4, 1960, 40),
        (100, 3, 1200, 50), (155, 4, 960, 40), (197, 3, 950, 50), (350, 1, 1150, 100),
        (400, 2, 1100, 150),
      ]
      return try rows.map { capacity, count, up, down in
        try CapacityUnit(
          "u\(Int(capacity))", count, capacity: Rate(capacity, unit: "MW"),
          .mtbf(.hours(up), mttr: .hours(down)))
      }
    }
  }

  /// Members a zone and what each carries, in rps.
  static let oneKind = [(600, 1000.0)]
  static let kinds = [(300, 1000.0), (200, 1500), (100, 2100)]

  /// 3,000 members over five zones.
  static func zones(_ kinds: [(Int, Double)], hasNeed: Bool) throws -> Topology {
    var definitions: [Definition] = []
    for (place, (count, capacity)) in kinds.enumerated() {
      let member = try Life.mtbf(.days(30), mttr: .minutes(5)).component()
      let group = Group(
        .perDomain(count, family: "az"), need: hasNeed ? count : 1,
        of: member.carrying(try Rate(capacity, unit: "rps")))
      definitions.append(Definition("kind\(place)", .group(group)))
    }
    let terms = definitions.map { Expression.name($0.name) }
    let zone = try Life.mtbf(.years(2), mttr: .hours(1)).component()
    return try Topology(
      definitions: definitions + [Definition("fleet", .expression(.sum(terms)))],
      families: [DomainFamily("az", count: 5, zone)])
  }

  /// 8,760 loads that rise and fall by the hour, as text.
  static func loads(peak: Int) -> [String] {
    (0..<8_760).map { hour in
      let share = 60 + (hour % 24 < 12 ? hour % 24 : 24 - hour % 24) * 3 + (hour / 24) % 5
      return "\(peak * share / 100).\(hour % 10)"
    }
  }

  /// A year of them.
  static func year(peak: Int, unit: String) throws -> DemandProfile {
    try DemandProfile(csv: loads(peak: peak).joined(separator: "\n"), unit: unit)
  }
}
