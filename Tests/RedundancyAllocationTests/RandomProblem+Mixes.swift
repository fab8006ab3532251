import Quantities
import RedundancyAllocation

/// The options of a problem's choices as kinds of unit, at most three units a choice.
extension RandomProblem {
  private static let most = 3

  func subsystems(need: Int) -> [Subsystem] {
    zip(space.choices, chances).map { choice, chances in
      Subsystem(
        choice.name,
        zip(choice.options, chances).map {
          ComponentKind($0.name, $1, cost: $0.cost, uses: $0.uses)
        }, need: need, atMost: Self.most)
    }
  }

  /// The same with every sequence of units an option of its own, each evaluated state by state.
  func mixes(need: Int) throws -> SeriesSystem {
    var choices: [DesignChoice] = []
    var availabilities: [[Probability]] = []
    for (choice, chances) in zip(space.choices, chances) {
      let sequences = Self.sequences(of: choice.options.count).filter { $0.count >= need }
      choices.append(
        DesignChoice(choice.name, sequences.map { Self.option($0.map { choice.options[$0] }) }))
      availabilities.append(
        sequences.map { sequence in
          Self.evaluate(sequence.map { chances[$0] }) { $0.count { $0 } >= need }
        })
    }
    return try SeriesSystem(
      DesignSpace(choices, resources: space.resources), availabilities: availabilities)
  }

  /// Rising sequences of kinds, of one to three units.
  private static func sequences(of kinds: Int) -> [[Int]] {
    var found: [[Int]] = [[]]
    for length in 0..<most {
      found += found.filter { $0.count == length }.flatMap { start in
        ((start.last ?? 0)..<kinds).map { start + [$0] }
      }
    }
    return Array(found.dropFirst())
  }

  private static func option(_ units: [DesignOption]) -> DesignOption {
    DesignOption(
      units.map(\.name).joined(separator: ", "), cost: units.reduce(0) { $0 + $1.cost },
      uses: units[0].uses.indices.map { use in units.reduce(0) { $0 + $1.uses[use] } })
  }
}
