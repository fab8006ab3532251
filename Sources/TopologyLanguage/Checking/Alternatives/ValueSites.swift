import ServiceLevels

/// The places of one statement at which a word has a value, in the order of the text: clauses behind
/// an expression, clauses in parentheses, literals and the counts of copies.
///
/// One walk counts them; another puts a value at one of them.
struct ValueSites {
  let word: String
  /// The names that the program gives, which are no published promises.
  let taken: Set<String>
  /// What to put where; nil while the places are counted.
  let change: (place: Int, value: ChangedValue, span: SourceSpan)?
  /// How many places were met.
  private(set) var count = 0
  /// What stood at the place of the change, as written.
  private(set) var before: String?

  init(
    of word: String, taken: Set<String>,
    changing change: (place: Int, value: ChangedValue, span: SourceSpan)? = nil
  ) {
    self.word = word
    self.taken = taken
    self.change = change
  }

  /// The value to put at the next place; nil where it is another one's turn.
  private mutating func turn(_ old: @autoclosure () -> String) -> ChangedValue? {
    defer { count += 1 }
    guard let change, change.place == count else { return nil }
    before = old()
    return change.value
  }

  // MARK: Clauses

  mutating func clauses(_ clauses: [Clause]) throws(Diagnostic) -> [Clause] {
    var result: [Clause] = []
    result.reserveCapacity(clauses.count)
    for clause in clauses { result.append(try self.clause(clause)) }
    return result
  }

  private mutating func clause(_ clause: Clause) throws(Diagnostic) -> Clause {
    let content = clause.content
    let isNeed = word == "need" && content.saysNeed
    guard isNeed || content.pathWord == word else { return clause }
    guard let value = turn(isNeed ? content.needText : content.valueText), let change else {
      return clause
    }
    return Clause(
      try value.content(replacing: content), span: change.span, keywordSpan: change.span,
      trivia: clause.trivia)
  }

  // MARK: Expressions

  mutating func expression(_ syntax: ExpressionSyntax) throws(Diagnostic) -> ExpressionSyntax {
    ExpressionSyntax(try content(syntax.content), span: syntax.span)
  }

  private mutating func content(
    _ content: ExpressionSyntax.Content
  ) throws(Diagnostic) -> ExpressionSyntax.Content {
    switch content {
    case .percent(let percent) where word == "availability":
      return .percent(try turn(percent.text)?.percent() ?? percent)
    case .level(let percent) where word == "level":
      return .level(try turn(percent.text)?.percent() ?? percent)
    case .name(let name) where word == "availability" && isPublished(name):
      return try turn(name.text).map { value throws(Diagnostic) in
        .percent(try value.percent())
      } ?? content
    case .percent, .level, .name: return content
    case .bracket(let inner, let clauses):
      return .bracket(try expression(inner), clauses: try self.clauses(clauses))
    case .component(let clauses): return .component(clauses: try self.clauses(clauses))
    case .copies(let need, let all, let operand): return try copies(need, all, operand)
    default: return try composed(content)
    }
  }

  private func isPublished(_ name: Identifier) -> Bool {
    name.text.utf8.contains(UInt8(ascii: ".")) && !taken.contains(name.text)
      && CommitmentCatalogue.published.named(name.text) != nil
  }

  private mutating func copies(
    _ need: CountSyntax, _ all: CountSyntax, _ operand: ExpressionSyntax
  ) throws(Diagnostic) -> ExpressionSyntax.Content {
    let need = word == "need" ? try turn(NameWriter.text(need))?.count() ?? need : need
    let all = word == "count" ? try turn(NameWriter.text(all))?.count() ?? all : all
    return .copies(need: need, of: all, try expression(operand))
  }

  private mutating func composed(
    _ content: ExpressionSyntax.Content
  ) throws(Diagnostic) -> ExpressionSyntax.Content {
    switch content {
    case .choice(let need, let operands):
      let need = word == "need" ? try turn(NameWriter.text(need))?.count() ?? need : need
      return .choice(need: need, try expressions(operands))
    case .all(let operands): return .all(try expressions(operands))
    case .any(let operands): return .any(try expressions(operands))
    case .otherwise(let primary, let alternative):
      return .otherwise(
        primary: try expression(primary), alternative: try expression(alternative))
    case .sum(let terms):
      let operands = try expressions(terms.map(\.operand))
      return .sum(zip(terms, operands).map { SumTerm(weight: $0.weight, operand: $1) })
    default: return content
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
}

extension ClauseContent {
  /// The need of `2 of 3`.
  fileprivate var needText: String {
    guard case .count(let need, _, _) = self else { return valueText }
    return NameWriter.text(need)
  }
}
