/// Rows of cells by RFC 4180 (Shafranovich 2005): quotes, doubled quotes, line ends within quotes.
/// Lines may end in CR LF, LF or CR; a byte order mark of UTF-8 is stepped over. Cells are places
/// in the bytes: nothing is copied.
struct DelimitedText: Sendable {
  let bytes: [UInt8]
  /// A comma, a semicolon or a tab, whichever stands most often in the first row.
  let delimiter: UInt8
  private var position: Int
  private var rowNumber = 0

  /// Before the first row. One pass over it.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: Self.byteOrderMark) ? 3 : 0
    delimiter = Self.delimiter(ofRowIn: bytes, from: position)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the bytes begin like UTF-16, whose every second byte would be taken for NUL.
  var isUTF16: Bool { bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) }

  private static func delimiter(ofRowIn bytes: [UInt8], from start: Int) -> UInt8 {
    var counts = [Int](repeating: 0, count: 256)
    var isQuoted = false
    for byte in bytes[start...] {
      if byte == .quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == .lineFeed || byte == .carriageReturn { break }
      counts[Int(byte)] += 1
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return candidates.reduce(candidates[0]) { counts[Int($1)] > counts[Int($0)] ? $1 : $0 }
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}

extension DelimitedText {
  /// Reads the next row into storage that is used again; false at the end. Linear in the row's
  /// bytes.
  mutating func next(into row: inout DelimitedRow) -> Bool {
    guard position < bytes.count else { return false }
    rowNumber += 1
    row.begin(number: rowNumber)
    let start = position
    while readCell(into: &row) {}
    row.range = start..<position
    skipLineEnd()
    return true
  }

  /// Reads one cell and the delimiter after it; false when it was the row's last.
  private mutating func readCell(into row: inout DelimitedRow) -> Bool {
    if position < bytes.count, bytes[position] == .quote {
      readQuoted(into: &row)
    } else {
      let start = position
      skipToSpecial()
      row.append(start..<position, hasDoubledQuotes: false)
    }
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  /// Steps to the delimiter or the line end. Most bytes are larger than both, which one comparison
  /// tells.
  private mutating func skipToSpecial() {
    let (end, delimiter) = (bytes.count, delimiter)
    let largest = max(delimiter, .carriageReturn)
    var place = position
    while place < end {
      let byte = bytes[place]
      if byte <= largest, byte == delimiter || byte == .lineFeed || byte == .carriageReturn {
        break
      }
      place += 1
    }
    position = place
  }

  private mutating func readQuoted(into row: inout DelimitedRow) {
    position += 1
    let start = position
    var hasDoubledQuotes = false
    while position < bytes.count {
      guard bytes[position] == .quote else {
        position += 1
        continue
      }
      guard position + 1 < bytes.count, bytes[position + 1] == .quote else { break }
      hasDoubledQuotes = true
      position += 2
    }
    row.append(start..<position, hasDoubledQuotes: hasDoubledQuotes)
    endQuoted(in: &row)
  }

  /// Steps over the closing quote; only blanks may stand between it and the cell's end.
  private mutating func endQuoted(in row: inout DelimitedRow) {
    guard position < bytes.count else { return row.note(.unclosedQuote) }
    position += 1
    let start = position
    skipToSpecial()
    if !bytes[start..<position].allSatisfy(\.isBlank) { row.note(.textAfterQuote) }
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == .carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == .lineFeed
    position += isPair ? 2 : 1
  }
}
