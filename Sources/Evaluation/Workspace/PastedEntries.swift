// What is pasted in many lines.
extension Workspace {
  /// The entries of pasted lines: a word of the prompt has a line of its own, and what stands between
  /// two such lines is one entry. `isCommand` knows further words.
  ///
  /// Costs the length of the lines, and for each word of the prompt that of the entry before it.
  package static func entries(of lines: String, isCommand: (String) -> Bool) -> [String] {
    parts(of: lines, isCommand: isCommand).filter(isEntry)
  }

  /// False for empty lines.
  static func isEntry(_ part: String) -> Bool { part.contains { !$0.isWhitespace } }

  /// The same with the empty lines between the entries.
  static func parts(of lines: String, isCommand: (String) -> Bool) -> [String] {
    var entries: [String] = []
    var entry = ""
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let stands = WorkspaceCommand(line) != nil || isCommand(line)
      guard stands, !isIncomplete(entry) else {
        entry += line + "\n"
        continue
      }
      entries += [entry, line + "\n"]
      entry = ""
    }
    return entries + [entry]
  }
}
