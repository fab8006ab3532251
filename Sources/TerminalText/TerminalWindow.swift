#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The size of a terminal's window.
package struct TerminalWindow: Sendable, Hashable {
  /// In characters.
  package let columns: Int
  /// In lines.
  package let rows: Int

  /// The window behind a descriptor, 1 for standard output; nil when it is no terminal or doesn't
  /// know its size.
  package init?(descriptor: Int32) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    columns = Int(size.ws_col)
    rows = Int(size.ws_row)
  }
}
