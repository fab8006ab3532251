import TopologyLanguage

/// Programs as JSON values: `{"schema":1,"statements":[…]}`, and `trailing` for the comments at the
/// end.
///
/// A statement is an object: `{"service":"web","count":"2 of 3","mtbf":"30d","needs":["db"]}`,
/// `{"name":"site","is":{"all":["lb",{"copies":{"need":2,"of":3,"part":"web"}}]}}`,
/// `{"check":"site 99.9% per year"}`. In expressions a string is a name, and
/// `{"percent":"99.95%"}` an availability. Quantities are strings of the language's canonical text,
/// so that no digit is lost. For a program in canonical form the way through JSON is the identity.
public enum ProgramJSON {
  /// The version of the documents read and written.
  public static let schema = 1

  /// The document of `program`.
  public static func value(of program: Program) -> JSONValue {
    .object([
      ("schema", .integer(schema)),
      ("statements", .array(program.statements.map { StatementJSON.value(of: $0) })),
      ("trailing", TriviaJSON.lines(program.trailing)),
    ])
  }

  /// The program in a document. Throws at the first thing that is no part of one; the places in the
  /// program's tree are those of its pieces and mean nothing.
  public static func program(from value: JSONValue) throws(InterchangeError) -> Program {
    var fields = try Fields(value, at: .root)
    try checkSchema(fields.require("schema"))
    let place = fields.place["statements"]
    var statements: [Statement] = []
    for (index, value) in try fields.require("statements").array(at: place).enumerated() {
      let statement = try StatementJSON.statement(value, at: place[index])
      try check(statement, at: place[index])
      statements.append(statement)
    }
    let trailing = try TriviaJSON.lines("trailing", from: &fields)
    try fields.finish()
    return try checked(Program(statements: statements, trailing: trailing))
  }

  private static func checkSchema(_ value: JSONValue) throws(InterchangeError) {
    guard value == .integer(schema) else {
      throw KeyPlace.root["schema"].error("expected \(schema), found \(value.kindName)")
    }
  }

  /// Refuses trees that no text has, such as a name that cannot be written.
  private static func check(
    _ statement: Statement, at place: KeyPlace
  ) throws(InterchangeError) {
    let bare = Statement(statement.content, trivia: Trivia(below: statement.trivia.below))
    let text = Formatter.format(bare).joined(separator: "\n")
    do throws(Diagnostic) {
      let program = try Parser.parse(SourceText(text))
      if program.statements.count == 1, program.statements[0].content == statement.content {
        return
      }
    } catch {
      throw place.error(error.message)
    }
    throw place.error("this cannot be written as text; it would be read as something else")
  }

  /// Refuses comments where the text has no place for them.
  private static func checked(_ program: Program) throws(InterchangeError) -> Program {
    let parsed = try? Parser.parse(SourceText(Formatter.format(program)))
    guard parsed == program else {
      throw KeyPlace.root.error("a comment or blank line stands where a text cannot have one")
    }
    return program
  }
}
