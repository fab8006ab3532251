import Nines

// Cells of a notebook: entries one below the other.
extension Workspace {
  /// Takes the entries of a cell one after the other, up to one that is wrong or interrupted. Words of
  /// the prompt, such as `load shop.nines`, have lines of their own; what stands between them is one
  /// entry, in which what is wrong changes nothing.
  package mutating func take(cell: String, _ evaluator: Evaluator) async -> ExitStatus {
    place = .notebook
    var status = ExitStatus.answered
    for entry in Self.entries(ofCell: cell) {
      guard !evaluator.interruption.isUnheard else { return status.worse(.interrupted) }
      let own = await take(entry, evaluator)
      status = status.worse(own)
      if own == .wrongInput || own == .interrupted { break }
    }
    return status
  }

  /// Whether a cell is whole: its last entry decides.
  package static func completeness(ofCell cell: String) -> Completeness {
    completeness(of: entries(ofCell: cell).last ?? "")
  }

  /// The entries of a cell, each behind as many empty lines that its places are those of the cell.
  private static func entries(ofCell cell: String) -> [String] {
    var above = ""
    let placed = parts(of: cell, isCommand: { _ in false }).map { part in
      defer { above += String(repeating: "\n", count: part.count { $0 == "\n" }) }
      return isEntry(part) ? above + part : ""
    }
    return placed.filter { !$0.isEmpty }
  }
}
