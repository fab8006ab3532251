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
    let text: String
    /// The definitions that the entry is read against.
    let base: KeptDefinitions
    /// What it defines.
    let news: [Statement]
    /// What `_` stands for in it, where that has no name of its own.
    let inherited: [Statement]
    /// What is kept once it is taken.
    let kept: KeptDefinitions
  }

  private mutating func answer(_ entry: ReadEntry, _ evaluator: Evaluator) async -> ExitStatus {
    guard !entry.program.statements.isEmpty else { return .answered }
    guard let resolution = resolution(of: entry, evaluator) else { return .wrongInput }
    guard entry.news.count < entry.program.statements.count else {
      let before = definitions
      keep(entry.kept, by: entry.text)
      tell(entry.news, resolution, evaluator)
      await tell(Effect(from: before, to: definitions), evaluator)
      return .answered
    }
    return await answer(entry, resolution, evaluator)
  }

  /// New definitions may wait, and those that do already; what has a meaning keeps it.
  private mutating func resolution(of entry: ReadEntry, _ evaluator: Evaluator) -> Resolution? {
    let fresh = entry.news.compactMap(\.name).filter { definitions[name: $0] == nil }
    return resolve(
      entry.base.without(entry.news), entry.text, entry.program,
      mayWait: Set(fresh).union(state.waiting.keys), evaluator)
  }

  /// Tells what an entry defines, and what has waited for that.
  private mutating func tell(
    _ news: [Statement], _ resolution: Resolution, _ evaluator: Evaluator
  ) {
    let freed = state.waiting.keys.filter { resolution.waiting[$0] == nil }
    state.waiting = resolution.waiting
    let names = Set(news.compactMap(\.name))
    let others = freed.filter { !names.contains($0) }.sorted().compactMap { definitions[name: $0] }
    let told = news.filter { $0.name.map { resolution.waiting[$0] == nil } ?? false } + others
    summarize(told, resolution.checked, evaluator)
    for (name, reason) in resolution.waiting.sorted(by: { $0.key < $1.key })
    where names.contains(name) {
      evaluator.note("\(name) waits: \(reason)")
    }
  }

  /// Nil, after a complaint, where the entry can't be read.
  private func read(_ entry: String, _ evaluator: Evaluator) -> ReadEntry? {
    var text = entry
    do throws(Diagnostic) {
      var reading = try EntryReading(entry, last: state.last)
      text = reading.text
      let inherited = reading.usesLast ? state.last?.definitions ?? [] : []
      let base = definitions.adding(inherited)
      let program = try Parser.parse(SourceText(text))
      reading.nameExpressions(of: program, in: SourceText(text), kept: Set(base.names))
      guard reading.text != text else { return readEntry(text, program, base, inherited) }
      text = reading.text
      return readEntry(text, try Parser.parse(SourceText(text)), base, inherited)
    } catch {
      let source = SourceText(text, name: Input.promptName)
      evaluator.complain(error.said(at: place, of: source), source)
      return nil
    }
  }

  private func readEntry(
    _ text: String, _ program: Program, _ base: KeptDefinitions, _ inherited: [Statement]
  ) -> ReadEntry {
    let news = program.statements.filter { $0.name != nil }
    return ReadEntry(
      program: program,
      text: text, base: base, news: news, inherited: inherited,
      kept: (news.isEmpty ? definitions : base).replacing(news))
  }

  private mutating func answer(
    _ entry: ReadEntry, _ resolution: Resolution, _ evaluator: Evaluator
  ) async -> ExitStatus {
    let (checked, input) = (resolution.checked, resolution.input)
    await tell(Effect(from: definitions, to: entry.kept), evaluator)
    let names = Set(entry.kept.names + checked.topology.domains.map(\.name))
    let asked = LastQuestion(
      of: entry.program, in: SourceText(entry.text), checked: checked, names: names,
      inherited: entry.inherited)
    if let asked, entry.program.statements.count == 1,
      let status = await answerUnseen(asked, evaluator)
    {
      return status
    }
    let start = ContinuousClock.now
    let status = await evaluator.answer(checked, input)
    let isQuick = ContinuousClock.now - start < patience
    guard status != .wrongInput else { return status }
    keep(entry.kept, by: entry.text)
    // Without a search in the text, what is looked for is open again.
    if !entry.news.isEmpty { settle(mayWait: entry.news.compactMap(\.name), evaluator) }
    if let asked {
      state.last = asked
      state.unseen = nil
    }
    state.last?.isQuick = isQuick
    return status
  }
}

extension SourceText {
  /// The whole text.
  var text: String { text(in: SourceSpan(offset: 0, length: bytes.count)) }
}
