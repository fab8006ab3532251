import Evaluation
import Nines
import TerminalInput

/// Asks line by line: definitions stay, questions are answered, a text that is only unfinished goes
/// on in the next line. Ctrl-C ends a simulation with the estimate so far, not the prompt.
struct Prompt {
  private let editor = LineEditor(program: "nines")
  private let interruption = Interruption(
    warning: "this answer can't be stopped in the middle; Ctrl-C again leaves nines")
  private var settings: PromptSettings
  private var workspace = Workspace()
  private let history: PromptHistory
  /// Entries that were pasted and not yet answered.
  private var pasted: [String] = []
  /// What was edited and refused.
  private var refused: TextEditor?

  private static let welcome =
    "nines: type a topology such as  99.99% & 2 of 3 99.5%, or help; Ctrl-D leaves"

  /// A prompt that shows answers as `settings` say, and remembers what was typed at others.
  init(_ settings: PromptSettings) {
    self.settings = settings
    history = PromptHistory(editor)
  }

  /// Answers until the input ends or someone leaves.
  mutating func run() async {
    StandardOutput.print(Self.welcome)
    while let entry = read() {
      guard await take(entry) else { return }
    }
  }

  // MARK: Reading

  /// An entry of one line or more; empty where it was abandoned, nil at the end of the input.
  private mutating func read() -> String? {
    var entry = ""
    while true {
      if entry.isEmpty, !pasted.isEmpty { return pasted.removeFirst() }
      switch readLine(above: entry) {
      case .line(let line):
        if let lines = editor.takePastedLines() {
          pasted = entries(of: entry + line + "\n" + lines)
          entry = ""
          continue
        }
        entry += line + "\n"
        if line.isEmpty || !Workspace.isIncomplete(entry) { return entry }
      case .interrupted: return ""
      case .tooLong(let limit):
        StandardError.print("error: a line is longer than \(limit) characters; `load` a file")
        return ""
      // What was begun is abandoned before the prompt is.
      case .endOfInput: return entry.isEmpty ? nil : ""
      }
    }
  }

  private func readLine(above entry: String) -> LineEditor.Input {
    let completion = PromptCompletion(definitions: workspace.definitions, above: entry)
    editor.completer = { line, cursor in completion.complete(line, at: cursor) }
    return editor.readLine(prompt: prompt(entry.isEmpty ? "nines> " : "   ... "))
  }

  private func entries(of lines: String) -> [String] {
    let names = workspace.definitions.names
    return Workspace.entries(of: lines) { PromptCommand($0, defined: names) != nil }
  }

  /// Bold where colours are used.
  private func prompt(_ text: String) -> String {
    settings.style.output.marked(String(text.dropLast()), .bold) + " "
  }

  // MARK: Answering

  /// False when the entry leaves the prompt.
  private mutating func take(_ entry: String) async -> Bool {
    guard entry.contains(where: { !$0.isWhitespace }) else { return true }
    history.remember(entry)
    interruption.listen()
    defer { interruption.rest() }
    let evaluator = settings.evaluator(interruption)
    switch PromptCommand(entry, defined: workspace.definitions.names) {
    case .leave: return false
    case .edit: await edit(evaluator)
    case .showSettings: evaluator.note(settings.lines.joined(separator: "\n"))
    case .set(let name, let value): set(name, value, evaluator)
    case .misused(let sentence): evaluator.complain("wrong-command", sentence)
    case nil: await answer(entry, evaluator)
    }
    return true
  }

  /// What was typed ahead or pasted behind an answer that was interrupted is not wanted.
  private mutating func answer(_ entry: String, _ evaluator: Evaluator) async {
    guard await workspace.take(entry, evaluator) == .interrupted else { return }
    editor.discardWaitingInput()
    pasted = []
  }

  private mutating func set(_ name: String, _ value: String?, _ evaluator: Evaluator) {
    guard let sentence = settings.set(name, to: value) else { return }
    evaluator.complain("wrong-setting", sentence)
  }

  /// A text that was refused is opened again.
  private mutating func edit(_ evaluator: Evaluator) async {
    interruption.rest()
    do throws(InputError) {
      let own: TextEditor
      if let refused {
        own = refused
      } else {
        own = try TextEditor(holding: workspace.definitions.text)
      }
      refused = own
      let text = try own.edit()
      let status = await workspace.replaceAll(with: text, called: own.file, evaluator)
      guard status == .wrongInput else {
        own.remove()
        refused = nil
        return
      }
      evaluator.note("nothing is changed; `edit` opens \(own.file) again")
    } catch {
      evaluator.complain(error)
      if case .noEditor = error { dropUnedited() }
    }
  }

  /// An editor that failed has edited nothing.
  private mutating func dropUnedited() {
    refused?.remove()
    refused = nil
  }
}
