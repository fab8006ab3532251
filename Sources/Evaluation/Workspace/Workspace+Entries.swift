import Nines

// What is typed: definitions are kept, questions answered.
extension Workspace {
  /// Takes an entry: a word of the prompt, definitions, questions, or both. What is wrong changes
  /// nothing.
  package mutating func take(_ entry: String, _ evaluator: Evaluator) async -> ExitStatus {
    if let command = WorkspaceCommand(entry) { return await carryOut(command, entry, evaluator) }
    guard let entry = read(entry, evaluator) else { return .wrongInput }
    return await answer(entry, evaluator)
  }

  /// True for an entry that is only unfinished: a prompt asks for its next line.
  package static func isIncomplete(_ entry: String) -> Bool {
    guard WorkspaceCommand(entry) == nil else { return false }
    do throws(Diagnostic) {
      _ = try Parser.parse(SourceText(entry))
      return false
    } catch {
      return error.isIncomplete
    }
  }

  /// What an entry says, read against what is kept.
  private struct ReadEntry {
    let program: Program
    let input: Input
    /// What it defines.
    let news: [Statement]
    /// What `_` stands for in it, where that has no name of its own.
    let inherited: [Statement]
    /// What is kept once it is taken.
    let kept: KeptDefinitions
  }

  private mutating func answer(_ entry: ReadEntry, _ evaluator: Evaluator) async -> ExitStatus {
    guard !entry.program.statements.isEmpty else { return .answered }
    guard let checked = check(entry.input, evaluator) else { return .wrongInput }
    guard entry.news.count < entry.program.statements.count else {
      let before = definitions
      keep(entry.kept, by: entry.input.entry)
      summarize(entry.news, checked, evaluator)
      await tell(Effect(from: before, to: definitions), evaluator)
      return .answered
    }
    return await answer(entry, checked, evaluator)
  }

  /// Nil, after a complaint, where the entry can't be read.
  private func read(_ entry: String, _ evaluator: Evaluator) -> ReadEntry? {
    var text = entry
    do throws(Diagnostic) {
      var reading = try EntryReading(entry, last: state.last)
      text = reading.text
      let inherited = reading.usesLast ? state.last?.definitions ?? [] : []
      let base = definitions.replacing(inherited)
      let typed = SourceText(text)
      reading.nameExpressions(of: try Parser.parse(typed), in: typed, kept: Set(base.names))
      text = reading.text
      return readEntry(text, try Parser.parse(SourceText(text)), base, inherited)
    } catch {
      evaluator.complain(error, SourceText(text, name: Input.promptName))
      return nil
    }
  }

  private func readEntry(
    _ text: String, _ program: Program, _ base: KeptDefinitions, _ inherited: [Statement]
  ) -> ReadEntry {
    let news = program.statements.filter { $0.name != nil }
    return ReadEntry(
      program: program,
      input: Input(definitions: base.without(news).text, entry: text, folders: state.folders),
      news: news, inherited: inherited,
      kept: (news.isEmpty ? definitions : base).replacing(news))
  }

  private mutating func answer(
    _ entry: ReadEntry, _ checked: CheckedProgram, _ evaluator: Evaluator
  ) async -> ExitStatus {
    await tell(Effect(from: definitions, to: entry.kept), evaluator)
    let start = ContinuousClock.now
    let status = await evaluator.answer(checked, entry.input)
    let isQuick = ContinuousClock.now - start < patience
    guard status != .wrongInput else { return status }
    keep(entry.kept, by: entry.input.entry)
    let names = Set(entry.kept.names + checked.topology.domains.map(\.name))
    let asked = LastQuestion(
      of: entry.program, in: SourceText(entry.input.entry), checked: checked, names: names,
      inherited: entry.inherited)
    if let asked { state.last = asked }
    state.last?.isQuick = isQuick
    return status
  }
}

extension SourceText {
  /// The whole text.
  var text: String { text(in: SourceSpan(offset: 0, length: bytes.count)) }
}
