import Nines

// The words of the prompt that look after the definitions.
extension Workspace {
  mutating func carryOut(
    _ command: WorkspaceCommand, _ entry: String, _ evaluator: Evaluator
  ) async -> ExitStatus {
    switch command {
    case .list: return list(evaluator)
    case .save(let name, let isOver): return save(name, isOver: isOver, evaluator)
    case .load(let name): return await load(name, evaluator)
    case .set(let values): return await set(values, evaluator)
    case .undo: return await undo(evaluator)
    case .misused(let sentence):
      evaluator.complain("wrong-command", sentence)
      return .wrongInput
    }
  }

  private func list(_ evaluator: Evaluator) -> ExitStatus {
    guard !definitions.statements.isEmpty else {
      evaluator.note("nothing is defined yet; define something, such as  web = 2 of 3 99.5%")
      return .answered
    }
    evaluator.show(
      Report([.verbatim(definitions.text.split(separator: "\n").map(String.init))]),
      json: .object([
        "schema": .integer(1), "kind": .string("list"),
        "names": .array(definitions.names.map(JSONValue.string)),
        "text": .string(definitions.text),
      ]))
    return .answered
  }

  // MARK: Changes

  /// Changes values for good, and shows what that does to the last answer.
  private mutating func set(_ values: String, _ evaluator: Evaluator) async -> ExitStatus {
    var text = Self.setWord + values
    do throws(Diagnostic) {
      text = try EntryReading(text, last: state.last).text
      let overrides = try Self.overrides(String(text.dropFirst(Self.setWord.count)))
      let before = definitions
      let (program, changes) = try Program(statements: before.statements).changing(overrides)
      let kept = before.replacing(program.statements)
      let resolution = resolve(
        kept, "", Program(statements: []), mayWait: Set(state.waiting.keys), evaluator)
      guard let checked = resolution?.checked else { return .wrongInput }
      keep(kept, by: text)
      if await !tell(Effect(from: before, to: kept, changes: changes), evaluator) {
        let changed = kept.statements.filter { before[name: $0.name ?? ""] != $0 }
        summarize(changed.filter { state.waiting[$0.name ?? ""] == nil }, checked, evaluator)
      }
      return .answered
    } catch {
      let source = SourceText(text, name: Input.promptName)
      evaluator.complain(said(Self.atSet(error), of: source), source)
      return .wrongInput
    }
  }

  /// `set format json` is for a terminal's prompt, which takes it before it comes here.
  private func said(_ error: Diagnostic, of source: SourceText) -> Diagnostic {
    guard place == .notebook, error.code == .unknownName,
      !source.text(in: error.span).contains(".")
    else { return error }
    return Diagnostic(
      error.code, error.message, at: error.span, fixes: error.fixes,
      notes: error.notes + [
        "how answers are shown is set at a terminal's prompt; a cell sets values of definitions"
      ])
  }

  private static let setWord = "set "
  private static let withWord = "with "

  /// `db.mttr 10min, web.count 4`, read as `with` reads it.
  private static func overrides(_ values: String) throws(Diagnostic) -> [Override] {
    if let program = try? Parser.parse(SourceText(withWord + values + ": list")),
      case .question(.with(let overrides, _))? = program.statements.first?.content,
      program.statements.count == 1
    {
      return overrides
    }
    _ = try Parser.parse(SourceText(withWord + values))
    throw Diagnostic(
      .unexpectedText, "`set` takes values and what they become, as in `set db.mttr 10min`",
      at: SourceSpan(offset: withWord.count, length: values.utf8.count))
  }

  /// A diagnostic of `with db.mttr 10min` at its place in `set db.mttr 10min`.
  private static func atSet(_ error: Diagnostic) -> Diagnostic {
    let offset = error.span.offset - withWord.count + setWord.count
    return Diagnostic(
      error.code, error.message,
      at: SourceSpan(offset: max(0, offset), length: error.span.length), fixes: error.fixes,
      notes: error.notes)
  }

  /// Takes the last change back, and shows what that does to the last answer.
  private mutating func undo(_ evaluator: Evaluator) async -> ExitStatus {
    let before = definitions
    guard let entry = takeBack() else {
      evaluator.complain("nothing-to-undo", "nothing was changed that could be taken back")
      return .wrongInput
    }
    evaluator.note("taken back: \(Self.shortened(entry))")
    await tell(Effect(from: before, to: definitions), evaluator)
    return .answered
  }

  /// The beginning of an entry, in one line.
  private static func shortened(_ entry: String) -> String {
    let lines = entry.split(separator: "\n", maxSplits: 4).prefix(4)
    let text = lines.joined(separator: " ")
    return text.count <= 100 && entry.utf8.count <= 400 ? text : text.prefix(100) + "…"
  }
}
