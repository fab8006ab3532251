import Nines

// Cells of a notebook: entries one below the other.
extension Workspace {
  /// Takes the entries of a cell one after the other, up to one that is wrong or interrupted. Words of
  /// the prompt, such as `load shop.nines`, have lines of their own; what stands between them is one
  /// entry, in which what is wrong changes nothing.
  package mutating func take(cell: String, _ evaluator: Evaluator) async -> ExitStatus {
    var status = ExitStatus.answered
    for entry in Self.entries(of: cell) {
      let own = await take(entry, evaluator)
      status = status.worse(own)
      if own == .wrongInput || own == .interrupted { break }
    }
    return status
  }

  /// Whether a cell is whole: its last entry decides.
  package static func completeness(ofCell cell: String) -> Completeness {
    completeness(of: entries(of: cell).last ?? "")
  }

  /// The entries of a cell, each behind as many empty lines that its places are those of the cell.
  static func entries(of cell: String) -> [String] {
    var entries: [String] = []
    var lines = ""
    var above = ""
    for line in cell.split(separator: "\n", omittingEmptySubsequences: false) {
      let isCommand = WorkspaceCommand(String(line)) != nil
      if isCommand, !lines.allSatisfy(\.isWhitespace) { entries.append(above + lines) }
      if isCommand {
        above += emptied(lines)
        lines = ""
        entries.append(above + line)
        above += "\n"
      } else {
        lines += line + "\n"
      }
    }
    return lines.allSatisfy(\.isWhitespace) ? entries : entries + [above + lines]
  }

  private static func emptied(_ lines: String) -> String {
    String(repeating: "\n", count: lines.count { $0 == "\n" })
  }
}
