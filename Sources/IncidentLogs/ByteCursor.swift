/// A place in a range of bytes. Reads past the end give 0, which no text here allows, so that a
/// reader of hostile input needs no checks of its own.
struct ByteCursor {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int

  /// At the first byte of a range, which must lie within the bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    position = range.lowerBound
  }

  init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

  var isAtEnd: Bool { position >= end }
  var rest: Range<Int> { position..<max(position, end) }
  var current: UInt8 { byte(after: 0) }

  func byte(after distance: Int) -> UInt8 {
    position + distance < end ? bytes[position + distance] : 0
  }

  mutating func advance(by distance: Int = 1) { position = min(position + distance, end) }

  /// Steps over a byte when it is the one expected.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte, !isAtEnd else { return false }
    advance()
    return true
  }

  /// Steps over blanks; false when there were none.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = position
    while current.isBlank { advance() }
    return position > start
  }

  /// How many digits stand here.
  var digitCount: Int {
    var count = 0
    while byte(after: count).isDigit { count += 1 }
    return count
  }

  /// Reads exactly that many digits, 18 at most; nil, and no step, when there are fewer.
  @inline(__always)
  mutating func digits(_ count: Int) -> Int64? {
    var value: Int64 = 0
    for place in 0..<count {
      let digit = byte(after: place)
      guard digit.isDigit else { return nil }
      value = value * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    advance(by: count)
    return value
  }

  /// Reads letters as lower case, at most 64 of them.
  mutating func word() -> String {
    var word = ""
    while current.isLetter, word.utf8.count < 64 {
      word.unicodeScalars.append(Unicode.Scalar(current | 0x20))
      advance()
    }
    return word
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
