/// The marks that terminals put around pasted text once asked to (xterm, "Bracketed Paste Mode").
enum PasteBracket {
  static let on = "\u{1B}[?2004h"
  static let off = "\u{1B}[?2004l"
  static let start = Array("\u{1B}[200~".utf8)
  static let end = Array("\u{1B}[201~".utf8)

  /// More bytes than this are not held back for the end of a paste.
  static let limit = 64 << 20

  /// How long a paste may stop before it counts as whole, in milliseconds.
  static let patience: Int32 = 2_000

  /// A paste as text: line ends of every kind become one line feed, tabs blanks, and control
  /// characters, which would act as keys, U+FFFD. Costs its length.
  static func cleaned(_ paste: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(paste.count)
    var lineEnd: UInt8 = 0
    for byte in paste {
      switch byte {
      // A terminal may have swapped the two: both orders are one line end.
      case 0x0A where lineEnd == 0x0D, 0x0D where lineEnd == 0x0A:
        lineEnd = 0
        continue
      case 0x0A, 0x0D:
        lineEnd = byte
        text.append(0x0A)
        continue
      case 0x09: text.append(0x20)
      case 0..<0x20, 0x7F: text.append(contentsOf: "\u{FFFD}".utf8)
      default: text.append(byte)
      }
      lineEnd = 0
    }
    return text
  }
}

extension TerminalBytes {
  /// Looks whether a paste begins or ends here: takes the mark, and with the first mark waits for
  /// the whole paste. True when it took something.
  mutating func takePasteMark() -> Bool {
    guard next == 0x1B, !isPasting else { return false }
    while isPrefixOfMark, fill(waiting: 20) == .more {}
    if begins(with: PasteBracket.end) {
      skip(PasteBracket.end.count)
      return true
    }
    guard begins(with: PasteBracket.start) else { return false }
    skip(PasteBracket.start.count)
    gatherPaste()
    return true
  }

  private var isPrefixOfMark: Bool {
    guard count < PasteBracket.start.count else { return false }
    let waiting = bytes[position...]
    return PasteBracket.start.starts(with: waiting) || PasteBracket.end.starts(with: waiting)
  }

  private func begins(with mark: [UInt8]) -> Bool {
    bytes[position...].starts(with: mark)
  }

  private mutating func gatherPaste() {
    var searched = 0
    while true {
      if let end = offsetOfPasteEnd(from: searched) { return splitPaste(at: end) }
      searched = max(0, count - PasteBracket.end.count)
      guard count < PasteBracket.limit, keepsComing() else { return splitPaste(at: nil) }
    }
  }

  private mutating func keepsComing() -> Bool {
    switch fill(waiting: PasteBracket.patience) {
    case .more, .signal: true
    case .nothing, .end: false
    }
  }

  /// From the position on: filling may move the bytes.
  private func offsetOfPasteEnd(from searched: Int) -> Int? {
    var start = position + searched
    while let escape = bytes[start...].firstIndex(of: 0x1B) {
      if bytes[escape...].starts(with: PasteBracket.end) { return escape - position }
      start = escape + 1
    }
    return nil
  }

  private mutating func splitPaste(at offset: Int?) {
    let end = position + (offset ?? count)
    let after = offset == nil ? end : end + PasteBracket.end.count
    replaceWaiting(paste: PasteBracket.cleaned(bytes[position..<end]), rest: bytes[after...])
  }
}
