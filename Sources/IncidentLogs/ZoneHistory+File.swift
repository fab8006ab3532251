extension ZoneHistory {
  /// Reads a file of RFC 8536, version 2 or later; nil when it is none or is cut short.
  init?(file bytes: [UInt8]) {
    guard let first = ZoneFileHeader(bytes, at: 0), first.version >= UInt8(ascii: "2") else {
      return nil
    }
    // The first block has 32-bit times, for old readers; the second has them all.
    let start = ZoneFileHeader.length + first.dataLength(timeSize: 4)
    guard let header = ZoneFileHeader(bytes, at: start) else { return nil }
    self.init(bytes, header, dataStart: start + ZoneFileHeader.length)
  }

  private init?(_ bytes: [UInt8], _ header: ZoneFileHeader, dataStart: Int) {
    let end = dataStart + header.dataLength(timeSize: 8)
    guard end <= bytes.count, header.types > 0 else { return nil }
    let indices = dataStart + header.transitions * 8
    let types = indices + header.transitions
    let typeOffsets = (0..<header.types).map { Int(bytes.signed32(at: types + $0 * 6)) }
    transitions = (0..<header.transitions).map { bytes.signed64(at: dataStart + $0 * 8) }
    let chosen = (0..<header.transitions).map { Int(bytes[indices + $0]) }
    guard chosen.allSatisfy({ $0 < header.types }),
      typeOffsets.allSatisfy({ $0.magnitude < 90_000 }),
      zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    offsets = chosen.map { typeOffsets[$0] }
    initialOffset = typeOffsets[0]
    let footer = bytes[end...].dropFirst().prefix { $0 != .lineFeed }
    rule = footer.isEmpty ? nil : ZoneRule(text: footer)
    if !footer.isEmpty, rule == nil { return nil }
  }
}

/// The 44 bytes before each block of a zone file (RFC 8536, 3.1).
private struct ZoneFileHeader {
  static let length = 44
  let version: UInt8
  let universalFlags: Int
  let standardFlags: Int
  let leapSeconds: Int
  let transitions: Int
  let types: Int
  let characters: Int

  init?(_ bytes: [UInt8], at start: Int) {
    guard start + Self.length <= bytes.count, bytes[start..<start + 4].elementsEqual("TZif".utf8)
    else { return nil }
    version = bytes[start + 4]
    let counts = (0..<6).map { Int(bytes.signed32(at: start + 20 + $0 * 4)) }
    // No count can exceed the file, whose size is limited.
    guard counts.allSatisfy({ (0...bytes.count).contains($0) }) else { return nil }
    (universalFlags, standardFlags, leapSeconds) = (counts[0], counts[1], counts[2])
    (transitions, types, characters) = (counts[3], counts[4], counts[5])
  }

  func dataLength(timeSize: Int) -> Int {
    transitions * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4)
      + standardFlags + universalFlags
  }
}

extension [UInt8] {
  fileprivate func signed32(at start: Int) -> Int32 {
    Int32(bitPattern: self[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }

  fileprivate func signed64(at start: Int) -> Int64 {
    Int64(bitPattern: self[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) })
  }
}
