import Quantities

/// Units of a subsystem: how many of each kind, and the probability that enough of them are up.
struct UnitMix: Sendable {
  /// The number of each kind.
  let counts: [Int]
  /// The probability that at least as many as needed are up.
  let availability: Probability

  /// `2 a + 1 b`.
  func name(_ kinds: [ComponentKind]) -> String {
    zip(kinds, counts).filter { $0.1 > 0 }.map { "\($0.1) \($0.0.name)" }.joined(separator: " + ")
  }

  /// What the units cost and use together, for `width` demands of each.
  func demands(_ kinds: [ComponentKind], width: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: width)
    for (kind, count) in zip(kinds, counts) {
      sums[0] += kind.cost * Double(count)
      for index in 1..<width { sums[index] += kind.uses[index - 1] * Double(count) }
    }
    return sums
  }
}

extension Subsystem {
  /// Every mix of its kinds that has enough units, fewer units of the first kinds first.
  var mixes: [UnitMix] {
    var found: [UnitMix] = []
    addMixes(to: &found, after: [], UnitsUp(need: need))
    return found
  }

  /// Adds the mixes that begin with so many units of the first kinds. Each costs one step of the law
  /// of the number of units up.
  private func addMixes(to found: inout [UnitMix], after counts: [Int], _ start: UnitsUp) {
    let total = counts.reduce(0, +)
    guard counts.count < kinds.count else {
      if total >= need { found.append(UnitMix(counts: counts, availability: start.enough)) }
      return
    }
    let room = isMixed || total == 0 ? most - total : 0
    var law = start
    addMixes(to: &found, after: counts + [0], law)
    for count in 0..<room {
      law.add(kinds[counts.count].availability)
      addMixes(to: &found, after: counts + [count + 1], law)
    }
  }
}

/// The law of the number of independent units that are up, cut at the number needed.
///
/// Both tails are sums of positive terms: relative error below 2^-51 for each unit. Barlow and
/// Heidtmann (1984), IEEE Transactions on Reliability 33, 322: unit by unit, a unit costing as many
/// steps as are needed.
private struct UnitsUp {
  /// The chance of each number below the need; last that of the need or more.
  private var chances: [Double]

  init(need: Int) { chances = [1] + [Double](repeating: 0, count: need) }

  mutating func add(_ unit: Probability) {
    let need = chances.count - 1
    chances[need] += chances[need - 1] * unit.value
    for up in stride(from: need - 1, to: 0, by: -1) {
      chances[up] = chances[up] * unit.complement + chances[up - 1] * unit.value
    }
    chances[0] *= unit.complement
  }

  var enough: Probability {
    Probability(
      uncheckedValue: min(1, chances[chances.count - 1]),
      complement: min(1, chances.dropLast().reduce(0, +)))
  }
}
