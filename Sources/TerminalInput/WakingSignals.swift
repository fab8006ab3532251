#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes signals end a wait for keys, while a line is read: of a changed window, of going on after a
/// stop, Ctrl-C, and those that would end the program and leave the terminal as the editor needs it.
///
/// The system gives a signal to any thread. So the handler writes its number into a pipe, which who
/// waits for keys looks at, too: none is missed.
struct WakingSignals {
  private let former: [(signal: CInt, action: sigaction)]

  private static let ending = [SIGTERM, SIGHUP, SIGQUIT]
  private static let all = [SIGWINCH, SIGCONT, SIGINT] + ending

  /// For the program's lifetime, since a handler may still run on another thread when the listening
  /// ends. Descriptors of -1, which no call takes, where the program has too many open.
  private static let pipe = makePipe()

  /// Readable when signals came.
  static var descriptor: CInt { pipe.reading }

  /// Listens until `restore`. What would end the program and is ignored stays so: nohup(1).
  init() {
    // A handler must not be the first to ask for it.
    _ = Self.pipe
    former = Self.all.compactMap { signal in
      var former = sigaction()
      sigaction(signal, nil, &former)
      guard !Self.ending.contains(signal) || !Self.isIgnoring(former) else { return nil }
      var action = Self.telling()
      sigaction(signal, &action, nil)
      return (signal, former)
    }
  }

  /// Ends the listening. A signal that ends the program is sent to it again, be it the one that ended
  /// the read or a later one: a handler of the program's own runs before this returns.
  func restore(after signal: CInt?) {
    for (signal, action) in former {
      var action = action
      sigaction(signal, &action, nil)
    }
    for signal in [signal].compactMap(\.self) + Self.take() where Self.ending.contains(signal) {
      Self.send(signal)
    }
  }

  /// The signals that came since.
  static func take() -> [CInt] {
    let capacity = 64
    return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, capacity))
    }.map { CInt($0) }
  }

  /// True when the read goes on after the signal.
  static func isHarmless(_ signal: CInt) -> Bool { signal == SIGWINCH || signal == SIGCONT }

  /// To this thread, which may hold it back.
  private static func send(_ signal: CInt) {
    var set = sigset_t()
    var former = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, &former)
    raise(signal)
    pthread_sigmask(SIG_SETMASK, &former, nil)
  }

  private static func makePipe() -> (reading: CInt, writing: CInt) {
    var ends: [CInt] = [-1, -1]
    #if canImport(Glibc)
      let isMade = Glibc.pipe(&ends) == 0
    #elseif canImport(Musl)
      let isMade = Musl.pipe(&ends) == 0
    #else
      let isMade = Darwin.pipe(&ends) == 0
    #endif
    guard isMade else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
  }

  // MARK: Handlers

  private static func tell(_ signal: CInt) {
    let failure = errno
    var number = UInt8(truncatingIfNeeded: signal)
    write(pipe.writing, &number, 1)
    errno = failure
  }

  private static func telling() -> sigaction {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = { WakingSignals.tell($0) }
    #else
      action.__sigaction_handler.sa_handler = { WakingSignals.tell($0) }
    #endif
    // Other calls than poll(2) go on by themselves.
    action.sa_flags = CInt(SA_RESTART)
    return action
  }

  private static func isIgnoring(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
