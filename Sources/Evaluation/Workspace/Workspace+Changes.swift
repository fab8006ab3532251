import Nines

// What a change of the definitions does to the last answer.
extension Workspace {
  /// Tells what new definitions come to; where one stands in the place of another, also what that does
  /// to the last answer.
  func tell(
    _ news: [Statement], changing before: KeptDefinitions, _ checked: CheckedProgram,
    _ evaluator: Evaluator
  ) async {
    for name in news.compactMap(\.content.definedName?.text) {
      evaluator.summarize(name, checked)
    }
    let changes = KeptDefinitions.changes(from: before, to: definitions).filter {
      $0.before != nil
    }
    guard !changes.isEmpty else { return }
    await tell(changes, from: before, checked, evaluator)
  }

  /// Shows the last answer before and after some changes, where both are exact and differ; a check is
  /// judged anew.
  func tell(
    _ changes: [ValueChange], from before: KeptDefinitions, _ checked: CheckedProgram,
    _ evaluator: Evaluator
  ) async {
    guard let last, !changes.isEmpty,
      let old = asking(last, in: before), let new = asking(last, in: definitions)
    else { return }
    let changed = ChangedQuestion(
      changes: changes, program: new, before: old, question: .availability(last.subject.name))
    let name = last.subject.name
    guard await evaluator.showEffect(of: changed, on: name, isQuick: last.isQuick) else { return }
    guard let check = last.check else { return }
    _ = await evaluator.answer(input(inherited(last) + check))
  }

  /// The program that asks how available the last subject is; nil where that means nothing.
  private func asking(_ last: LastQuestion, in definitions: KeptDefinitions) -> CheckedProgram? {
    let text = Input(
      definitions: definitions.text, entry: inherited(last, in: definitions) + last.question,
      folders: folders)
    return try? Checker.check(text.source, reading: text.observations)
  }

  private func inherited(_ last: LastQuestion, in definitions: KeptDefinitions? = nil) -> String {
    let definitions = definitions ?? self.definitions
    let kept = Set(definitions.names)
    let own = last.definitions.filter { statement in
      statement.content.definedName.map { !kept.contains($0.text) } ?? false
    }
    return Formatter.format(Program(statements: own))
  }
}

extension KeptDefinitions {
  /// The definitions that differ, as they were and as they are, names included; what is gone isn't
  /// told.
  static func changes(from before: KeptDefinitions, to after: KeptDefinitions) -> [ValueChange] {
    after.statements.compactMap { statement -> ValueChange? in
      guard let name = statement.content.definedName?.text else { return nil }
      let old = before[name: name]
      guard old != statement else { return nil }
      return ValueChange(path: "", before: old.map(line), after: line(statement))
    }
  }

  /// A definition in one line.
  private static func line(_ statement: Statement) -> String {
    Formatter.format(Statement(statement.content)).map { line in
      String(line.drop { $0 == " " })
    }.joined(separator: " ")
  }
}
