/// Amounts with their chances, smallest amount first; the chances need not sum to 1.
struct AmountLaw: Sendable, Hashable {
  struct Point: Sendable, Hashable {
    let amount: Double
    let chance: Double
  }

  private(set) var points: [Point]

  /// Always nothing.
  static let nothing = AmountLaw(points: [Point(amount: 0, chance: 1)])

  private init(points: [Point]) { self.points = points }

  /// Sorts the points and joins amounts that differ by rounding alone, less than one in 10^12.
  init(_ unsorted: [Point]) {
    points = []
    for point in unsorted.sorted(by: { $0.amount < $1.amount }) where point.chance > 0 {
      if let last = points.last, last.amount.covers(point.amount) {
        points[points.count - 1] = Point(amount: last.amount, chance: last.chance + point.chance)
      } else {
        points.append(point)
      }
    }
  }

  /// Counts times an amount each.
  init(counts: [Double], each amount: Double) {
    self.init(
      counts.enumerated().map { Point(amount: Double($0) * amount, chance: $1) })
  }

  /// The sum of two independent amounts. Cost: the product of their sizes and its logarithm.
  func plus(_ other: AmountLaw) -> AmountLaw {
    var sums: [Point] = []
    sums.reserveCapacity(points.count * other.points.count)
    for first in points {
      for second in other.points {
        sums.append(
          Point(amount: first.amount + second.amount, chance: first.chance * second.chance))
      }
    }
    return AmountLaw(sums)
  }

  /// All chances times a factor.
  func times(_ factor: Double) -> AmountLaw {
    AmountLaw(points: points.map { Point(amount: $0.amount, chance: $0.chance * factor) })
  }

  /// The law after a change of every amount.
  func mapped(_ change: (Double) -> Double) -> AmountLaw {
    AmountLaw(points.map { Point(amount: change($0.amount), chance: $0.chance) })
  }

  /// This law or that one, their chances together.
  static func mixture(_ laws: [AmountLaw]) -> AmountLaw { AmountLaw(laws.flatMap(\.points)) }
}
