#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes the signals of a changed window and of going on after a stop end a wait for keys. The
/// handler does nothing: who waited looks at the terminal.
struct WakingSignals {
  private var window = sigaction()
  private var goingOn = sigaction()

  init() {
    var waking = sigaction()
    #if canImport(Darwin)
      waking.__sigaction_u.__sa_handler = { _ in }
    #else
      waking.__sigaction_handler.sa_handler = { _ in }
    #endif
    // Other calls than poll(2) go on by themselves.
    waking.sa_flags = CInt(SA_RESTART)
    sigaction(SIGWINCH, &waking, &window)
    sigaction(SIGCONT, &waking, &goingOn)
  }

  func restore() {
    var window = window
    var goingOn = goingOn
    sigaction(SIGWINCH, &window, nil)
    sigaction(SIGCONT, &goingOn, nil)
  }
}
