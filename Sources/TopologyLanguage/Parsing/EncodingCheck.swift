/// Finds the first byte that is not UTF-8.
enum EncodingCheck {
  /// The offset of the first byte of an invalid sequence; nil for valid text.
  static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    guard !bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
      } else if let scalar = scalar(at: offset, in: bytes) {
        offset += scalar.length
      } else {
        return offset
      }
    }
    return nil
  }

  /// The scalar that begins at `offset` and its length in bytes; nil where the bytes are invalid.
  static func scalar(at offset: Int, in bytes: [UInt8]) -> (value: Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(offset + 1)..<(offset + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= least[length], let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
