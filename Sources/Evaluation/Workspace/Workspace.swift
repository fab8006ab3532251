import Nines

/// What a prompt or a notebook was told: definitions that stay until they are told anew or taken
/// back, and what was asked last.
package struct Workspace: Sendable {
  /// What an entry may change, and `undo` gives back.
  struct State: Sendable {
    /// What is defined.
    var definitions = KeptDefinitions()
    /// What was asked last.
    var last: LastQuestion?
    /// Where files that definitions name are looked for, beside the working folder.
    var folders: [String] = []
    /// The file that was loaded or saved last.
    var file: SavedFile?
    /// The definitions of the last answer, where a change since then was too slow to be shown.
    var unseen: KeptDefinitions?
    /// Why each of the definitions waits that name what isn't there yet, by name.
    var waiting: [String: String] = [:]
  }

  /// A change of the definitions, for `undo` to take back and to say what it was.
  private struct Change {
    let before: State
    let entry: String
  }

  /// How many changes can be taken back.
  private static let mostChanges = 200

  /// Where entries come from.
  enum Place { case prompt, notebook }

  var state = State()
  /// Some words are for a terminal's prompt alone.
  var place = Place.prompt
  /// The latest last.
  private var past: [Change] = []
  /// Warnings that were told already.
  private var told: Set<String> = []
  /// What took longer is not simulated again, twice, after each change.
  let patience: Swift.Duration

  /// An empty workspace; what took longer than `patience` to answer is not answered again after each
  /// change.
  package init(patience: Swift.Duration = .seconds(1)) { self.patience = patience }

  /// What is defined.
  package var definitions: KeptDefinitions { state.definitions }

  /// Keeps `kept` in the place of the definitions; `undo` takes that back.
  mutating func keep(_ kept: KeptDefinitions, by entry: String) {
    guard kept != definitions else { return }
    past.append(Change(before: state, entry: entry))
    if past.count > Self.mostChanges { past.removeFirst() }
    state.definitions = kept
  }

  /// Takes back the last change; the entry that made it, or nil where there is none. What was asked
  /// since then stays the last question while it means something.
  mutating func takeBack() -> String? {
    guard let change = past.popLast() else { return nil }
    let last = state.last
    state = change.before
    if let last, asking(last, in: definitions) != nil { state.last = last }
    return change.entry
  }

  /// Those that wait for nothing.
  var usable: KeptDefinitions { usable(definitions) }

  /// Of some definitions, those that wait for nothing.
  func usable(_ definitions: KeptDefinitions) -> KeptDefinitions {
    definitions.without(Set(state.waiting.keys))
  }

  /// Tells warnings once.
  mutating func warn(_ program: CheckedProgram, in input: Input, _ evaluator: Evaluator) {
    let warnings = program.warnings.filter { warning in
      told.insert(warning.message + input.source.text(in: warning.span)).inserted
    }
    evaluator.warn(warnings, in: input)
  }

  /// Checks a text, tells its warnings once, and complains where it is wrong.
  mutating func check(_ input: Input, _ evaluator: Evaluator) -> CheckedProgram? {
    do throws(Diagnostic) {
      let program = try Checker.check(input.source, reading: input.observations)
      warn(program, in: input, evaluator)
      return program
    } catch {
      evaluator.complain(error.said(at: place, of: input.source), in: input)
      return nil
    }
  }
}

extension Diagnostic {
  /// The same where words of the prompt are known: they stand in the wrong place, or are a terminal's.
  func said(at place: Workspace.Place, of source: SourceText) -> Diagnostic {
    guard code == .promptWord else { return self }
    let word = source.text(in: span)
    guard place == .notebook, WorkspaceCommand(word) == nil else {
      return Diagnostic(
        code, "this word of the prompt stands first in a line of its own", at: span)
    }
    return Diagnostic(
      code, "'\(word)' is a word of a terminal's prompt, and means nothing in a cell", at: span,
      notes: [
        word == "edit"
          ? "a definition that is told again takes the place of the old one"
          : "the notebook's own menu ends or restarts the kernel"
      ])
  }
}
