/// One cell: a range of bytes, without the quotes around it.
struct DelimitedCell: Sendable, Hashable {
  let range: Range<Int>
  /// Whether two quotes in the range stand for one.
  let hasDoubledQuotes: Bool
}

/// What is wrong with a cell's quotes.
enum QuoteFlaw: Sendable, Hashable {
  /// The text ends within quotes.
  case unclosedQuote
  /// Something follows the closing quote.
  case textAfterQuote
}

/// A row's cells, in storage that serves for all rows.
struct DelimitedRow: Sendable {
  /// Counted from 1, empty ones too; a row may be longer than a line.
  private(set) var number = 0
  private(set) var cells: [DelimitedCell] = []
  /// The row without its line end.
  var range = 0..<0
  /// The first flaw and the cell that has it.
  private(set) var flaw: (cell: Int, kind: QuoteFlaw)?

  mutating func begin(number: Int) {
    self.number = number
    cells.removeAll(keepingCapacity: true)
    flaw = nil
  }

  mutating func append(_ range: Range<Int>, hasDoubledQuotes: Bool) {
    cells.append(DelimitedCell(range: range, hasDoubledQuotes: hasDoubledQuotes))
  }

  /// Notes a flaw of the last cell.
  mutating func note(_ kind: QuoteFlaw) {
    if flaw == nil { flaw = (max(cells.count - 1, 0), kind) }
  }

  /// Whether no cell holds anything.
  var isEmpty: Bool { cells.allSatisfy { $0.range.isEmpty } }
}

extension DelimitedCell {
  /// The cell without the blanks around it.
  func trimmed(in bytes: [UInt8]) -> DelimitedCell {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while upper > lower, bytes[upper - 1].isBlank { upper -= 1 }
    return DelimitedCell(range: lower..<upper, hasDoubledQuotes: hasDoubledQuotes)
  }

  /// The cell's text, doubled quotes made single; nil when it is no UTF-8 or holds a NUL.
  func text(in bytes: [UInt8]) -> String? {
    let raw = bytes[range]
    let text = String(decoding: raw, as: UTF8.self)
    guard !raw.contains(0), text.utf8.elementsEqual(raw) else { return nil }
    return hasDoubledQuotes ? text.withSingleQuotes : text
  }

  /// At most 60 bytes of the cell for a message, with marks for what can't be printed.
  func excerpt(in bytes: [UInt8]) -> String {
    let shown = bytes[range.prefix(60)]
    let text = String(decoding: shown, as: UTF8.self)
    let printable = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
    return shown.count < range.count ? printable + "…" : printable
  }
}

extension String {
  fileprivate var withSingleQuotes: String {
    var result = ""
    var isSecond = false
    for scalar in unicodeScalars {
      isSecond = scalar == "\"" && !isSecond
      if !isSecond { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
