/// Tries words behind the beginning of a statement: a word may stand there exactly when the parser
/// takes it, and the checker has no quarrel with it. So what is offered can't differ from what is
/// understood.
struct WordTrial {
  private let statement: [UInt8]
  private let closers: String

  init(at place: CompletionPlace) {
    statement = place.statement
    closers = place.closers
  }

  /// True where the grammar takes `word`; `rest` is what must follow for it to make sense.
  func takes(_ word: String, _ rest: String = "") -> Bool {
    let text = SourceText(bytes: statement + Array(word.utf8) + Array(rest.utf8))
    do throws(Diagnostic) {
      _ = try Parser.parse(text, lookingForNearWords: false)
      return true
    } catch {
      return error.span.offset >= statement.count + word.utf8.count
    }
  }

  func takes(_ word: GrammarWord) -> Bool { takes(word.text, word.rest) }

  /// True where any name may stand.
  var takesName: Bool { takes(Self.unknownName) }

  /// A name that no program has.
  private static let unknownName = "zz-0"

  /// True where the checker has nothing against a clause that the grammar takes: it has a meaning
  /// there, and doesn't stand there yet.
  func means(clause: String) -> Bool {
    let source = SourceText(bytes: statement + Array(clause.utf8) + Array(closers.utf8))
    guard let program = try? Parser.parse(source), let last = program.statements.last else {
      return true
    }
    guard let laws = try? LawTable(of: Program(statements: []), [:]) else { return true }
    var checker = Checker(source, laws, DemandTable())
    do throws(Diagnostic) {
      try checker.define(last)
      return true
    } catch {
      return !Self.objections.contains(error.code) || error.span.end <= statement.count
    }
  }

  /// Refusals of a clause itself, not of what else is missing around it.
  private static let objections: Set<DiagnosticCode> = [
    .misplacedClause, .duplicateClause, .tooManyTimes, .notYet,
  ]
}
