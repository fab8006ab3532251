/// Writes answers as comma-separated values (RFC 4180, with line feeds): a header, then their rows.
///
/// Answers in a row that have the same columns share one header. Before another header stands an empty
/// line.
public struct CSVWriter: Sendable {
  private var columns: [String]?

  /// A writer that has written nothing.
  public init() {}

  /// The lines of an answer, each with a line feed.
  public mutating func lines(of answer: JSONValue) -> String {
    CSVTable.tables(of: answer).map { lines(of: $0) }.joined()
  }

  /// The lines of a table, each with a line feed.
  public mutating func lines(of table: CSVTable) -> String {
    var lines: [String] = []
    if table.columns != columns {
      if columns != nil { lines.append("") }
      lines.append(Self.line(of: table.columns))
      columns = table.columns
    }
    lines += table.rows.map(Self.line)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(of fields: [String]) -> String {
    // An empty line would end the table.
    fields == [""] ? "\"\"" : fields.map(quoted).joined(separator: ",")
  }

  /// A field in quotes where it holds a comma, a quote or a line end; quotes in it are doubled.
  private static func quoted(_ field: String) -> String {
    let special = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard special else { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
