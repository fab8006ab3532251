import Nines

// What is typed: definitions are kept, questions answered.
extension Workspace {
  /// Takes an entry: a word of the prompt, definitions, questions, or both. What is wrong changes
  /// nothing.
  package mutating func take(_ entry: String, _ evaluator: Evaluator) async -> ExitStatus {
    if let command = WorkspaceCommand(entry) { return await carryOut(command, entry, evaluator) }
    do throws(Diagnostic) {
      return try await answer(entry, evaluator)
    } catch {
      evaluator.complain(error, SourceText(entry, name: Input.promptName))
      return .wrongInput
    }
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

  private mutating func answer(
    _ entry: String, _ evaluator: Evaluator
  ) async throws(Diagnostic) -> ExitStatus {
    var reading = try EntryReading(entry, last: last)
    let typed = SourceText(reading.text, name: Input.promptName)
    let inherited = reading.usesLast ? [last?.definition].compactMap(\.self) : []
    let named = Set(definitions.names + inherited.compactMap(\.content.definedName?.text))
    reading.nameExpressions(of: try Parser.parse(typed), in: typed, kept: named)
    let source = SourceText(reading.text, name: Input.promptName)
    let program = try Parser.parse(source)
    guard !program.statements.isEmpty else { return .answered }
    let base = definitions.replacing(inherited)
    let news = program.statements.filter { $0.content.definedName != nil }
    let input = Input(definitions: base.without(news).text, entry: source.text, folders: folders)
    guard let checked = check(input, evaluator) else { return .wrongInput }
    let kept = (news.isEmpty ? definitions : base).replacing(news)
    return await take(program, news, kept, checked, input, evaluator)
  }

  /// What took longer is not simulated again, twice, after each change.
  private static let patience = Swift.Duration.seconds(1)

  private mutating func take(
    _ program: Program, _ news: [Statement], _ kept: KeptDefinitions, _ checked: CheckedProgram,
    _ input: Input, _ evaluator: Evaluator
  ) async -> ExitStatus {
    let before = definitions
    guard news.count < program.statements.count else {
      keep(kept, by: input.entry)
      await tell(news, changing: before, checked, evaluator)
      return .answered
    }
    let start = ContinuousClock.now
    let status = await evaluator.answer(checked, input)
    let isQuick = ContinuousClock.now - start < Self.patience
    guard status != .wrongInput else { return status }
    keep(kept, by: input.entry)
    let names = Set(kept.names + checked.topology.domains.map(\.name))
    last =
      LastQuestion(
        of: program, in: SourceText(input.entry), checked: checked, names: names) ?? last
    last?.isQuick = isQuick
    return status
  }
}

extension SourceText {
  /// The whole text.
  var text: String { text(in: SourceSpan(offset: 0, length: bytes.count)) }
}
