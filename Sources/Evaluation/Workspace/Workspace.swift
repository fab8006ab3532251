import Nines

/// What a prompt or a notebook was told: definitions that stay until they are told anew or taken
/// back, and what was asked last.
package struct Workspace: Sendable {
  /// What is defined.
  package private(set) var definitions = KeptDefinitions()
  /// The definitions before each change, the latest last.
  private var past: [Change] = []
  /// What was asked last.
  var last: LastQuestion?
  /// Where files that definitions name are looked for, beside the working folder.
  var folders: [String] = []
  /// The file that was loaded or saved last.
  var file: String?
  /// Warnings that were told already.
  private var told: Set<Diagnostic> = []

  /// A change of the definitions.
  private struct Change {
    let before: KeptDefinitions
    /// The entry that made it, for `undo` to say what it takes back.
    let entry: String
  }

  /// An empty workspace.
  package init() {}

  /// The text of the definitions with an entry behind them; `news` stand in the entry.
  func input(_ entry: String, defining news: [Statement] = []) -> Input {
    Input(definitions: definitions.without(news).text, entry: entry, folders: folders)
  }

  /// Keeps `kept` in the place of the definitions; `undo` takes that back.
  mutating func keep(_ kept: KeptDefinitions, by entry: String) {
    guard kept != definitions else { return }
    past.append(Change(before: definitions, entry: entry))
    definitions = kept
  }

  /// Takes back the last change; the entry that made it, or nil where there is none.
  mutating func takeBack() -> String? {
    guard let change = past.popLast() else { return nil }
    definitions = change.before
    return change.entry
  }

  /// Checks a text, tells its warnings once, and complains where it is wrong.
  mutating func check(_ input: Input, _ evaluator: Evaluator) -> CheckedProgram? {
    do throws(Diagnostic) {
      let program = try Checker.check(input.source, reading: input.observations)
      evaluator.warn(program.warnings.filter { told.insert($0).inserted }, in: input)
      return program
    } catch {
      evaluator.complain(error, in: input)
      return nil
    }
  }
}
