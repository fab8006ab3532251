// Statements, expressions and laws.
extension InputReading {
  /// The program with a definite value in the place of each belief about its topology.
  mutating func program(_ program: Program) throws(Diagnostic) -> Program {
    var statements: [Statement] = []
    statements.reserveCapacity(program.statements.count)
    for statement in program.statements {
      let content = try content(statement)
      statements.append(Statement(content, span: statement.span, trivia: statement.trivia))
    }
    return Program(statements: statements, trailing: program.trailing)
  }

  private mutating func content(_ statement: Statement) throws(Diagnostic) -> Statement.Content {
    switch statement.content {
    case .declaration(let declaration): return .declaration(try self.declaration(declaration))
    case .definition(let definition):
      self.definition = definition.name.text
      return .definition(
        DefinitionSyntax(
          name: definition.name, expression: try expression(definition.expression),
          clauses: try clauses(definition.clauses)))
    case .expression(let expression, let clauses):
      definition = ""
      guard isNew(statement.span) else { return statement.content }
      return .expression(try self.expression(expression), clauses: try self.clauses(clauses))
    case .question(.simulate(let simulation)):
      return .question(.simulate(try self.simulation(simulation)))
    case .question: return statement.content
    case .law(let name, let time):
      definition = name.text
      return .law(name: name, try self.time(time, nil))
    case .demand(let demand): return .demand(try self.demand(demand))
    }
  }

  private mutating func declaration(
    _ declaration: Declaration
  ) throws(Diagnostic) -> Declaration {
    guard declaration.kind != .sla else { return declaration }
    definition = declaration.name.text
    return Declaration(
      declaration.kind, name: declaration.name,
      expression: try declaration.expression.map { expression throws(Diagnostic) in
        try self.expression(expression)
      },
      clauses: try clauses(declaration.clauses), kindSpan: declaration.kindSpan)
  }

  private mutating func simulation(
    _ simulation: SimulationSyntax
  ) throws(Diagnostic) -> SimulationSyntax {
    definition = ""
    guard isNew(simulation.subjectSpan) else { return simulation }
    return SimulationSyntax(
      try expression(simulation.expression), duration: simulation.duration,
      options: simulation.options, subjectSpan: simulation.subjectSpan)
  }

  private mutating func demand(
    _ demand: DemandDeclaration
  ) throws(Diagnostic) -> DemandDeclaration {
    guard case .rate(let rate) = demand.source else { return demand }
    definition = demand.name.text
    return DemandDeclaration(
      name: demand.name, source: .rate(try self.rate(rate, "demand")), growth: demand.growth)
  }
}

// Expressions.
extension InputReading {
  mutating func expression(_ syntax: ExpressionSyntax) throws(Diagnostic) -> ExpressionSyntax {
    ExpressionSyntax(try content(syntax.content), span: syntax.span)
  }

  private mutating func content(
    _ content: ExpressionSyntax.Content
  ) throws(Diagnostic) -> ExpressionSyntax.Content {
    switch content {
    case .percent(let percent): return .percent(try self.percent(percent, "availability"))
    case .level(let percent): return .level(try self.percent(percent, "level"))
    case .name: return content
    case .bracket(let inner, let clauses):
      return .bracket(try expression(inner), clauses: try self.clauses(clauses))
    case .component(let clauses): return .component(clauses: try self.clauses(clauses))
    case .copies(let need, let all, let operand):
      return .copies(need: need, of: all, try expression(operand))
    case .choice(let need, let operands):
      return .choice(need: need, try expressions(operands))
    case .all(let operands): return .all(try expressions(operands))
    case .any(let operands): return .any(try expressions(operands))
    case .otherwise(let primary, let alternative):
      return .otherwise(
        primary: try expression(primary), alternative: try expression(alternative))
    case .sum(let terms): return .sum(try self.terms(terms))
    }
  }

  private mutating func expressions(
    _ operands: [ExpressionSyntax]
  ) throws(Diagnostic) -> [ExpressionSyntax] {
    var result: [ExpressionSyntax] = []
    result.reserveCapacity(operands.count)
    for operand in operands { result.append(try expression(operand)) }
    return result
  }

  private mutating func terms(_ terms: [SumTerm]) throws(Diagnostic) -> [SumTerm] {
    var result: [SumTerm] = []
    for term in terms {
      result.append(SumTerm(weight: term.weight, operand: try expression(term.operand)))
    }
    return result
  }
}
