import Foundation

#if os(Linux)
  /// A terminal that nobody looks at, to see what a program shows on one.
  struct PseudoTerminal {
    /// The end that a program writes to.
    let program: FileHandle
    private let screen: FileHandle

    enum Failure: Error {
      case none
    }

    /// The requests of Linux's pty driver, ioctl_tty(2): unlock the other end, and tell its number.
    private static let unlock: UInt = 0x4004_5431
    private static let tellNumber: UInt = 0x8004_5430

    init(columns: UInt16) throws {
      let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var lock: Int32 = 0
      var number: Int32 = 0
      guard descriptor >= 0, ioctl(descriptor, Self.unlock, &lock) == 0,
        ioctl(descriptor, Self.tellNumber, &number) == 0
      else { throw Failure.none }
      let other = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
      guard other >= 0 else { throw Failure.none }
      var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      guard ioctl(other, UInt(TIOCSWINSZ), &size) == 0 else { throw Failure.none }
      screen = FileHandle(fileDescriptor: descriptor)
      program = FileHandle(fileDescriptor: other)
    }

    /// What was shown so far: less than a terminal holds unread, some kilobytes.
    func text() throws -> String {
      // What isn't written at once arrives later, and reading nothing would wait for ever.
      let mark = Data("#".utf8)
      try program.write(contentsOf: mark)
      var shown = Data()
      while shown.suffix(1) != mark { shown += screen.availableData }
      return String(decoding: shown.dropLast(), as: UTF8.self)
    }

    func remove() {
      try? program.close()
      try? screen.close()
    }
  }
#endif
