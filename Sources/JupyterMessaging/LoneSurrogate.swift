/// Halves of a character beyond the first 65 536, such as JavaScript writes where a text was cut inside
/// an emoji. No text holds one.
enum LoneSurrogate {
  /// A JSON text with U+FFFD in the place of each: Unicode's sign for what can't be shown. Takes time in
  /// proportion to its length.
  static func replaced(in bytes: [UInt8]) -> [UInt8] {
    var text = bytes
    var place = 0
    while place < text.count {
      guard text[place] == UInt8(ascii: "\\") else {
        place += 1
        continue
      }
      let unit = unit(at: place, in: text)
      if isHigh(unit), isLow(self.unit(at: place + length, in: text)) {
        place += 2 * length
      } else if isHigh(unit) || isLow(unit) {
        text.replaceSubrange(place + 2..<place + length, with: Array("FFFD".utf8))
        place += length
      } else {
        // An escaped backslash escapes nothing.
        place += 2
      }
    }
    return text
  }

  /// The bytes of `\ud83d`.
  private static let length = 6

  /// The unit of UTF-16 that an escape writes; nil for anything else.
  private static func unit(at place: Int, in text: [UInt8]) -> UInt16? {
    guard place + length <= text.count, text[place] == UInt8(ascii: "\\"),
      text[place + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt16(String(decoding: text[place + 2..<place + length], as: UTF8.self), radix: 16)
  }

  private static func isHigh(_ unit: UInt16?) -> Bool {
    unit.map { (0xD800...0xDBFF).contains($0) } ?? false
  }

  private static func isLow(_ unit: UInt16?) -> Bool {
    unit.map { (0xDC00...0xDFFF).contains($0) } ?? false
  }
}
