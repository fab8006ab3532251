/// Gives the free names of a program their values: the program as it would be written with them.
///
/// Values keep the places of the names that they stand for, so that whatever is wrong with them is shown
/// there.
struct NameBinding {
  /// What each free name stands for.
  let values: [String: ValueSyntax]
  /// The names that something stood for, so far.
  private(set) var used: Set<String> = []
  /// What is defined with each free name, so far.
  private(set) var definitionsByName: [String: Set<String>] = [:]
  /// The names whose value can't stand where they do.
  private(set) var misfits: Set<String> = []

  /// The names of what is defined with a free name, so far.
  var definitions: Set<String> { definitionsByName.values.reduce(into: []) { $0.formUnion($1) } }
  private var definition: String?

  init(_ values: [String: ValueSyntax]) { self.values = values }

  mutating func program(_ program: Program) -> Program {
    Program(statements: program.statements.map { statement($0) }, trailing: program.trailing)
  }

  private mutating func statement(_ statement: Statement) -> Statement {
    Statement(content(statement.content), span: statement.span, trivia: statement.trivia)
  }

  private mutating func content(_ content: Statement.Content) -> Statement.Content {
    definition = content.definedName?.text
    switch content {
    case .declaration(let declaration):
      return .declaration(
        Declaration(
          declaration.kind, name: declaration.name,
          expression: declaration.expression.map { expression($0) },
          clauses: declaration.clauses.map { clause($0) }, kindSpan: declaration.kindSpan))
    case .definition(let definition):
      return .definition(
        DefinitionSyntax(
          name: definition.name, expression: expression(definition.expression),
          clauses: definition.clauses.map { clause($0) }))
    case .expression(let operand, let clauses):
      return .expression(expression(operand), clauses: clauses.map { clause($0) })
    case .law(let name, let time): return .law(name: name, self.time(time))
    case .question, .demand: return content
    }
  }

  /// What a free name stands for at a place where `read` takes a value.
  private mutating func value<Read>(
    of name: Identifier, _ read: (ValueSyntax) -> Read?
  ) -> Read? {
    guard let value = values[name.text] else { return nil }
    used.insert(name.text)
    if let definition { definitionsByName[name.text, default: []].insert(definition) }
    guard let result = read(value) else {
      misfits.insert(name.text)
      return nil
    }
    return result
  }

  private mutating func name(_ name: Identifier) -> Identifier {
    value(of: name) { value in
      if case .name(let other) = value { Identifier(other.text, span: name.span) } else { nil }
    } ?? name
  }

  // MARK: Values

  private mutating func count(_ count: CountSyntax) -> CountSyntax {
    guard case .name(let name) = count else { return count }
    return value(of: name) { $0.count(at: name.span) } ?? count
  }

  private mutating func time(_ time: TimeSyntax) -> TimeSyntax {
    guard case .name(let name) = time else { return time }
    return value(of: name) { $0.time(at: name.span) } ?? time
  }

  private mutating func demand(_ demand: DemandSyntax) -> DemandSyntax {
    guard case .name(let name) = demand else { return demand }
    return value(of: name) { $0.demand(at: name.span) } ?? demand
  }

  // MARK: Expressions

  private mutating func expression(_ syntax: ExpressionSyntax) -> ExpressionSyntax {
    ExpressionSyntax(content(syntax.content), span: syntax.span)
  }

  private mutating func content(_ content: ExpressionSyntax.Content) -> ExpressionSyntax.Content {
    switch content {
    case .name(let name): return value(of: name) { $0.operand(at: name.span) } ?? content
    case .percent, .level: return content
    case .component(let clauses): return .component(clauses: clauses.map { clause($0) })
    case .bracket(let inner, let clauses):
      return .bracket(expression(inner), clauses: clauses.map { clause($0) })
    case .copies(let need, let all, let operand):
      return .copies(need: count(need), of: count(all), expression(operand))
    case .choice(let need, let operands):
      return .choice(need: count(need), operands.map { expression($0) })
    case .all(let operands): return .all(operands.map { expression($0) })
    case .any(let operands): return .any(operands.map { expression($0) })
    case .otherwise(let primary, let alternative):
      return .otherwise(primary: expression(primary), alternative: expression(alternative))
    case .sum(let terms):
      return .sum(terms.map { SumTerm(weight: $0.weight, operand: expression($0.operand)) })
    }
  }
}

// Clauses.
extension NameBinding {
  private mutating func clause(_ clause: Clause) -> Clause {
    Clause(
      content(clause.content), span: clause.span, keywordSpan: clause.keywordSpan,
      trivia: clause.trivia)
  }

  private mutating func content(_ content: ClauseContent) -> ClauseContent {
    switch content {
    case .count(let first, let of, let per):
      return .count(count(first), of: of.map { count($0) }, per: per.map { name($0) })
    case .need(let need): return .need(count(need))
    case .crews(let crews): return .crews(count(crews))
    case .demand(let demand): return .demand(self.demand(demand))
    case .across(let family): return .across(name(family))
    case .inDomain(let domain): return .inDomain(name(domain))
    case .needs(let names): return .needs(names.map { name($0) })
    case .wants(let names, let degraded): return .wants(names.map { name($0) }, degraded: degraded)
    case .sends(let consumer, let queue): return .sends(name(consumer), via: queue.map { name($0) })
    case .breaker(let breaker):
      return .breaker(
        BreakerSyntax(
          callee: name(breaker.callee), trips: time(breaker.trips), retries: time(breaker.retries),
          fallback: breaker.fallback))
    case .canary(let canary):
      return .canary(
        CanarySyntax(share: canary.share, length: time(canary.length), catches: canary.catches))
    default: return timed(content)
    }
  }

  /// Clauses of one time; all others have no place for a name.
  private mutating func timed(_ content: ClauseContent) -> ClauseContent {
    switch content {
    case .mtbf(let time): .mtbf(self.time(time))
    case .mttr(let time): .mttr(self.time(time))
    case .detect(let time): .detect(self.time(time))
    case .failover(let time): .failover(self.time(time))
    case .manual(let time): .manual(self.time(time))
    case .buffer(let time): .buffer(self.time(time))
    case .lag(let time): .lag(self.time(time))
    case .absorb(let time): .absorb(self.time(time))
    case .ttl(let time): .ttl(self.time(time))
    case .every(let time): .every(self.time(time))
    case .lasts(let time): .lasts(self.time(time))
    case .restore(let time): .restore(self.time(time))
    default: content
    }
  }
}

extension ValueSyntax {
  /// A whole number.
  fileprivate func count(at span: SourceSpan) -> CountSyntax? {
    switch self {
    case .number(.point(let number)):
      Int(exactly: number.value).map { .literal(Written($0, text: number.text, span: span)) }
    case .name(let name): .name(Identifier(name.text, span: span))
    default: nil
    }
  }

  fileprivate func time(at span: SourceSpan) -> TimeSyntax? {
    switch self {
    case .duration(.point(let written)):
      .duration(.point(Written(written.value, text: written.text, span: span)))
    case .law(let law): .law(LawSyntax(law.form, span: span))
    case .name(let name): .name(Identifier(name.text, span: span))
    default: nil
    }
  }

  fileprivate func demand(at span: SourceSpan) -> DemandSyntax? {
    switch self {
    case .rate(.point(let written)):
      .rate(.point(Written(written.value, text: written.text, span: span)))
    case .name(let name): .name(Identifier(name.text, span: span))
    default: nil
    }
  }

  fileprivate func operand(at span: SourceSpan) -> ExpressionSyntax.Content? {
    switch self {
    case .percent(.point(let written)):
      .percent(.point(Written(written.value, text: written.text, span: span)))
    case .name(let name): .name(Identifier(name.text, span: span))
    default: nil
    }
  }
}
