import Nines

/// How many instances must a fleet over five zones have, so that the hourly demand of a year is carried
/// 99.99 % of the time, and the peak is carried without any one zone?
@main
enum FleetSizing {
  /// Requests per second of a year, hour by hour: a day with a peak at 20 h, quieter weekends, and 60 %
  /// more at the end of the year.
  static func demand() throws -> DemandProfile {
    let hours = [
      55, 48, 43, 40, 39, 41, 47, 56, 64, 70, 74, 77, 79, 78, 77, 78, 81, 86, 92, 97, 100, 96, 85,
      70,
    ]
    var loads: [DecimalNumber] = []
    for hour in 0..<8_760 {
      let day = hour / 24
      let weekend = day % 7 >= 5 ? 85 : 100
      let season = 100 + 60 * day / 364
      // Whole requests: loads are taken exactly.
      loads.append(try DecimalNumber("\(120 * hours[hour % 24] * weekend * season / 100)"))
    }
    return try DemandProfile(loads, unit: "rps")
  }

  static func fleet(perZone: Int) throws -> Topology {
    let capacity = try Rate(1_000, unit: "rps")
    let cost = try Cost(perMonth: 70)
    return try Topology {
      Zones("az", 5, .mtbf(.years(2), mttr: .hours(1)))
      Service(
        "web", perZone, per: "az", need: 1, .mtbf(.days(30), mttr: .minutes(5)),
        capacity: capacity, cost: cost)
      System("fleet", "web", demand: try? Rate(1_920_000, unit: "rps"))
    }
  }

  static func main() async throws {
    let demand = try demand()
    let peak = try Rate(demand.peak, unit: "rps")
    let sizing = try Sizing(
      [SizingVariable("per zone", 300...700)],
      where: [
        SizingCondition(
          .availability(of: "fleet", atLeast: .percent(99.99)),
          text: "availability of fleet >= 99.99%"),
        SizingCondition(
          .capacity(of: "fleet", withoutAnyOf: "az", atLeast: peak),
          text: "capacity of fleet without az >= \(peak.label)"),
      ], finding: .leastCost, demands: ["fleet": demand]
    ) { choices in try fleet(perZone: 300 + choices[0]) }
    let answer = try await sizing.run { candidate in
      print(
        "looked at \(candidate.values[0]) per zone: \(candidate.isMet == true ? "will do" : "too few")"
      )
    }
    print(SizingCard.report(answer, of: "the smallest fleet").text)
  }
}
