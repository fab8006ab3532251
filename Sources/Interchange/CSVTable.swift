/// An answer as rows and columns.
///
/// A column is called by the keys that lead to its value, joined with `_`:
/// `downtime_seconds_per_year`. An estimate `x` stands in the columns `x`, `x_standard_error`, `x_low`
/// and `x_high`. Each element of the kind's main list (see ``AnswerKind``) has a row, behind what the
/// answer says besides, and so has each of its further list, in a table of its own. The elements of
/// other lists have columns, counted from 1: `assumptions_1`, `exceeds_1_seconds`. Numbers have all
/// their digits; what is null, or isn't known of a row, is empty.
public struct CSVTable: Sendable, Hashable {
  /// The columns, each name once.
  public let columns: [String]
  /// The values of each row in the order of the columns, not yet quoted.
  public let rows: [[String]]

  /// The tables of an answer: that of its main list, or of one row where it has none, and that of
  /// the kind's further list where that has elements, each row behind what the answer says besides
  /// outside lists. A main list without an element has the one row of what the answer says besides.
  /// Cost: the rows times the columns.
  public static func tables(of answer: JSONValue) -> [CSVTable] {
    let kind = AnswerKind(of: answer)
    let hidden = Set([kind?.list, kind?.furtherList].compactMap { $0?.key })
    let own = CSVRow(answer, without: hidden)
    var main = rows(of: kind?.list, in: answer)
    if main.isEmpty { main = [CSVRow()] }
    let further = rows(of: kind?.furtherList, in: answer)
    let table = CSVTable(main.map { own.scalars + $0.all + own.lists })
    return [table] + (further.isEmpty ? [] : [CSVTable(further.map { own.scalars + $0.all })])
  }

  /// One table of several objects, a row for each; all their lists have columns. Cost: the rows times
  /// the columns.
  public init(objects: [JSONValue]) {
    self.init(objects.map { CSVRow($0).all })
  }

  private init(_ cells: [[CSVRow.Cell]]) {
    let lines = cells.map(CSVRow.distinct)
    var order = CSVColumns()
    for line in lines { order.add(line) }
    let columns = order.ordered
    let places = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
    self.columns = columns
    rows = lines.map { line in
      var row = [String](repeating: "", count: columns.count)
      for cell in line { row[places[cell.column, default: 0]] = cell.text }
      return row
    }
  }

  private static func rows(of list: AnswerKind.MainList?, in answer: JSONValue) -> [CSVRow] {
    guard let list else { return [] }
    return (answer[list.key]?.elements ?? []).map { CSVRow($0, prefix: list.element) }
  }
}
