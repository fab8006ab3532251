import TopologyLanguage

/// Questions: the word of the question and the rest of its canonical text. `with` holds a statement
/// and is an object of its own.
enum QuestionJSON {
  static let words =
    [
      "check", "find", "simulate", "with", "show", "why", "explain", "compare", "plot", "budget",
      "fit", "P", "improve", "headroom",
    ] + Question.Command.allCases.map(\.rawValue)

  static func members(of question: Question) -> [JSONValue.Member] {
    if case .with(let overrides, let statement) = question {
      return JSONValue.members([
        ("with", .array(overrides.map { .string(text(of: $0)) })),
        ("ask", StatementJSON.value(of: statement)),
      ])
    }
    let (word, rest) = split(text(of: question))
    return [.init(key: word, value: .string(rest))]
  }

  /// The canonical text in one line.
  private static func text(of question: Question) -> String {
    let lines = Formatter.format(Statement(.question(question)))
    return lines.map { String($0.drop { $0 == " " }) }.joined(separator: " ")
  }

  private static func split(_ text: String) -> (word: String, rest: String) {
    let word = text.prefix { $0 != " " && $0 != "(" }
    let rest = text.dropFirst(word.count)
    return (String(word), String(rest.drop { $0 == " " }))
  }

  /// `db.mttr 10min`, out of a question about nothing in particular.
  private static func text(of override: Override) -> String {
    let name = ExpressionSyntax(.name(Identifier("x")))
    let inner = Statement(.expression(name, clauses: []))
    let (_, rest) = split(text(of: .with([override], inner)))
    return String(rest.dropLast(": x".count))
  }

  static func question(
    _ word: String, _ fields: inout Fields
  ) throws(InterchangeError) -> Question {
    guard word != "with" else { return try changed(&fields) }
    let place = fields.place[word]
    let text = try fields.text(word)
    let statement = try Fragment.statement("\(word) \(text)", at: place)
    guard case .question(let question) = statement.content else {
      throw place.error("'\(word) \(text)' is no question")
    }
    return question
  }

  private static func changed(_ fields: inout Fields) throws(InterchangeError) -> Question {
    let place = fields.place["with"]
    var overrides: [Override] = []
    for (index, text) in try fields.require("with").strings(at: place).enumerated() {
      overrides.append(try override(text, at: place[index]))
    }
    guard !overrides.isEmpty else { throw place.error("expected at least one change") }
    let inner = try StatementJSON.inner(fields.require("ask"), at: fields.place["ask"])
    return .with(overrides, inner)
  }

  private static func override(
    _ text: String, at place: KeyPlace
  ) throws(InterchangeError) -> Override {
    let statement = try Fragment.statement("with \(text): x", at: place)
    guard case .question(.with(let overrides, let inner)) = statement.content,
      overrides.count == 1,
      case .expression(let expression, clauses: []) = inner.content,
      expression.content == .name(Identifier("x"))
    else { throw place.error("expected one change such as db.mttr 10min") }
    return overrides[0]
  }
}
