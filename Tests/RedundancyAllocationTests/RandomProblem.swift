import Quantities
import RedundancyAllocation

/// A small random space with the availabilities of its options. Costs are tenths, and many numbers
/// occur twice, so that ties and roundings are common.
struct RandomProblem {
  let space: DesignSpace
  let chances: [[Probability]]

  /// `count` choices; with `isOrdered`, availabilities rise with the options.
  init(
    _ count: Int, isOrdered: Bool, resources: Int = 1, from random: inout SplitMix
  ) throws {
    var choices: [DesignChoice] = []
    var chances: [[Probability]] = []
    for choice in 0..<count {
      let options = (0..<Int.random(in: 1...4, using: &random)).map {
        DesignOption(
          "option \($0)", cost: Double(Int.random(in: 0...30, using: &random)) / 10,
          uses: (0..<resources).map { _ in Double(Int.random(in: 0...9, using: &random)) / 10 })
      }
      choices.append(DesignChoice("choice \(choice)", options, isOrdered: isOrdered))
      let complements = options.map { _ in Self.complements.randomElement(using: &random) ?? 1 }
      let sorted = isOrdered ? complements.sorted(by: >) : complements
      chances.append(sorted.map { Probability(uncheckedValue: 1 - $0, complement: $0) })
    }
    space = try DesignSpace(choices, resources: (0..<resources).map { "resource \($0)" })
    self.chances = chances
  }

  private static let complements = [1, 0.5, 0.25, 0.1, 0.05, 0.01, 1e-3, 1e-6, 3e-12, 1e-20, 0]

  /// The probability that a structure works, as a sum over all states of what was chosen.
  static func evaluate(
    _ parts: [Probability], _ works: @Sendable ([Bool]) -> Bool
  ) -> Probability {
    var (up, down) = (0.0, 0.0)
    for state in 0..<(1 << parts.count) {
      let isUp = parts.indices.map { state >> $0 & 1 == 1 }
      let chance = zip(parts, isUp).reduce(1.0) {
        $0 * ($1.1 ? $1.0.value : $1.0.complement)
      }
      if works(isUp) { up += chance } else { down += chance }
    }
    return Probability(uncheckedValue: min(1, up), complement: min(1, down))
  }

  /// The bridge of five parts: two paths of two, and one part across.
  @Sendable static func bridge(_ up: [Bool]) -> Bool {
    up[0] && up[3] || up[1] && up[4] || up[0] && up[2] && up[4] || up[1] && up[2] && up[3]
  }

  /// An evaluation of the structure function.
  func evaluation(_ works: @escaping @Sendable ([Bool]) -> Bool) -> DesignEvaluation {
    let chances = chances
    return DesignEvaluation { options in
      Self.evaluate(zip(chances, options).map { $0[$1] }, works)
    }
  }
}
