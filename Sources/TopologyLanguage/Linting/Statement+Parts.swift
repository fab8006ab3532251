// What the linter walks over.
extension Linter {
  /// The last statement that begins at or before a byte; nil before the first.
  func statement(at offset: Int) -> Statement? {
    var low = 0
    var high = program.statements.count
    while low < high {
      let middle = (low + high) / 2
      if program.statements[middle].span.offset <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? program.statements[low - 1] : nil
  }
}

extension Statement.Content {
  /// The expression of a statement; nil for one without.
  var expression: ExpressionSyntax? {
    switch self {
    case .declaration(let declaration): declaration.expression
    case .definition(let definition): definition.expression
    case .expression(let expression, _): expression
    case .question(.simulate(let simulation)): simulation.expression
    case .question, .law, .demand: nil
    }
  }

  /// The clauses of a statement, those in its parentheses left out.
  var clauses: [Clause] {
    switch self {
    case .declaration(let declaration): declaration.clauses
    case .definition(let definition): definition.clauses
    case .expression(_, let clauses): clauses
    case .question, .law, .demand: []
    }
  }

  /// True for promises, whose percentages are no component's.
  var isPromise: Bool {
    guard case .declaration(let declaration) = self else { return false }
    return declaration.kind == .sla
  }

  /// The lists of clauses of a statement: its own and those in its parentheses.
  var clauseLists: [[Clause]] {
    [clauses] + (expression?.everything.map(\.clauses).filter { !$0.isEmpty } ?? [])
  }

  /// The availabilities that components are given by.
  var availabilities: [PercentSyntax] {
    guard !isPromise else { return [] }
    let written = clauseLists.joined().compactMap { clause -> PercentSyntax? in
      guard case .availability(let percent, _) = clause.content else { return nil }
      return percent
    }
    let literals = expression?.everything.compactMap { part -> PercentSyntax? in
      guard case .percent(let percent) = part.content else { return nil }
      return percent
    }
    return written + (literals ?? [])
  }
}

extension ExpressionSyntax {
  /// The expressions directly in this one.
  var operands: [ExpressionSyntax] {
    switch content {
    case .percent, .level, .name, .component: []
    case .bracket(let inner, _): [inner]
    case .copies(_, _, let operand): [operand]
    case .choice(_, let operands), .all(let operands), .any(let operands): operands
    case .otherwise(let primary, let alternative): [primary, alternative]
    case .sum(let terms): terms.map(\.operand)
    }
  }

  /// This expression and all in it.
  var everything: [ExpressionSyntax] { [self] + operands.flatMap(\.everything) }

  /// The names in it.
  var names: [String] {
    everything.compactMap { part in
      if case .name(let name) = part.content { name.text } else { nil }
    }
  }

  /// The clauses in its own parentheses.
  var clauses: [Clause] {
    switch content {
    case .bracket(_, let clauses), .component(let clauses): clauses
    default: []
    }
  }
}
