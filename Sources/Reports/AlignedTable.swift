/// Columns of text: the first `left` set to the left, the others to the right.
enum AlignedTable {
  static func lines(_ table: [[String]], left: Int = 1) -> [String] {
    let columns = table.first?.count ?? 0
    let widths = (0..<columns).map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      let cells = row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column < left ? cell + blanks : blanks + cell
      }
      // Empty cells at the end leave no blanks.
      return "  " + String(cells.joined(separator: "  ").trimmingBlanks)
    }
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmingBlanks: Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
