import Nines

/// Choices whose options get dearer and better by steps that differ from choice to choice.
struct SampleSpace: Sendable {
  let choices: Int
  let options: Int
  var isOrdered = false

  /// The choices as a series. Throws what ``DesignSpace`` throws.
  func system() throws -> SeriesSystem {
    let space = try DesignSpace(
      (0..<choices).map { choice in
        DesignChoice(
          "choice \(choice)",
          (0..<options).map { DesignOption("option \($0)", cost: cost(choice, $0)) },
          isOrdered: isOrdered)
      })
    return try SeriesSystem(
      space,
      availabilities: (0..<choices).map { choice in
        (0..<options).map { option in
          let u = unavailability(choice, option)
          return Probability(uncheckedValue: 1 - u, complement: u)
        }
      })
  }

  /// The same where the search sees an evaluation only. Throws what ``DesignSearch`` throws.
  func searchByEvaluation() throws -> DesignSearch {
    let system = try system()
    return try DesignSearch(system.space, system.evaluation)
  }

  private func cost(_ choice: Int, _ option: Int) -> Double {
    Double(option * (3 + choice % 5)) + Double((choice * 7 + option * 11) % 5) / 2
  }

  private func unavailability(_ choice: Int, _ option: Int) -> Double {
    (0..<option).reduce(0.02 + 0.01 * Double(choice % 9)) { u, step in
      u * (0.2 + 0.1 * Double((choice + 2 * step) % 5))
    }
  }
}
