/// The texts of a column's cells, equal ones once, so that a million rows of ten services make ten
/// texts.
struct TextPool {
  private var table = ByteRangeTable()
  private var texts: [String?] = []

  /// A cell's text; nil when it is no UTF-8 or holds a NUL.
  mutating func text(of cell: DelimitedCell, in bytes: [UInt8]) -> String? {
    let (index, isNew) = table.index(of: cell.range, in: bytes)
    if isNew { texts.append(cell.text(in: bytes)) }
    return texts[index]
  }
}
