import Evaluation
import TerminalInput

/// What was typed at this prompt and earlier ones, for the arrow keys and Ctrl-R.
struct PromptHistory {
  private let editor: LineEditor

  /// The history of earlier prompts; a sentence on standard error where it can't be kept, since the
  /// prompt works without.
  init(_ editor: LineEditor) {
    self.editor = editor
    do throws(HistoryFailure) {
      try editor.keepHistory(in: try HistoryFile.standard(program: "nines"))
    } catch {
      Self.warn(error)
    }
  }

  /// Keeps an entry, in one line.
  func remember(_ entry: String) {
    do throws(HistoryFailure) {
      try editor.remember(EntryLine.text(of: entry))
    } catch {
      Self.warn(error)
    }
  }

  private static func warn(_ failure: HistoryFailure) {
    StandardError.print("warning: \(failure)")
  }
}
