#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells whether the process that started a kernel is gone: one that is killed can't say so.
package struct ParentWatch: Sendable {
  private let parent: pid_t
  /// The front end, where the environment names it (`JPY_PARENT_PID`); nil for a kernel that was started
  /// by hand, which stays.
  private let frontEnd: pid_t?

  /// Watches from now on.
  package init() {
    parent = getppid()
    frontEnd = getenv("JPY_PARENT_PID").flatMap { pid_t(String(cString: $0)) }
  }

  /// True once the front end is gone. A process between it and the kernel may end earlier.
  package var isGone: Bool {
    guard let frontEnd else { return false }
    guard frontEnd != parent else { return getppid() != parent }
    return kill(frontEnd, 0) != 0 && errno == ESRCH
  }
}
