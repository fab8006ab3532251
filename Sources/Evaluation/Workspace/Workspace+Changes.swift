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

  /// Shows the last answer before and after a change, and asks again what isn't shown so; what is slow
  /// to answer is only said to have changed. False where there is nothing to show.
  @discardableResult
  mutating func tell(_ effect: Effect, _ evaluator: Evaluator) async -> Bool {
    guard let last = state.last, !effect.changes.isEmpty else { return false }
    let name = last.subject.name
    guard let new = asking(last, in: effect.after) else {
      evaluator.note("\(name) means nothing any more")
      return false
    }
    var isShown = false
    if let old = asking(last, in: state.unseen ?? effect.before) {
      let changed = ChangedQuestion(
        changes: effect.changes, program: new, before: old, question: .availability(name))
      isShown = await evaluator.showEffect(of: changed, on: name, last)
    }
    state.unseen = isShown || last.isQuick ? nil : state.unseen ?? effect.before
    guard let again = last.again else { return isShown }
    guard last.isQuick else {
      evaluator.note("ask `\(again)` again: its answer takes its time")
      return true
    }
    let text = inherited(last, in: effect.after) + again + "\n"
    _ = await evaluator.answer(
      Input(
        definitions: effect.after.without(Set(state.waiting.keys)).text, entry: text,
        folders: state.folders))
    return true
  }

  /// Shows what has changed since the last answer, where that was too slow to be shown at once and is
  /// asked for again; nil where that isn't so.
  mutating func answerUnseen(
    _ asked: LastQuestion, _ evaluator: Evaluator
  ) async -> ExitStatus? {
    guard let before = state.unseen, asked.isPlain, state.last?.subject.name == asked.subject.name,
      let old = asking(asked, in: before), let new = asking(asked, in: definitions)
    else { return nil }
    let changed = ChangedQuestion(
      changes: KeptDefinitions.changes(from: before, to: definitions), program: new, before: old,
      question: .availability(asked.subject.name))
    state.unseen = nil
    return await evaluator.show(changed, of: asked.subject.name)
  }

  /// The program that asks how available the last subject is; nil where that means nothing.
  func asking(_ last: LastQuestion, in definitions: KeptDefinitions) -> CheckedProgram? {
    let text = Input(
      definitions: definitions.without(Set(state.waiting.keys)).text,
      entry: inherited(last, in: definitions) + last.question,
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
