/// Writes checks, chances and budgets.
enum ChanceWriter {
  static func text(_ check: CheckSyntax) -> String {
    "check \(NameWriter.text(check.name)) \(goal(check.goal))"
      + (check.confidence.map { " with \($0.text)" } ?? "") + text(check.details)
  }

  static func text(_ chance: ChanceSyntax) -> String {
    term(chance.term) + text(chance.details)
  }

  static func text(_ budget: BudgetSyntax) -> String {
    "budget \(budget.name.map { NameWriter.text($0) + " " } ?? "")\(goal(budget.goal))"
      + (budget.errors.map { ",\nerrors \($0.text)" } ?? "")
      + SimulationWriter.text(budget.options)
  }

  private static func goal(_ goal: CheckSyntax.Goal) -> String {
    switch goal {
    case .availability(let percent, let window): "\(percent.text)\(TimeWriter.per(window))"
    case .meets(let contract): "meets \(NameWriter.text(contract))"
    }
  }

  private static func text(_ details: ChanceDetails) -> String {
    let given = details.given.map { ",\ngiven \($0.down.text) down, \($0.left.text) left" }
    return (given ?? "") + SimulationWriter.text(details.options)
  }

  static func term(_ term: Condition.Term) -> String {
    switch term {
    case .meets(let name, let contract):
      "P(\(NameWriter.text(name)) meets \(NameWriter.text(contract)))"
    case .downtimeExceeds(let name, let time, let window):
      "P(downtime of \(NameWriter.text(name)) > \(TimeWriter.text(time))\(TimeWriter.per(window)))"
    case .figure(let figure, let name, let window):
      "\(figure.rawValue) of \(NameWriter.text(name))\(TimeWriter.per(window))"
    }
  }
}
