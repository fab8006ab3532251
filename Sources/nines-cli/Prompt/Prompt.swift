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
      let completion = PromptCompletion(definitions: workspace.definitions, above: entry)
      editor.completer = { line, cursor in completion.complete(line, at: cursor) }
      switch editor.readLine(prompt: prompt(entry.isEmpty ? "nines> " : "   ... ")) {
      case .line(let line):
        entry += line + "\n" + (editor.takePastedLines() ?? "")
        if line.isEmpty || !Workspace.isIncomplete(entry) { return entry }
      case .interrupted: return ""
      case .tooLong(let limit):
        StandardError.print("error: a line is longer than \(limit) characters; `load` a file")
        return ""
      case .endOfInput: return nil
      }
    }
  }

  /// Bold where colours are used.
  private func prompt(_ text: String) -> String {
    settings.style.output.marked(String(text.dropLast()), .bold) + " "
  }

  // MARK: Answering

  /// False when the entry leaves the prompt.
  private mutating func take(_ entry: String) async -> Bool {
    let words = entry.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return true }
    history.remember(entry)
    interruption.listen()
    defer { interruption.rest() }
    let evaluator = settings.evaluator(interruption)
    switch PromptCommand(words, defined: workspace.definitions.names) {
    case .leave: return false
    case .edit: await edit(evaluator)
    case .showSettings: evaluator.note(settings.lines.joined(separator: "\n"))
    case .set(let name, let value): set(name, value, evaluator)
    case nil:
      let status = await workspace.take(entry, evaluator)
      if status == .interrupted { editor.discardWaitingInput() }
    }
    return true
  }

  private mutating func set(_ name: String, _ value: String?, _ evaluator: Evaluator) {
    guard let sentence = settings.set(name, to: value) else { return }
    evaluator.complain("wrong-setting", sentence)
  }

  private mutating func edit(_ evaluator: Evaluator) async {
    do throws(InputError) {
      let edited = try TextEditor.edit(workspace.definitions.text)
      let text = String(decoding: edited.text, as: UTF8.self)
      let status = await workspace.replaceAll(with: text, called: edited.file, evaluator)
      guard status == .wrongInput else { return TextEditor.remove(edited) }
      evaluator.note("nothing is changed; the text stays in \(edited.file) for `load`")
    } catch {
      evaluator.complain(error)
    }
  }
}
