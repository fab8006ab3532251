import Nines

/// The benchmark of Fyffe, Hines and Lee (1968) in the mixed form of Coit and Smith (1996): fourteen
/// subsystems in series, at most eight units each, cost at most 130.
enum FyffeHinesLee {
  static let cost = 130.0

  /// Reliability in percent, cost and weight of each kind.
  static let kinds: [[(percent: Double, cost: Double, weight: Double)]] = [
    [(90, 1, 3), (93, 1, 4), (91, 2, 2), (95, 2, 5)],
    [(95, 2, 8), (94, 1, 10), (93, 1, 9)],
    [(85, 2, 7), (90, 3, 5), (87, 1, 6), (92, 4, 4)],
    [(83, 3, 5), (87, 4, 6), (85, 5, 4)],
    [(94, 2, 4), (93, 2, 3), (95, 3, 5)],
    [(99, 3, 5), (98, 3, 4), (97, 2, 5), (96, 2, 4)],
    [(91, 4, 7), (92, 4, 8), (94, 5, 9)],
    [(81, 3, 4), (90, 5, 7), (91, 6, 6)],
    [(97, 2, 8), (99, 3, 9), (96, 4, 7), (91, 3, 8)],
    [(83, 4, 6), (85, 4, 5), (90, 5, 6)],
    [(94, 3, 5), (95, 4, 6), (96, 5, 6)],
    [(79, 2, 4), (82, 3, 5), (85, 4, 6), (90, 5, 7)],
    [(98, 2, 5), (99, 3, 5), (97, 2, 6)],
    [(90, 4, 6), (92, 4, 7), (95, 5, 6), (99, 6, 9)],
  ]

  /// The system with its weight as a resource.
  static func system() throws -> SeriesSystem {
    let subsystems = try kinds.enumerated().map { index, kinds in
      Subsystem(
        "\(index + 1)",
        try kinds.enumerated().map { kind, numbers in
          ComponentKind(
            "kind \(kind + 1)", try .percent(numbers.percent), cost: numbers.cost,
            uses: [numbers.weight])
        }, atMost: 8)
    }
    return try Subsystem.series(subsystems, resources: ["weight"])
  }
}
