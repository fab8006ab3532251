#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes that were typed or pasted and not yet taken.
struct TerminalBytes {
  enum Arrival {
    case more, nothing
    /// Of the input, or a signal that ends the read came.
    case end
    /// Another signal came: the window may have changed, or the program was stopped for a while.
    case signal
  }

  let descriptor: Int32
  private(set) var bytes: [UInt8] = []
  private(set) var position = 0
  /// Tells of signals; -1 where none does.
  var signals: CInt = -1
  /// What ended the input until the next read; nil for none.
  var signal: CInt?
  /// Before it, bytes are pasted ones.
  private var pasteEnd = 0

  /// What is read at once.
  private static let chunk = 65_536

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  var isEmpty: Bool { position == bytes.count }

  var count: Int { bytes.count - position }

  var isPasting: Bool { position < pasteEnd }

  mutating func discard() {
    bytes = []
    position = 0
    pasteEnd = 0
  }

  /// Waits for input; `milliseconds` below 0 means forever.
  mutating func fill(waiting milliseconds: Int32) -> Arrival {
    if signal != nil { return .end }
    var events = [descriptor, signals].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var ready: CInt
    repeat { ready = poll(&events, 2, milliseconds) } while ready < 0 && errno == EINTR
    if ready < 0 { return .end }
    if events[1].revents != 0 { return takeSignals() }
    return ready == 0 ? .nothing : receive()
  }

  private mutating func takeSignals() -> Arrival {
    signal = WakingSignals.take().first { !WakingSignals.isHarmless($0) }
    return signal == nil ? .signal : .end
  }

  private mutating func receive() -> Arrival {
    forgetTaken()
    var received = 0
    let arrived = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
      received = read(descriptor, buffer.baseAddress, Self.chunk)
      count = max(0, received)
    }
    let failure = errno
    bytes += arrived
    if received > 0 { return .more }
    guard received < 0 else { return .end }
    return failure == EINTR ? .signal : failure == EAGAIN ? .nothing : .end
  }

  /// Only once half of the bytes are taken, so that each byte moves a bounded number of times.
  private mutating func forgetTaken() {
    guard position > 0, position * 2 >= bytes.count else { return }
    bytes.removeFirst(position)
    pasteEnd = max(0, pasteEnd - position)
    position = 0
  }

  /// Takes all that has come already, up to a bound: switching a terminal to its ordinary mode with
  /// more than a line of input waiting can lose some.
  mutating func drain() {
    while count < PasteBracket.limit, fill(waiting: 0) == .more {}
  }
}

// MARK: Taking

extension TerminalBytes {
  /// The next byte, still untaken.
  var next: UInt8? { isEmpty ? nil : bytes[position] }

  mutating func skip(_ count: Int = 1) {
    position = min(bytes.count, position + count)
  }

  /// Takes a character; nil when there is none. Bytes that are no UTF-8, and the control characters
  /// above U+007F, become U+FFFD.
  mutating func takeScalar() -> Unicode.Scalar? {
    guard let first = next else { return nil }
    let length = Self.length(after: first)
    while count < length, fill(waiting: 50) == .more {}
    let end = min(bytes.count, position + length)
    guard let scalar = Self.scalar(bytes[position..<end]) else {
      skip()
      return "\u{FFFD}"
    }
    skip(UTF8.width(scalar))
    return ("\u{80}"..."\u{9F}").contains(scalar) ? "\u{FFFD}" : scalar
  }

  /// How many bytes the character takes that begins with this byte.
  private static func length(after first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var input = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&input) else { return nil }
    return scalar
  }

  /// A whole pasted line without its end; nil when the paste has no further line end.
  mutating func takePastedLine() -> String? {
    guard isPasting, let end = bytes[position..<pasteEnd].firstIndex(of: 0x0A) else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  /// All further whole lines of a paste, each with its end; nil when it has no further line end.
  mutating func takePastedLines() -> String? {
    guard isPasting, let end = bytes[position..<pasteEnd].lastIndex(of: 0x0A) else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[position...end], as: UTF8.self)
  }

  /// True when the rest of the paste ends a line.
  var holdsPastedLine: Bool {
    isPasting && bytes[position..<pasteEnd].contains(0x0A)
  }

  /// Leaves out all bytes up to the next line end and that.
  mutating func discardLine() {
    let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes[position...].firstIndex(of: 0x0D)
    position = end.map { $0 + 1 } ?? bytes.count
  }

  /// Puts a paste before what else is waiting.
  mutating func replaceWaiting(paste: [UInt8], rest: ArraySlice<UInt8>) {
    bytes = paste + rest
    position = 0
    pasteEnd = paste.count
  }
}
