#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The variables that the program was started with.
package enum EnvironmentVariable {
  /// A variable's value; nil where it is missing or empty.
  package static func value(of name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// False where `TERM` names no terminal or one that knows no more than lines: nothing erases there.
  package static var terminalMovesCursor: Bool {
    !["dumb", nil].contains(value(of: "TERM"))
  }
}
