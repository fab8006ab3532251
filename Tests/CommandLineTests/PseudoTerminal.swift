import Foundation

/// A terminal that nobody looks at, to see what a program shows on one.
struct PseudoTerminal {
  /// The end that a program writes to.
  let program: FileHandle
  private let screen: FileHandle

  enum Failure: Error {
    case none
  }

  init() throws {
    let descriptor = posix_openpt(O_RDWR | O_NOCTTY)
    guard descriptor >= 0, grantpt(descriptor) == 0, unlockpt(descriptor) == 0,
      let name = ptsname(descriptor)
    else { throw Failure.none }
    let other = open(name, O_RDWR | O_NOCTTY)
    guard other >= 0 else { throw Failure.none }
    screen = FileHandle(fileDescriptor: descriptor)
    program = FileHandle(fileDescriptor: other)
  }

  /// What was shown so far: less than a terminal holds unread, some kilobytes.
  func text() throws -> String {
    String(decoding: screen.availableData, as: UTF8.self)
  }

  func remove() {
    try? program.close()
    try? screen.close()
  }
}
