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
    completeness(of: entry) == .unfinished
  }

  /// Whether an entry can be read as far as its grammar goes.
  package enum Completeness {
    /// It can.
    case whole
    /// It can't yet: more lines may follow.
    case unfinished
    /// No more lines would help.
    case wrong
  }

  /// Whether an entry is whole.
  package static func completeness(of entry: String) -> Completeness {
    guard WorkspaceCommand(entry) == nil else { return .whole }
    do throws(Diagnostic) {
      _ = try Parser.parse(SourceText(entry))
      return .whole
    } catch {
      return error.isIncomplete ? .unfinished : .wrong
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
      await tell(entry.news, changing: before, checked, evaluator)
      return .answered
    }
    return await answer(entry, checked, evaluator)
  }

  /// Nil, after a complaint, where the entry can't be read.
  private func read(_ entry: String, _ evaluator: Evaluator) -> ReadEntry? {
    var text = entry
    do throws(Diagnostic) {
      var reading = try EntryReading(entry, last: last)
      text = reading.text
      let inherited = reading.usesLast ? last?.definitions ?? [] : []
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
      input: Input(definitions: base.without(news).text, entry: text, folders: folders),
      news: news, inherited: inherited,
      kept: (news.isEmpty ? definitions : base).replacing(news))
  }

  /// What took longer is not simulated again, twice, after each change.
  private static let patience = Swift.Duration.seconds(1)

  private mutating func answer(
    _ entry: ReadEntry, _ checked: CheckedProgram, _ evaluator: Evaluator
  ) async -> ExitStatus {
    let start = ContinuousClock.now
    let status = await evaluator.answer(checked, entry.input)
    let isQuick = ContinuousClock.now - start < Self.patience
    guard status != .wrongInput else { return status }
    keep(entry.kept, by: entry.input.entry)
    let names = Set(entry.kept.names + checked.topology.domains.map(\.name))
    let asked = LastQuestion(
      of: entry.program, in: SourceText(entry.input.entry), checked: checked, names: names,
      inherited: entry.inherited)
    if let asked { last = asked }
    last?.isQuick = isQuick
    return status
  }
}

extension SourceText {
  /// The whole text.
  var text: String { text(in: SourceSpan(offset: 0, length: bytes.count)) }
}
