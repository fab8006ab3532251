/// Writes expressions. Where a line may end, the text has a line end for a blank.
enum ExpressionWriter {
  static func text(_ expression: ExpressionSyntax) -> String {
    switch expression.content {
    case .all(let parts): parts.map { operand($0) }.joined(separator: " &\n")
    case .any(let parts): parts.map { operand($0) }.joined(separator: " |\n")
    case .otherwise(let primary, let alternative):
      "\(operand(primary)) else\n\(operand(alternative))"
    case .sum(let terms): terms.map { term($0) }.joined(separator: " +\n")
    default: operand(expression)
    }
  }

  /// The expression as a part of another, in parentheses where it has operators of its own.
  private static func operand(_ expression: ExpressionSyntax) -> String {
    switch expression.content {
    case .percent(let percent): percent.text
    case .level(let percent): "level \(percent.text)"
    case .name(let name): NameWriter.text(name)
    case .bracket(let inner, let clauses):
      "(\(text(inner)),\n\(ClauseWriter.list(clauses)))"
    case .component(let clauses): "(\(ClauseWriter.list(clauses)))"
    case .copies(let need, let all, let inner):
      "\(NameWriter.text(need)) of \(NameWriter.text(all)) \(operand(inner))"
    case .choice(let need, let members):
      "\(NameWriter.text(need)) of (\(members.map { text($0) }.joined(separator: ",\n")))"
    case .all, .any, .otherwise, .sum: "(\(text(expression)))"
    }
  }

  private static func term(_ term: SumTerm) -> String {
    switch term.weight {
    case .number(let number): "\(number.text) * \(operand(term.operand))"
    case .percent(let percent): "\(percent.text) * \(operand(term.operand))"
    case nil: operand(term.operand)
    }
  }
}
