/// Candidates in columns as `ls` lays them out, or with their notes one a row.
struct CandidateList {
  let candidates: [Completion.Candidate]
  /// Of the terminal, in columns.
  let width: Int
  /// At most this many are shown.
  let rows: Int

  /// The rows, each within the width; the last one says how many candidates are left out.
  var lines: [String] {
    let noted = candidates.contains { $0.note != nil }
    return noted && candidates.count <= rows ? notedLines : columnLines
  }

  private var widest: Int {
    candidates.map { TextWidth.columns(of: $0.text) }.max() ?? 0
  }

  private var notedLines: [String] {
    let column = widest + 2
    return candidates.map { candidate in
      let note = candidate.note.map { TextWidth.padded(candidate.text, to: column) + $0 }
      return TextWidth.cut(note ?? candidate.text, to: width)
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
      let padded = texts.dropLast().map { TextWidth.padded($0, to: column) }
      return TextWidth.cut(padded.joined() + (texts.last ?? ""), to: width)
    }
  }
}
