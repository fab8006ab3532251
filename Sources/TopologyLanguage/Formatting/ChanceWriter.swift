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

  static func goal(_ goal: CheckSyntax.Goal) -> String {
    switch goal {
    case .availability(let percent, let window): "\(percent.text)\(TimeWriter.per(window))"
    case .meets(let contract): "meets \(NameWriter.text(contract))"
    case .survives(.count(let count), let name):
      "survives \(NameWriter.text(count)) \(NameWriter.text(name))"
    case .survives(.share(let share), let name):
      "survives \(share.text) of \(NameWriter.text(name))"
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
    case .capacity(let name, let family):
      "capacity of \(NameWriter.text(name)) without \(NameWriter.text(family))"
    }
  }
}
