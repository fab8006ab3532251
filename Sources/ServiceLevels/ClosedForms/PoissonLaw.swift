/// The number of events of a constant rate: chances of every count, and both tails.
///
/// Counts grow from the most likely one outwards by the ratio of neighbours and are divided by their
/// sum, all of it positive: the relative error is below 1e-15 times the distance from the mean in counts,
/// down to chances of 1e-300.
struct PoissonLaw {
  /// The first count that isn't beyond 1e-300.
  let first: Int
  /// The chances of the counts from ``first`` on.
  let chances: [Double]
  private let lower: [Double]
  private let upper: [Double]

  /// The law of a mean, 0 or more and at most 10^10. Cost: some 75 steps a root of the mean.
  init(mean: Double) {
    let mode = Int(mean)
    var below: [Double] = []
    var weight = 1.0
    var count = mode
    while count > 0, weight > 1e-300 {
      weight *= Double(count) / mean
      count -= 1
      below.append(weight)
    }
    var weights = Array(below.reversed()) + [1]
    first = count
    weight = 1
    count = mode
    while weight > 1e-300 {
      count += 1
      weight *= mean / Double(count)
      weights.append(weight)
    }
    // From the smallest on, so that nothing small is lost.
    let total = weights.sorted().reduce(0, +)
    chances = weights.map { $0 / total }
    lower = Self.sums(chances)
    upper = Self.sums(chances.reversed()).reversed()
  }

  /// The sum of everything up to each place.
  private static func sums(_ values: some Sequence<Double>) -> [Double] {
    var sum = 0.0
    return values.map { value in
      sum += value
      return sum
    }
  }

  /// P(N >= count) as `value` and P(N < count) as `complement`.
  func tails(from count: Int) -> (value: Double, complement: Double) {
    let place = count - first
    if place <= 0 { return (1, 0) }
    guard place < chances.count else { return (0, 1) }
    return (min(1, upper[place]), min(1, lower[place - 1]))
  }

  /// P(N = count).
  func chance(of count: Int) -> Double {
    chances.indices.contains(count - first) ? chances[count - first] : 0
  }
}
