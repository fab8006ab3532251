import TerminalText

/// Candidates in columns as `ls` lays them out, or with their notes one a row. Nothing in them acts on
/// the terminal.
struct CandidateList {
  private let candidates: [Completion.Candidate]
  private let width: Int
  private let rows: Int

  /// A list of at most so many rows, on a terminal of a width in columns.
  init(candidates: [Completion.Candidate], width: Int, rows: Int) {
    self.candidates = candidates.map {
      Completion.Candidate($0.text.printable(), note: $0.note?.printable())
    }
    self.width = width
    self.rows = rows
  }

  /// The rows, each within the width; the last one says how many candidates are left out.
  var lines: [String] {
    let noted = candidates.contains { $0.note != nil }
    return noted && candidates.count <= rows ? notedLines : columnLines
  }

  private var widest: Int { candidates.map(\.text.terminalColumns).max() ?? 0 }

  private var notedLines: [String] {
    let column = widest + 2
    return candidates.map { candidate in
      let note = candidate.note.map { candidate.text.padded(toColumns: column) + $0 }
      return (note ?? candidate.text).cut(toColumns: width)
    }
  }

  private var columnLines: [String] {
    let column = min(widest + 2, width)
    let perRow = max(1, width / max(1, column))
    let needed = (candidates.count + perRow - 1) / perRow
    guard needed > rows else { return grid(candidates[...], rows: needed, column: column) }
    let shown = candidates.prefix(perRow * max(1, rows - 1))
    let left = candidates.count - shown.count
    return grid(shown, rows: max(1, rows - 1), column: column) + ["… and \(left) more"]
  }

  /// Read downwards, then to the right.
  private func grid(
    _ shown: ArraySlice<Completion.Candidate>, rows: Int, column: Int
  ) -> [String] {
    (0..<rows).map { row in
      let texts = stride(from: row, to: shown.count, by: rows).map { shown[$0].text }
      let padded = texts.dropLast().map { $0.padded(toColumns: column) }
      return (padded.joined() + (texts.last ?? "")).cut(toColumns: width)
    }
  }
}
