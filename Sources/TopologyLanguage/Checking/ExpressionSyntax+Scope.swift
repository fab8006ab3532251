// What belongs to the scope of the clauses behind an expression.
extension ExpressionSyntax {
  /// True when the one availability in the expression is copied.
  var copiesLiteral: Bool {
    switch content {
    case .copies(_, _, let operand): !operand.literals.isEmpty
    case .percent, .level, .name, .component, .bracket: false
    case .choice(_, let operands), .all(let operands), .any(let operands):
      operands.contains(where: \.copiesLiteral)
    case .otherwise(let primary, let alternative):
      primary.copiesLiteral || alternative.copiesLiteral
    case .sum(let terms): terms.contains(where: \.operand.copiesLiteral)
    }
  }

  /// The availabilities in the expression that have no clauses of their own.
  var literals: [PercentSyntax] {
    switch content {
    case .percent(let percent): [percent]
    case .level, .name, .component, .bracket: []
    case .copies(_, _, let operand): operand.literals
    case .choice(_, let operands), .all(let operands), .any(let operands):
      operands.flatMap(\.literals)
    case .otherwise(let primary, let alternative): primary.literals + alternative.literals
    case .sum(let terms): terms.flatMap(\.operand.literals)
    }
  }

  /// Where each `else` of the scope stands, those with clauses of their own left out.
  var elses: [SourceSpan] {
    switch content {
    case .percent, .level, .name, .component, .bracket: []
    case .copies(_, _, let operand): operand.elses
    case .choice(_, let operands), .all(let operands), .any(let operands):
      operands.flatMap(\.elses)
    case .otherwise(let primary, let alternative): [span] + primary.elses + alternative.elses
    case .sum(let terms): terms.flatMap(\.operand.elses)
    }
  }

  /// True when something in the scope is copied.
  var holdsCopies: Bool {
    switch content {
    case .copies: true
    case .percent, .level, .name, .component, .bracket: false
    case .choice(_, let operands), .all(let operands), .any(let operands):
      operands.contains(where: \.holdsCopies)
    case .otherwise(let primary, let alternative): primary.holdsCopies || alternative.holdsCopies
    case .sum(let terms): terms.contains(where: \.operand.holdsCopies)
    }
  }
}
