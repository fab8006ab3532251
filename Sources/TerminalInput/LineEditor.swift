import CLibedit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines at a terminal, with editing, history and completion by libedit.
///
/// Without a terminal at both ends, or with one that can't move its cursor (`TERM` unset or `dumb`),
/// it reads plain lines. For the main thread only. Between two reads the terminal is in its ordinary
/// mode, so that Ctrl-C is a signal then. It reads ahead: nothing else may read standard input.
public final class LineEditor {
  /// What a read brought.
  public enum Input: Sendable, Hashable {
    /// Without the line end. What was no UTF-8 is U+FFFD.
    case line(String)
    /// Ctrl-C: the line is abandoned.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case endOfInput
    /// A line of more than this many characters was typed or pasted; none of it was taken.
    case tooLong(limit: Int)
  }

  /// The longest line that can be edited, in characters. A pasted whole line may be longer.
  public static let longestLine = 16_384

  /// Asked at the Tab key: the line, and the cursor as an offset in UTF-8 bytes.
  public typealias Completer = (_ line: String, _ cursor: Int) -> Completion

  /// What completes words; nothing by default.
  public var completer: Completer = { _, _ in .none }

  /// False when it reads plain lines.
  public var isEditing: Bool { editing != nil }

  let editing: EditingSession?
  var bytes = TerminalBytes(descriptor: STDIN_FILENO)
  var prompt = PromptText("")
  var historyFile: HistoryFile?
  var lastEntry: String?
  /// What ended the read, when it was no line.
  var ending: Input?
  /// Candidates to show before the next key.
  var listing: [Completion.Candidate]?
  /// To move the cursor back by, after the listing.
  var listingStep = 0
  /// False until libedit asks for the first key of a line.
  var isDrawn = false
  /// The window that the line was drawn in.
  var window = TerminalWindow(descriptor: STDOUT_FILENO)

  /// Sets the locale's character set from the environment, or UTF-8 when that is none. `program` is
  /// the name before the colon in lines of `~/.editrc`. Costs about a millisecond.
  public init(program: String) {
    Self.chooseCharacterSet()
    editing = Self.canEdit ? EditingSession(program: program) : nil
    editing?.attach(self)
  }

  private static func chooseCharacterSet() {
    setlocale(LC_CTYPE, "")
    guard let name = nl_langinfo(CInt(CODESET)), String(cString: name) != "UTF-8" else { return }
    if setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "en_US.UTF-8") }
  }

  private static var canEdit: Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, let terminal = getenv("TERM")
    else { return false }
    return !["", "dumb"].contains(String(cString: terminal))
  }

  /// Waits for a line. Escape sequences in the prompt, such as colours, take no columns; let a
  /// coloured prompt end with a blank in the ordinary colour.
  public func readLine(prompt text: String) -> Input {
    prompt = PromptText(text)
    guard let editing else { return readPlainLine() }
    if let line = bytes.takePastedLine() { return echoed(line, after: text) }
    return edit(editing)
  }

  private func edit(_ editing: EditingSession) -> Input {
    ending = nil
    listing = nil
    isDrawn = false
    editing.show(PromptText(""))
    let line = editing.readLine()
    if let ending { return take(ending) }
    guard let line else {
      // libedit shows ^D and stays in its row.
      Terminal.write("\n")
      return .endOfInput
    }
    return .line(line)
  }

  private func take(_ ending: Input) -> Input {
    switch ending {
    case .line:
      // A paste began on an empty line: its lines need no editing.
      return bytes.takePastedLine().map { echoed($0, after: "") } ?? .interrupted
    case .interrupted:
      Terminal.write("^C\n")
    case .endOfInput, .tooLong:
      Terminal.write("\n")
    }
    return ending
  }

  /// Shows a line as if it had been typed; only the beginning of one that fills windows.
  private func echoed(_ line: String, after prompt: String) -> Input {
    let shown = line.utf8.count <= 4_096 ? line : String(line.prefix(1_000)) + "…"
    Terminal.write(prompt + shown + "\n")
    return .line(line)
  }

  /// The further whole lines of a paste of which a line was read, each with its line end; nil where
  /// there are none. They are shown, as far as they don't fill windows. Costs their length.
  public func takePastedLines() -> String? {
    guard editing != nil, let lines = bytes.takePastedLines() else { return nil }
    let isLong = lines.utf8.count > 4_096
    Terminal.write(isLong ? String(lines.prefix(1_000)) + "…\n" : lines)
    return lines
  }

  /// Forgets what was typed ahead or pasted and not yet read, such as after Ctrl-C in a simulation.
  public func discardWaitingInput() {
    bytes.discard()
    tcflush(STDIN_FILENO, TCIFLUSH)
  }
}
