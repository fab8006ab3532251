import Nines

// The words of the prompt that look after the definitions.
extension Workspace {
  mutating func carryOut(
    _ command: WorkspaceCommand, _ entry: String, _ evaluator: Evaluator
  ) async -> ExitStatus {
    switch command {
    case .list: return list(evaluator)
    case .save(let name, let isOver): return save(name, isOver: isOver, evaluator)
    case .load(let name): return load(name, evaluator)
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

  // MARK: Files

  /// A file that is there and was not loaded or saved here is only written over when that is said.
  private mutating func save(
    _ name: String?, isOver: Bool, _ evaluator: Evaluator
  ) -> ExitStatus {
    guard let name = name ?? file else {
      evaluator.complain("wrong-command", "`save` takes a file: `save shop.nines`")
      return .wrongInput
    }
    guard isOver || name == file || !FileReading.exists(name) else {
      evaluator.complain(
        "file-exists",
        "\(name) is there already and wasn't loaded here; `save over \(name)` writes over it")
      return .wrongInput
    }
    do throws(InputError) {
      try WholeFile.write(Array(definitions.text.utf8), to: name)
      file = name
      evaluator.note("\(Self.count(definitions.statements.count)) saved in \(name)")
      return .answered
    } catch {
      evaluator.complain(error)
      return .wrongInput
    }
  }

  /// Takes the definitions of a file; of its questions it is said that they are not asked.
  private mutating func load(_ name: String, _ evaluator: Evaluator) -> ExitStatus {
    do throws(InputError) {
      return load(try Input(file: name, wantsJSON: evaluator.sink.wantsJSON), name, evaluator)
    } catch {
      evaluator.complain(error)
      return .wrongInput
    }
  }

  /// Takes the text of an editor in the place of all definitions; where it is wrong nothing changes.
  package mutating func replaceAll(
    with text: String, called name: String, _ evaluator: Evaluator
  ) async -> ExitStatus {
    let input = Input(definitions: "", entry: text, name: name, folders: folders)
    do throws(Diagnostic) {
      let program = try Parser.parse(input.source)
      let news = program.statements.filter { $0.content.definedName != nil }
      guard let checked = check(input, evaluator) else { return .wrongInput }
      let before = definitions
      keep(KeptDefinitions().replacing(news), by: "edit")
      evaluator.note(Self.taken(news.count, of: program, "taken from the editor"))
      await tell(
        KeptDefinitions.changes(from: before, to: definitions), from: before, checked, evaluator)
      return .answered
    } catch {
      evaluator.complain(error, input.source)
      return .wrongInput
    }
  }

  private mutating func load(_ input: Input, _ name: String, _ evaluator: Evaluator) -> ExitStatus {
    do throws(Diagnostic) {
      let program = try Parser.parse(input.source)
      let folders = self.folders + [input.folder].compactMap(\.self)
      let news = program.statements.filter { $0.content.definedName != nil }
      let whole = Input(
        definitions: definitions.without(news).text, entry: input.source.text, name: name,
        folders: folders)
      guard check(whole, evaluator) != nil else { return .wrongInput }
      keep(definitions.replacing(news), by: "load \(name)")
      (self.folders, file) = (folders, name)
      evaluator.note(Self.taken(news.count, of: program, "loaded from \(name)"))
      return .answered
    } catch {
      evaluator.complain(error, input.source)
      return .wrongInput
    }
  }

  private static func taken(_ number: Int, of program: Program, _ how: String) -> String {
    let questions = program.statements.filter { $0.content.definedName == nil }
    let definitions = "\(count(number)) \(how)"
    guard !questions.isEmpty else { return definitions }
    let lines = questions.flatMap { Formatter.format($0) }.map { "  " + $0 }
    return ([definitions + "; what it asks is not asked here:"] + lines).joined(separator: "\n")
  }

  static func count(_ number: Int) -> String {
    "\(number) \(number == 1 ? "definition" : "definitions")"
  }

  // MARK: Changes

  /// Changes values for good, and shows what that does to the last answer.
  private mutating func set(_ values: String, _ evaluator: Evaluator) async -> ExitStatus {
    do throws(Diagnostic) {
      let overrides = try Self.overrides(values)
      let before = definitions
      let (program, changes) = try Program(statements: before.statements).changing(overrides)
      let kept = before.replacing(program.statements)
      let input = Input(definitions: kept.text, entry: "", folders: folders)
      guard let checked = check(input, evaluator) else { return .wrongInput }
      keep(kept, by: Self.setWord + values)
      await tell(changes, from: before, checked, evaluator)
      return .answered
    } catch {
      evaluator.complain(
        Self.atSet(error), SourceText(Self.setWord + values, name: Input.promptName))
      return .wrongInput
    }
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
    evaluator.note("taken back: \(entry.split(separator: "\n").joined(separator: " "))")
    let input = Input(definitions: definitions.text, entry: "", folders: folders)
    guard let checked = check(input, evaluator) else { return .wrongInput }
    await tell(
      KeptDefinitions.changes(from: before, to: definitions), from: before, checked, evaluator)
    return .answered
  }
}
