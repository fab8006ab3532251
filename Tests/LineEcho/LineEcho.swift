import TerminalInput

/// Reads lines and prints them back: the line editor without the rest of the program.
@main
enum LineEcho {
  static func main() {
    let editor = LineEditor(program: "line-echo")
    editor.completer = { line, cursor in complete(line, cursor) }
    keepHistory(editor)
    while true {
      switch editor.readLine(prompt: "\u{1B}[1mready>\u{1B}[0m ") {
      case .line("quit"): return
      case .line("forget"): editor.discardWaitingInput()
      case .line(let line):
        show("read \(line.unicodeScalars.count): \(line.prefix(60))")
        remember(line, editor)
      case .interrupted: show("interrupted")
      case .tooLong(let limit): show("longer than \(limit)")
      case .endOfInput: return show("end")
      }
    }
  }

  /// In the file that the first argument names, if any.
  private static func keepHistory(_ editor: LineEditor) {
    guard let path = CommandLine.arguments.dropFirst().first else { return }
    do throws(HistoryFailure) {
      try editor.keepHistory(in: HistoryFile(path: path))
    } catch {
      show(error.description)
    }
  }

  private static func remember(_ line: String, _ editor: LineEditor) {
    do throws(HistoryFailure) {
      try editor.remember(line)
    } catch {
      show(error.description)
    }
  }

  private static func show(_ text: String) {
    print(text)
  }

  private static func complete(_ line: String, _ cursor: Int) -> Completion {
    let before = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
    let word = before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let names = ["mtbf", "mttr", "mtta", "zürich", "available"].filter { $0.hasPrefix(word) }
    return Completion(
      replacedFrom: cursor - word.utf8.count,
      candidates: names.map { Completion.Candidate($0, ending: " ") })
  }
}
