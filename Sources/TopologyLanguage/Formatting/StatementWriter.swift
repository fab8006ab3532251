/// Writes statements. Where a line may end, the text has a line end for a blank.
enum StatementWriter {
  static func text(_ content: Statement.Content) -> String {
    switch content {
    case .declaration(let declaration): head(of: declaration) + tail(of: declaration)
    case .definition(let definition):
      "\(NameWriter.text(definition.name)) = \(ExpressionWriter.text(definition.expression))"
        + trailing(definition.clauses)
    case .expression(let expression, let clauses):
      ExpressionWriter.text(expression) + trailing(clauses)
    case .question(let question): QuestionWriter.text(question)
    case .law(let name, let time): "law \(NameWriter.text(name)) = \(TimeWriter.text(time))"
    case .demand(let demand):
      "demand \(NameWriter.text(demand.name)): \(source(demand.source))"
        + (demand.growth.map { ",\ngrowing \($0.share.text) per month for \($0.length.text)" } ?? "")
    }
  }

  /// `kind name = expression`
  static func head(of declaration: Declaration) -> String {
    let expression = declaration.expression.map { " = \(ExpressionWriter.text($0))" } ?? ""
    return "\(declaration.kind.rawValue) \(NameWriter.text(declaration.name))\(expression)"
  }

  /// `: clauses`, or `, clauses` behind an expression.
  static func tail(of declaration: Declaration) -> String {
    guard !declaration.clauses.isEmpty else { return "" }
    guard declaration.expression == nil else { return trailing(declaration.clauses) }
    return ": " + ClauseWriter.list(declaration.clauses)
  }

  private static func trailing(_ clauses: [Clause]) -> String {
    clauses.isEmpty ? "" : ",\n" + ClauseWriter.list(clauses)
  }

  private static func source(_ source: DemandDeclaration.Source) -> String {
    switch source {
    case .rate(let rate): rate.text
    case .file(let file, let step): file.text + (step.map { ",\nevery \($0.text)" } ?? "")
    }
  }
}
