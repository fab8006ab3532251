import TopologyLanguage

/// Reads parts of the language out of strings, by the language's own parser: a quantity in a JSON
/// document means exactly what it means in a text.
enum Fragment {
  /// The one statement in `text`.
  static func statement(
    _ text: String, at place: KeyPlace
  ) throws(InterchangeError) -> Statement {
    let program = try parse(text, at: place)
    guard program.statements.count == 1, let statement = program.statements.first,
      statement.trivia.isEmpty, program.trailing.isEmpty
    else { throw place.error("expected one phrase of the language without comments") }
    return statement
  }

  /// The one clause in `text`.
  static func clause(_ text: String, at place: KeyPlace) throws(InterchangeError) -> ClauseContent {
    let statement = try statement("service x: \(text)", at: place)
    guard case .declaration(let declaration) = statement.content, declaration.clauses.count == 1,
      let clause = declaration.clauses.first, clause.trivia.isEmpty
    else { throw place.error("expected one value, found more") }
    return clause.content
  }

  static func percent(_ text: String, at place: KeyPlace) throws(InterchangeError) -> PercentSyntax
  {
    guard case .success(let percent) = try clause("success \(text)", at: place) else {
      throw place.error("expected a percentage")
    }
    return percent
  }

  static func time(_ text: String, at place: KeyPlace) throws(InterchangeError) -> TimeSyntax {
    guard case .mtbf(let time) = try clause("mtbf \(text)", at: place) else {
      throw place.error("expected a time")
    }
    return time
  }

  static func rate(_ text: String, at place: KeyPlace) throws(InterchangeError) -> RateSyntax {
    guard case .capacity(let rate) = try clause("capacity \(text)", at: place) else {
      throw place.error("expected a rate")
    }
    return rate
  }

  static func count(_ value: JSONValue, at place: KeyPlace) throws(InterchangeError) -> CountSyntax
  {
    let text = try value.quantityText(at: place)
    guard case .need(let count) = try clause("need \(text)", at: place) else {
      throw place.error("expected a whole number or a name")
    }
    return count
  }

  /// The weight of a term, a number or a percentage.
  static func weight(
    _ value: JSONValue, at place: KeyPlace
  ) throws(InterchangeError) -> WeightSyntax {
    let text = try value.quantityText(at: place)
    let statement = try statement("\(text) * x", at: place)
    guard case .expression(let expression, clauses: []) = statement.content,
      case .sum(let terms) = expression.content, terms.count == 1, let weight = terms[0].weight,
      terms[0].operand.content == .name(Identifier("x"))
    else { throw place.error("expected a number or a percentage") }
    return weight
  }

  private static func parse(
    _ text: String, at place: KeyPlace
  ) throws(InterchangeError) -> Program {
    do throws(Diagnostic) {
      return try Parser.parse(SourceText(text))
    } catch {
      let isTold = error.fixes.contains { error.message.contains($0) }
      let fixes = isTold ? [] : error.fixes.filter { !$0.isEmpty }.map { "'\($0)'" }
      let hint = fixes.isEmpty ? "" : "; write \(fixes.joined(separator: " or "))"
      throw place.error(error.message + hint)
    }
  }
}

extension JSONValue {
  /// A number as a JSON number where that keeps its digits, else as its text.
  static func quantity(_ text: String) -> JSONValue {
    if let integer = Int(text), "\(integer)" == text { return .integer(integer) }
    if let number = Double(text), JSONValue.number(number).text == text { return .number(number) }
    return .string(text)
  }

  /// A count: a number, or the name that is looked for.
  init(_ count: CountSyntax) {
    switch count {
    case .literal(let written): self = .quantity(written.text)
    case .name: self = .string(ClauseKey.need.rest(of: .need(count)))
    }
  }
}
