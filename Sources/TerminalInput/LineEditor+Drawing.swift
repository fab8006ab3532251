import CLibedit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LineEditor {
  /// Draws the prompt of a new line, once libedit has a screen large enough for any line.
  func drawPrompt() {
    guard let editing, !isDrawn else { return }
    isDrawn = true
    fitWindow(editing)
    editing.show(prompt)
    editline_redraw(editing.editor)
  }

  /// Tells libedit the window's size, but with rows enough for the longest line: it writes beyond its
  /// own picture of the screen when a line with wide characters has more rows than that.
  func fitWindow(_ editing: EditingSession) {
    window = TerminalWindow(descriptor: STDOUT_FILENO)
    el_resize(editing.editor)
    let cells = 4 * Self.longestLine + TextWidth.columns(of: prompt.plain)
    let rows = cells / max(1, (window?.columns ?? 80) - 1) + 4
    editline_set_number(editing.editor, "li", "\(rows)")
  }

  /// Draws the line again when the window has changed or the program was stopped from elsewhere.
  func redrawAfterSignal(_ editing: EditingSession) {
    if Self.isOrdinaryMode {
      editline_set_raw(editing.editor, 0)
      editline_set_raw(editing.editor, 1)
      Terminal.write("\r" + PasteBracket.on)
      return editline_redraw(editing.editor)
    }
    let now = TerminalWindow(descriptor: STDOUT_FILENO)
    guard now != window else { return }
    Terminal.write(eraser(editing, columns: now?.columns ?? 80))
    fitWindow(editing)
    editline_redraw(editing.editor)
  }

  private static var isOrdinaryMode: Bool {
    var mode = termios()
    return tcgetattr(STDIN_FILENO, &mode) == 0 && mode.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Moves to where the line began, as terminals wrap it anew, and erases to the window's end.
  private func eraser(_ editing: EditingSession, columns: Int) -> String {
    let before = EditingSession.text(UnsafeBufferPointer(rebasing: editing.line[..<editing.cursor]))
    let width = TextWidth.columns(of: prompt.plain) + TextWidth.columns(of: before)
    let rows = width / max(1, columns)
    return "\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J"
  }

  /// Shows the candidates below the line, which is drawn again under them.
  func showListing() {
    guard let editing, let candidates = listing else { return }
    listing = nil
    let list = CandidateList(
      candidates: candidates, width: max(1, (window?.columns ?? 80) - 1),
      rows: max(1, (window?.rows ?? 24) - 2))
    Terminal.write("\n" + list.lines.map { $0 + "\n" }.joined())
    editing.moveCursor(by: listingStep)
    editline_redraw(editing.editor)
  }
}
