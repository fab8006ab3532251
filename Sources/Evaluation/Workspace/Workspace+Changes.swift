import Nines

// What a change of the definitions does to the last answer.
extension Workspace {
  /// Definitions that an entry changed.
  struct Effect {
    /// What changed, a line each.
    let changes: [ValueChange]
    /// The definitions without the changes, and with them.
    let before: KeptDefinitions
    let after: KeptDefinitions

    /// What was defined anew, from one to the other.
    init(from before: KeptDefinitions, to after: KeptDefinitions, changes: [ValueChange]? = nil) {
      self.changes = changes ?? KeptDefinitions.changes(from: before, to: after)
      self.before = before
      self.after = after
    }
  }

  /// More definitions at once are counted.
  private static let mostSummaries = 20

  /// Tells what definitions come to, a line each.
  func summarize(_ news: [Statement], _ checked: CheckedProgram, _ evaluator: Evaluator) {
    guard news.count <= Self.mostSummaries else {
      return evaluator.note("\(Self.count(news.count)) taken")
    }
    for name in news.compactMap(\.name) { evaluator.summarize(name, checked) }
  }

  /// Shows the last answer before and after a change, and judges anew what was judged; what is slow to
  /// answer is only said to have changed.
  func tell(_ effect: Effect, _ evaluator: Evaluator) async {
    guard let last = state.last, !effect.changes.isEmpty else { return }
    let name = last.subject.name
    guard let new = asking(last, in: effect.after) else {
      return evaluator.note("\(name) means nothing any more")
    }
    if let old = asking(last, in: effect.before) {
      let changed = ChangedQuestion(
        changes: effect.changes, program: new, before: old, question: .availability(name))
      await evaluator.showEffect(of: changed, on: name, last)
    }
    guard let verdict = last.verdict else { return }
    guard last.isQuick else {
      return evaluator.note("ask `\(verdict)` again: its answer takes its time")
    }
    let text = inherited(last, in: effect.after) + verdict + "\n"
    _ = await evaluator.answer(
      Input(definitions: effect.after.text, entry: text, folders: state.folders))
  }

  /// The program that asks how available the last subject is; nil where that means nothing.
  func asking(_ last: LastQuestion, in definitions: KeptDefinitions) -> CheckedProgram? {
    let text = Input(
      definitions: definitions.text, entry: inherited(last, in: definitions) + last.question,
      folders: state.folders)
    return try? Checker.check(text.source, reading: text.observations)
  }

  /// What `_` stood for in the last question and has no name.
  private func inherited(_ last: LastQuestion, in definitions: KeptDefinitions) -> String {
    let own = last.definitions.filter { statement in
      statement.name.map { definitions[name: $0] == nil } ?? false
    }
    return Formatter.format(Program(statements: own))
  }
}
