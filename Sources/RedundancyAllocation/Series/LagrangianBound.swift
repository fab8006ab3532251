/// A lower bound on the objective of every design and of every completion of a part of one: the
/// least of the objective plus a price for each use beyond its limit.
///
/// Any prices of 0 or more give a valid bound. Those here are the best of a subgradient ascent (Held,
/// Wolfe and Crowder 1974, Mathematical Programming 6, 62), which costs a pass over all options a
/// step.
struct LagrangianBound: Sendable {
  /// What each sum counts: 1 for the objective, a price for a sum with a limit, 0 for others.
  let prices: [Double]
  /// The limits at their prices.
  let allowance: Double
  /// The least priced sum over the stages from each one on.
  let leastFrom: [Double]

  /// No design has a lower objective.
  var value: Double { leastFrom[0] - allowance }

  private init(_ problem: SeriesProblem, prices: [Double]) {
    self.prices = prices
    allowance = prices.indices.reduce(0) { sum, index in
      guard index != problem.objective, prices[index] > 0 else { return sum }
      return sum + prices[index] * problem.limits[index]
    }
    var sums = [0.0]
    for stage in problem.stages.reversed() {
      sums.append(sums[sums.count - 1] + Self.cheapest(of: stage, prices).price)
    }
    leastFrom = sums.reversed()
  }

  /// The numbers of a row at their prices.
  static func priced(
    _ values: [Double], row: Int, _ prices: [Double]
  ) -> Double {
    var sum = 0.0
    for index in prices.indices { sum += prices[index] * values[row * prices.count + index] }
    return sum
  }

  private static func cheapest(
    of stage: SeriesStage, _ prices: [Double]
  ) -> (option: Int, price: Double) {
    var best = (option: 0, price: Double.infinity)
    for option in 0..<stage.count {
      let price = priced(stage.values, row: option, prices)
      if price < best.price { best = (option, price) }
    }
    return best
  }
}

extension LagrangianBound {
  private static let steps = 200

  /// The best bound of an ascent from prices of 0; of no use, but valid, where there is no
  /// objective or a stage has no options left.
  static func best(for problem: SeriesProblem) -> LagrangianBound {
    guard let objective = problem.objective, problem.hasOptions else {
      return LagrangianBound(problem, prices: [Double](repeating: 0, count: problem.width))
    }
    var prices = [Double](repeating: 0, count: problem.width)
    prices[objective] = 1
    var best = LagrangianBound(problem, prices: prices)
    var ascent = Ascent(ceiling: greatest(objective, of: problem))
    for _ in 0..<steps {
      let sums = problem.stages.reduce([Double](repeating: 0, count: problem.width)) {
        let row = cheapest(of: $1, prices).option * problem.width
        return zip($0, $1.values[row..<(row + problem.width)]).map { $0 + $1 }
      }
      if problem.admits(sums) { ascent.ceiling = min(ascent.ceiling, sums[objective]) }
      guard ascent.move(&prices, by: problem.excess(of: sums), from: best.value) else { break }
      let bound = LagrangianBound(problem, prices: prices)
      ascent.note(bound.value > best.value)
      if bound.value > best.value { best = bound }
    }
    return best
  }

  private static func greatest(_ objective: Int, of problem: SeriesProblem) -> Double {
    problem.stages.reduce(0) { sum, stage in
      sum
        + stride(from: objective, to: stage.values.count, by: stage.width).reduce(0) {
          max($0, stage.values[$1])
        }
    }
  }
}

/// Steps along the excess over the limits, with Polyak's length: the gap to a known objective over
/// the square of the excess, times a factor that is halved whenever eight steps bring nothing.
private struct Ascent {
  var ceiling: Double
  private var factor = 1.0
  private var idle = 0

  init(ceiling: Double) { self.ceiling = ceiling }

  /// False when there is nothing left to gain. `excess` is in shares of the limits.
  func move(
    _ prices: inout [Double], by excess: [(share: Double, scale: Double)], from value: Double
  ) -> Bool {
    let square = excess.reduce(0) { $0 + $1.share * $1.share }
    guard square > 0, ceiling > value else { return false }
    let step = factor * (ceiling - value) / square
    for index in prices.indices where excess[index].scale > 0 {
      prices[index] = max(0, prices[index] + step * excess[index].share / excess[index].scale)
    }
    return true
  }

  mutating func note(_ improved: Bool) {
    idle = improved ? 0 : idle + 1
    guard idle >= 8 else { return }
    factor /= 2
    idle = 0
  }
}

extension SeriesProblem {
  /// Whether sums keep to all limits.
  func admits(_ sums: [Double]) -> Bool { zip(sums, limits).allSatisfy { $0 <= $1 } }

  /// How far each sum is beyond its limit, as a share of that, and what the share is of; 0 of 0 for
  /// the objective and for sums without a limit.
  func excess(of sums: [Double]) -> [(share: Double, scale: Double)] {
    sums.indices.map { index in
      guard index != objective, limits[index] < .infinity else { return (0, 0) }
      let scale = limits[index] > 0 ? limits[index] : 1
      return ((sums[index] - limits[index]) / scale, scale)
    }
  }
}
