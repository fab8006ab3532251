import Quantities

/// Units of a subsystem: how many of each kind.
struct UnitMix: Sendable {
  let counts: [Int]

  /// Every mix of `kinds` kinds with `least` to `most` units in all, fewer units of the first kinds
  /// first.
  static func all(kinds: Int, units: ClosedRange<Int>) -> [UnitMix] {
    var prefixes: [[Int]] = [[]]
    for _ in 0..<kinds {
      prefixes = prefixes.flatMap { prefix in
        (0...(units.upperBound - prefix.reduce(0, +))).map { prefix + [$0] }
      }
    }
    return prefixes.filter { units.contains($0.reduce(0, +)) }.map(UnitMix.init)
  }

  /// Units of one kind only.
  static func pure(kinds: Int, units: ClosedRange<Int>) -> [UnitMix] {
    (0..<kinds).flatMap { kind in
      units.map { count in UnitMix(counts: (0..<kinds).map { $0 == kind ? count : 0 }) }
    }
  }

  /// The probability that at least `need` of the independent units are up. Both tails are sums of
  /// positive terms: relative error below 2^-50 for each unit. Cost: the square of the units.
  ///
  /// Barlow and Heidtmann (1984), IEEE Transactions on Reliability 33, 322: the law of the number of
  /// units up, unit by unit.
  func availability(_ kinds: [ComponentKind], need: Int) -> Probability {
    var chances = [1.0]
    for (kind, count) in zip(kinds, counts) {
      for _ in 0..<count { Self.add(kind.availability, to: &chances) }
    }
    return Probability(
      uncheckedValue: min(1, chances.dropFirst(need).reduce(0, +)),
      complement: min(1, chances.prefix(need).reduce(0, +)))
  }

  private static func add(_ unit: Probability, to chances: inout [Double]) {
    chances.append(0)
    for up in chances.indices.reversed() {
      chances[up] = chances[up] * unit.complement + (up > 0 ? chances[up - 1] * unit.value : 0)
    }
  }

  /// `2 a + 1 b`.
  func name(_ kinds: [ComponentKind]) -> String {
    zip(kinds, counts).filter { $0.1 > 0 }.map { "\($0.1) \($0.0.name)" }.joined(separator: " + ")
  }

  /// The sum over the units of a number of their kind.
  func sum(_ kinds: [ComponentKind], _ number: (ComponentKind) -> Double) -> Double {
    zip(kinds, counts).reduce(0) { $0 + number($1.0) * Double($1.1) }
  }
}
