import Quantities

/// One line of a catalogue, split at its tabs; reads cells strictly.
struct CommitmentRow {
  /// The columns, in their order.
  enum Column: String, CaseIterable {
    case name, provider, service, scope, condition, percentage, window, rule, ladder, cap, claim
    case date, source, note
  }

  private let cells: [String]
  private let line: Int

  /// The line that stands above all others.
  static let heading = Column.allCases.map(\.rawValue).joined(separator: "\t")

  init(_ text: Substring, line: Int) throws(CatalogueError) {
    cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    self.line = line
    guard cells.count == Column.allCases.count else {
      throw CatalogueError(
        line: line, column: nil,
        flaw: "\(cells.count) columns; write all \(Column.allCases.count), empty where not known")
    }
  }

  /// A cell's text; nil when it is empty.
  func text(_ column: Column) throws(CatalogueError) -> String? {
    guard let place = Column.allCases.firstIndex(of: column), place < cells.count else {
      throw flaw(column, "it is missing")
    }
    let text = cells[place]
    guard !text.isEmpty else { return nil }
    guard text.first != " ", text.last != " ", !text.contains("  ") else {
      throw flaw(column, "blanks stand between words alone, one at a time")
    }
    return text
  }

  func required(_ column: Column) throws(CatalogueError) -> String {
    guard let text = try text(column) else { throw flaw(column, "it can't be empty") }
    return text
  }

  /// A cell that is read by `read`, which is nil for what it can't read; `form` shows how to write it.
  func value<Value>(
    _ column: Column, as form: String, _ read: (String) -> Value?
  ) throws(CatalogueError) -> Value? {
    guard let text = try text(column) else { return nil }
    guard let value = read(text) else { throw flaw(column, "'\(text)' is not like \(form)") }
    return value
  }

  func flaw(_ column: Column, _ flaw: String) -> CatalogueError {
    CatalogueError(line: line, column: column.rawValue, flaw: flaw)
  }
}
