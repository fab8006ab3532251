import Nines

// Files of definitions.
extension Workspace {
  /// A file that is there and isn't this workspace's own is only written over when that is said.
  mutating func save(_ name: String?, isOver: Bool, _ evaluator: Evaluator) -> ExitStatus {
    guard let name = name ?? state.file?.path else {
      evaluator.complain("wrong-command", "`save` takes a file: `save shop.nines`")
      return .wrongInput
    }
    if let sentence = obstacle(to: name, isOver: isOver) {
      evaluator.complain("file-exists", sentence)
      return .wrongInput
    }
    let own = state.file?.path == name ? state.file : nil
    let text = Formatter.format(
      Program(
        statements: definitions.statements + (own?.questions ?? []),
        trailing: own?.trailing ?? []))
    do throws(InputError) {
      try WholeFile.write(Array(text.utf8), to: name)
      state.file = SavedFile(
        path: name, isOwn: true, questions: own?.questions ?? [], trailing: own?.trailing ?? [])
      evaluator.note("\(Self.count(definitions.statements.count)) saved in \(name)")
      return .answered
    } catch {
      evaluator.complain(error)
      return .wrongInput
    }
  }

  /// Why nothing is written there; nil where it may be.
  private func obstacle(to name: String, isOver: Bool) -> String? {
    if let kind = FileKind(name), kind != .nines {
      return
        "`save` writes the language, to a file such as shop.nines; `nines fmt shop.nines --to json`"
        + " and `--to yaml` make documents of it"
    }
    let isOwn = state.file.map { $0.path == name && $0.isOwn } ?? false
    // What can't be written over is told by the system.
    guard !isOver, !isOwn, FileReading.exists(name), WholeFile.obstacle(to: name) == nil else {
      return nil
    }
    return "\(name) is there already, and holds what isn't here; `save over \(name)` writes over it"
  }

  /// Takes the definitions of a file; of its questions it is said that they are not asked.
  mutating func load(_ name: String, _ evaluator: Evaluator) async -> ExitStatus {
    do throws(InputError) {
      return await load(try Input(file: name, wantsJSON: evaluator.sink.wantsJSON), name, evaluator)
    } catch {
      evaluator.complain(error)
      return .wrongInput
    }
  }

  private mutating func load(
    _ input: Input, _ name: String, _ evaluator: Evaluator
  ) async -> ExitStatus {
    do throws(Diagnostic) {
      let program = try Parser.parse(input.source)
      let news = program.statements.filter { $0.name != nil }
      let folders = state.folders + [input.folder].compactMap(\.self)
      let whole = Input(
        definitions: usable.without(news).text, entry: input.source.text, name: name,
        folders: folders)
      guard check(whole, evaluator) != nil else { return .wrongInput }
      let isFirst = definitions.statements.isEmpty
      let before = definitions
      keep(definitions.replacing(news), by: "load \(name)")
      settle(mayWait: news.compactMap(\.name), evaluator)
      state.folders = folders
      state.file = Self.file(name, program, isOwn: isFirst)
      evaluator.note(Self.taken(news.count, of: program, "loaded from \(name)"))
      await tell(Effect(from: before, to: definitions), evaluator)
      return .answered
    } catch {
      evaluator.complain(error, input.source)
      return .wrongInput
    }
  }

  /// A document is no file that `save` could write.
  private static func file(_ name: String, _ program: Program, isOwn: Bool) -> SavedFile? {
    guard FileKind(name).map({ $0 == .nines }) ?? true else { return nil }
    return SavedFile(
      path: name, isOwn: isOwn, questions: program.statements.filter { $0.name == nil },
      trailing: program.trailing)
  }

  /// Takes the text of an editor in the place of all definitions; where it is wrong nothing changes.
  package mutating func replaceAll(
    with text: String, called name: String, _ evaluator: Evaluator
  ) async -> ExitStatus {
    let input = Input(definitions: "", entry: text, name: name, folders: state.folders)
    do throws(Diagnostic) {
      let program = try Parser.parse(input.source)
      let news = program.statements.filter { $0.name != nil }
      guard check(input, evaluator) != nil else { return .wrongInput }
      let before = definitions
      keep(KeptDefinitions().replacing(news), by: "edit")
      settle(mayWait: news.compactMap(\.name), evaluator)
      evaluator.note(Self.taken(news.count, of: program, "taken from the editor"))
      await tell(Effect(from: before, to: definitions), evaluator)
      return .answered
    } catch {
      evaluator.complain(error, input.source)
      return .wrongInput
    }
  }

  private static func taken(_ number: Int, of program: Program, _ how: String) -> String {
    let questions = program.statements.filter { $0.name == nil }
    let definitions = "\(count(number)) \(how)"
    guard !questions.isEmpty else { return definitions }
    let lines = questions.flatMap { Formatter.format($0) }.map { "  " + $0 }
    return ([definitions + "; what it asks is not asked here:"] + lines).joined(separator: "\n")
  }

  static func count(_ number: Int) -> String {
    "\(number) \(number == 1 ? "definition" : "definitions")"
  }
}
