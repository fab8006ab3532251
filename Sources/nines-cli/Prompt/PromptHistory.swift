import Evaluation
import TerminalInput

/// What was typed, for the arrow keys and Ctrl-R.
struct PromptHistory {
  private let editor: LineEditor
  /// Why nothing is kept for the next prompt; nil where all is well.
  private(set) var warning: String?

  /// The history of earlier prompts and this one.
  init(_ editor: LineEditor) { self.editor = editor }

  /// Keeps an entry, in one line.
  mutating func remember(_ entry: String) {
    editor.remember(EntryLine.text(of: entry))
  }
}
