/// An answer as rows and columns.
///
/// A column is called by the keys that lead to its value, joined with `_`: `downtime_seconds_per_year`.
/// An estimate `x` stands in the columns `x`, `x_standard_error`, `x_low` and `x_high`. Each element of
/// the kind's main list (see ``AnswerKind``) has a row, behind what the answer says besides; the
/// elements of other lists have columns, counted from 1: `assumptions_1`, `exceeds_1_seconds`. Numbers
/// have all their digits; what is null, or isn't known of a row, is empty.
public struct CSVTable: Sendable, Hashable {
  /// The columns, each name once.
  public private(set) var columns: [String] = []
  /// The values of each row in the order of the columns, not yet quoted.
  public private(set) var rows: [[String]] = []

  /// The table of an answer: one row, or one for each element of the main list of its kind. Without an
  /// element it has the one row of what the answer says besides. Cost: the values times the columns
  /// that not every row has.
  public init(_ answer: JSONValue) {
    let list = AnswerKind(of: answer)?.list
    let elements = list.flatMap { answer[$0.key]?.elements } ?? []
    let own = CSVRow(answer, without: list?.key)
    var parts = elements.map { CSVRow($0, prefix: list?.element ?? "") }
    if parts.isEmpty { parts = [CSVRow()] }
    let lines = parts.map { CSVRow.distinct(own.scalars + $0.all + own.lists) }
    var places: [String: Int] = [:]
    for line in lines where !line.allSatisfy({ places[$0.column] != nil }) {
      addColumns(of: line)
      for (place, column) in columns.enumerated() { places[column] = place }
    }
    rows = lines.map { line in
      var row = [String](repeating: "", count: columns.count)
      for cell in line { row[places[cell.column, default: 0]] = cell.text }
      return row
    }
  }

  /// Adds the columns that are new, each behind the one that it follows in its row.
  private mutating func addColumns(of line: [CSVRow.Cell]) {
    var place = 0
    for cell in line {
      if let known = columns.firstIndex(of: cell.column) {
        place = known + 1
      } else {
        columns.insert(cell.column, at: place)
        place += 1
      }
    }
  }
}
