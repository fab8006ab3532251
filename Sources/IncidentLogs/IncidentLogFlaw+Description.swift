extension IncidentLogFlaw: CustomStringConvertible {
  /// One sentence that begins with the place, such as `row 17, column 'end': `.
  public var description: String {
    let places = [row.map { "row \($0)" }, column.map { "column '\($0.prefix(60))'" }].compactMap {
      $0
    }
    let place = places.isEmpty ? "" : places.joined(separator: ", ") + ": "
    return place + kind.description
  }
}

extension IncidentLogFlaw.Kind: CustomStringConvertible {
  /// The sentence without the place: what was read, what is wrong, what to write.
  public var description: String {
    switch self {
    case .empty: "the log is empty; write a header such as service,start,end, and rows below it"
    case .utf16: "the log is UTF-16; save it as UTF-8"
    case .header: "the header is not UTF-8 text; save the log as UTF-8"
    case .tooManyColumns(let count):
      "the header has \(count) columns, more than the \(LogColumns.limit) that are read; "
        + "leave out those that aren't needed"
    case .missingColumn, .ambiguousColumn: columnSentence
    case .cellCount(let count, let header):
      "has \(cells(count)) and the header \(header); quote cells that hold the delimiter"
    case .unclosedQuote:
      "a quote is opened and never closed; close it, or double quotes within cells"
    case .textAfterQuote: "text follows the closing quote; double the quotes within cells"
    case .text(let text): "'\(text)' is not UTF-8 text; save the log as UTF-8"
    case .noStart: "is empty; write when the incident began, such as 2025-03-01T10:00:00Z"
    case .time(let text, let flaw): "'\(text)' \(flaw.explanation)"
    case .zone(let error): error.description
    case .endBeforeStart, .disagreement, .endOutOfRange: contradiction
    case .duration(let text, let flaw): "'\(text)' \(flaw.explanation)"
    case .share(let text, let flaw): "'\(text)' \(flaw.explanation)"
    }
  }

  private var contradiction: String {
    switch self {
    case .endBeforeStart(let end, let start):
      "'\(end)' is before the start '\(start)'; correct one of them"
    case .disagreement(let duration, let end):
      "'\(duration)' after the start is not the end '\(end)'; correct one, or leave one empty"
    case .endOutOfRange(let text):
      "'\(text)' after the start is outside the years 1678 to 2262; correct it"
    default: ""
    }
  }

  private var columnSentence: String {
    switch self {
    case .missingColumn(let role, let asked?, let columns):
      "no column '\(asked.prefix(60))' for the \(role.rawValue); the columns are \(list(columns))"
    case .missingColumn(let role, nil, let columns):
      "no column for the \(role.rawValue) is known; the columns are \(list(columns)); "
        + "say which one it is"
    case .ambiguousColumn(let role, let columns):
      "several columns may be the \(role.rawValue): \(list(columns)); say which one it is"
    default: ""
    }
  }

  private func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

  private func list(_ names: [String]) -> String {
    let shown = names.prefix(30).map { "'\($0.prefix(60))'" }.joined(separator: ", ")
    return names.count > 30 ? "\(shown) and \(names.count - 30) more" : shown
  }
}
