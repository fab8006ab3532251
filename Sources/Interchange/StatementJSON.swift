import TopologyLanguage

/// Statements as objects whose first key says what they are: a kind of declaration, `name` for a
/// definition, `expression`, `law`, `demand` or the word of a question.
enum StatementJSON {
  static func value(of statement: Statement) -> JSONValue {
    .object(members(of: statement.content) + TriviaJSON.members(of: statement.trivia))
  }

  private static func members(of content: Statement.Content) -> [JSONValue.Member] {
    switch content {
    case .declaration(let declaration):
      JSONValue.members([
        (declaration.kind.rawValue, .string(declaration.name.text)),
        ("is", declaration.expression.map { ExpressionJSON.value(of: $0) }),
      ]) + ClauseListJSON.members(of: declaration.clauses)
    case .definition(let definition):
      JSONValue.members([
        ("name", .string(definition.name.text)),
        ("is", ExpressionJSON.value(of: definition.expression)),
      ]) + ClauseListJSON.members(of: definition.clauses)
    case .expression(let expression, let clauses):
      JSONValue.members([("expression", ExpressionJSON.value(of: expression))])
        + ClauseListJSON.members(of: clauses)
    case .question(let question): QuestionJSON.members(of: question)
    case .law(let name, let time):
      JSONValue.members([
        ("law", .string(name.text)), ("is", .string(ClauseKey.mtbf.rest(of: .mtbf(time)))),
      ])
    case .demand(let demand): members(of: demand)
    }
  }

  private static func members(of demand: DemandDeclaration) -> [JSONValue.Member] {
    let source: (String, JSONValue?) =
      switch demand.source {
      case .rate(let rate): ("rate", .string(rate.text))
      case .file(let file, _): ("file", .string(file.value))
      }
    var step: JSONValue?
    if case .file(_, let every?) = demand.source { step = .string(every.text) }
    return JSONValue.members([
      ("demand", .string(demand.name.text)), source, ("every", step),
      (
        "growing", demand.growth.map { .string("\($0.share.text) per month for \($0.length.text)") }
      ),
    ])
  }

  static func statement(
    _ value: JSONValue, at place: KeyPlace
  ) throws(InterchangeError) -> Statement {
    var fields = try Fields(value, at: place)
    let trivia = try TriviaJSON.take(from: &fields)
    let content = try content(&fields)
    try fields.finish()
    return Statement(content, trivia: trivia)
  }

  /// What makes a statement: one of these keys.
  private static let heads =
    DeclarationKind.allCases.map(\.rawValue) + ["name", "expression", "law"] + QuestionJSON.words

  private static func content(
    _ fields: inout Fields
  ) throws(InterchangeError) -> Statement.Content {
    let found = heads.filter { fields.contains($0) }
    guard let head = found.first else {
      // A demand is a statement, and a clause of other statements.
      if fields.contains("demand") { return .demand(try demand(&fields)) }
      throw fields.place.error(
        "expected one of the keys \((heads + ["demand"]).joined(separator: ", "))")
    }
    guard found.count == 1 else {
      throw fields.place.error("'\(found[0])' and '\(found[1])' don't go together")
    }
    if let kind = DeclarationKind(rawValue: head) {
      return .declaration(try declaration(kind, &fields))
    }
    switch head {
    case "name":
      let name = try fields.name(head)
      let expression = try expression("is", &fields)
      let clauses = try ClauseListJSON.take(from: &fields)
      return .definition(DefinitionSyntax(name: name, expression: expression, clauses: clauses))
    case "expression":
      let expression = try expression(head, &fields)
      return .expression(expression, clauses: try ClauseListJSON.take(from: &fields))
    case "law":
      let name = try fields.name(head)
      return .law(name: name, try Fragment.time(fields.text("is"), at: fields.place["is"]))
    default: return .question(try QuestionJSON.question(head, &fields))
    }
  }

  private static func declaration(
    _ kind: DeclarationKind, _ fields: inout Fields
  ) throws(InterchangeError) -> Declaration {
    let name = try fields.name(kind.rawValue)
    let expression = fields.contains("is") ? try expression("is", &fields) : nil
    let clauses = try ClauseListJSON.take(from: &fields)
    return Declaration(kind, name: name, expression: expression, clauses: clauses)
  }

  private static func demand(_ fields: inout Fields) throws(InterchangeError) -> DemandDeclaration {
    let name = try fields.name("demand")
    let place = fields.place["demand"]
    var text = "demand x: "
    if fields.contains("file") {
      text += QuotedText.quote(try fields.text("file"))
      if fields.contains("every") { text += ", every \(try fields.text("every"))" }
    } else {
      text += try fields.text("rate")
    }
    if fields.contains("growing") { text += ", growing \(try fields.text("growing"))" }
    guard case .demand(let demand) = try Fragment.statement(text, at: place).content else {
      throw place.error("expected a rate or a file")
    }
    return DemandDeclaration(name: name, source: demand.source, growth: demand.growth)
  }

  private static func expression(
    _ key: String, _ fields: inout Fields
  ) throws(InterchangeError) -> ExpressionSyntax {
    try ExpressionJSON.expression(fields.require(key), at: fields.place[key])
  }

  /// The statement that a question asks about, in an object of its own.
  static func inner(_ value: JSONValue, at place: KeyPlace) throws(InterchangeError) -> Statement {
    var fields = try Fields(value, at: place)
    let content = try content(&fields)
    try fields.finish()
    return Statement(content)
  }
}
