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

  var state = State()
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
  var usable: KeptDefinitions { definitions.without(Set(state.waiting.keys)) }

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
      evaluator.complain(error.atPrompt, in: input)
      return nil
    }
  }
}

extension Diagnostic {
  /// The same at a prompt, where its words are known: they only stand in the wrong place.
  fileprivate var atPrompt: Diagnostic {
    guard code == .promptWord else { return self }
    return Diagnostic(
      code, "this word of the prompt stands first in a line of its own", at: span)
  }
}
