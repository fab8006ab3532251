import Quantities
import ServiceLevels

/// Puts the figure of a published promise where its name stands in an expression.
///
/// `lb = aws.elb.multi-az` means the component `lb = 99.99%`, a new thing at each place, unless the
/// program itself has something of that name. Names elsewhere, such as behind `needs`, stay names.
struct PublishedFigures {
  /// Which promises were taken, and where.
  private(set) var promises = PublishedPromises()
  private let source: SourceText
  private let taken: Set<String>
  /// What is read at present.
  private var place = PublishedPromises.Place(name: "", isWritten: false)

  init(_ program: Program, of source: SourceText) {
    self.source = source
    taken = Set(program.statements.compactMap { $0.content.definedName?.text })
  }

  mutating func program(_ program: Program) -> Program {
    let statements = program.statements.map { statement in
      Statement(content(statement), span: statement.span, trivia: statement.trivia)
    }
    return Program(statements: statements, trailing: program.trailing)
  }

  private mutating func content(_ statement: Statement) -> Statement.Content {
    switch statement.content {
    case .declaration(let declaration): return .declaration(self.declaration(declaration))
    case .definition(let definition):
      place = .init(name: definition.name.text, isWritten: true)
      return .definition(
        DefinitionSyntax(
          name: definition.name, expression: expression(definition.expression),
          clauses: definition.clauses))
    case .expression(let expression, let clauses):
      place = .init(name: source.anonymousName(statement.span), isWritten: false)
      return .expression(self.expression(expression), clauses: clauses)
    case .question(.simulate(let simulation)):
      place = .init(name: source.anonymousName(simulation.subjectSpan), isWritten: false)
      return .question(
        .simulate(
          SimulationSyntax(
            expression(simulation.expression), duration: simulation.duration,
            options: simulation.options, subjectSpan: simulation.subjectSpan)))
    case .question, .law, .demand: return statement.content
    }
  }

  private mutating func declaration(_ declaration: Declaration) -> Declaration {
    place = .init(name: declaration.name.text, isWritten: true)
    return Declaration(
      declaration.kind, name: declaration.name,
      expression: declaration.expression.map { expression($0) }, clauses: declaration.clauses,
      kindSpan: declaration.kindSpan)
  }

  // MARK: Expressions

  private mutating func expression(_ syntax: ExpressionSyntax) -> ExpressionSyntax {
    ExpressionSyntax(content(syntax.content), span: syntax.span)
  }

  private mutating func content(_ content: ExpressionSyntax.Content) -> ExpressionSyntax.Content {
    switch content {
    case .name(let name): figure(name) ?? content
    case .percent, .level, .component: content
    case .bracket(let inner, let clauses): .bracket(expression(inner), clauses: clauses)
    case .copies(let need, let all, let operand): .copies(need: need, of: all, expression(operand))
    case .choice(let need, let operands): .choice(need: need, operands.map { expression($0) })
    case .all(let operands): .all(operands.map { expression($0) })
    case .any(let operands): .any(operands.map { expression($0) })
    case .otherwise(let primary, let alternative):
      .otherwise(primary: expression(primary), alternative: expression(alternative))
    case .sum(let terms):
      .sum(terms.map { SumTerm(weight: $0.weight, operand: expression($0.operand)) })
    }
  }

  /// Names of promises have dots: for other names the catalogue isn't read.
  private mutating func figure(_ name: Identifier) -> ExpressionSyntax.Content? {
    guard name.text.utf8.contains(UInt8(ascii: ".")), !taken.contains(name.text),
      let commitment = CommitmentCatalogue.published.named(name.text)
    else { return nil }
    promises.note(commitment, at: place)
    return .percent(
      .point(Written(commitment.availability, text: NameWriter.text(name), span: name.span)))
  }
}
