extension LineEditor {
  /// Loads the entries of a file, and keeps further ones there. Throws what is wrong with the file,
  /// which is then left alone. Costs the length of the file.
  public func keepHistory(in file: HistoryFile) throws(HistoryFailure) {
    let entries = try file.load().map(Self.oneLine).filter { !$0.isEmpty }
    for entry in entries { editing?.remember(entry) }
    lastEntry = entries.last
    historyFile = file
  }

  /// Keeps an entry for the arrow keys and Ctrl-R, and in the history file. Line ends become blanks:
  /// give an entry of several lines in a form of one line that means the same. Not kept are empty
  /// entries, those that begin with a blank, repetitions of the last one, and those longer than
  /// `longestLine`. After it threw, it keeps entries for this session only.
  public func remember(_ entry: String) throws(HistoryFailure) {
    let line = Self.oneLine(entry)
    guard isWorthKeeping(line) else { return }
    lastEntry = line
    editing?.remember(line)
    guard let file = historyFile else { return }
    do throws(HistoryFailure) {
      try file.append(line)
    } catch {
      historyFile = nil
      throw error
    }
  }

  private func isWorthKeeping(_ line: String) -> Bool {
    guard let first = line.first, !first.isWhitespace, line != lastEntry else { return false }
    return line.unicodeScalars.count <= Self.longestLine
  }

  /// libedit would take a line end in a recalled entry for the end of what is typed.
  private static func oneLine(_ entry: String) -> String {
    guard entry.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return entry }
    return entry.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
