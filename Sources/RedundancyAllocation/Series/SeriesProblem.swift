/// A series as sums: one option a stage, so that no sum exceeds its limit and one of them is least.
struct SeriesProblem: Sendable {
  private(set) var stages: [SeriesStage]
  /// The limit of each sum: of cost, of resources with a limit, of loss.
  let limits: [Double]
  /// Which sum is to be least; nil when every trade of cost for loss is wanted.
  let objective: Int?

  /// The problem that `aim` poses within `limits`, one limit for each demand of the space.
  init(_ system: SeriesSystem, _ aim: GoalAim, limits all: [Double]) {
    let demands = all.indices.filter { $0 == 0 || all[$0] < .infinity }
    stages = zip(system.space.choices, system.availabilities).map { choice, availabilities in
      SeriesStage(
        rows: zip(choice.options, availabilities).map { option, availability in
          demands.map { option.demands[$0] } + [Loss.of(availability)]
        })
    }
    var lossLimit = Double.infinity
    switch aim {
    case .leastCost(let unavailability):
      lossLimit = Loss.loosened(unavailability: unavailability)
      objective = 0
    case .leastUnavailability: objective = demands.count
    case .everyTrade: objective = nil
    }
    limits = demands.map { all[$0] * (1 + Tie.tolerance) } + [lossLimit]
    dropHopelessOptions()
  }

  /// How many sums there are.
  var width: Int { limits.count }

  /// Whether each stage has an option that can keep to the limits.
  var hasOptions: Bool { stages.allSatisfy { $0.count > 0 } }

  /// The least of each sum over the stages from each one on.
  var leastFrom: [[Double]] {
    var sums = [[Double](repeating: 0, count: width)]
    for stage in stages.reversed() {
      sums.append((0..<width).map { sums[sums.count - 1][$0] + stage.least($0) })
    }
    return sums.reversed()
  }

  /// Without the options that break a limit with the least of all other stages.
  private mutating func dropHopelessOptions() {
    let least = leastFrom[0]
    let (width, limits) = (width, limits)
    for index in stages.indices {
      let own = (0..<width).map { stages[index].least($0) }
      stages[index].keep { row in
        (0..<width).allSatisfy {
          least[$0] - own[$0] + row[$0] <= limits[$0] * (1 + Tie.tolerance)
        }
      }
    }
  }

  /// The greatest objective that counts as equal to `value`.
  func loosened(_ value: Double) -> Double {
    objective == width - 1 ? Loss.loosened(value) : value * (1 + 2 * Tie.tolerance)
  }
}
