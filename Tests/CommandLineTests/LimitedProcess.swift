import Foundation

/// A process that is ended where it takes too long.
struct LimitedProcess {
  private let process: Process
  private let ended = DispatchSemaphore(value: 0)

  /// Starts a process, which listens to signals whatever the tests were told.
  init(_ process: Process) throws {
    _ = Self.listening
    self.process = process
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
  }

  /// Waits for its end; ends it, with what it has started, and throws where that takes more than `limit`
  /// seconds.
  func wait(limit: Double = 60) throws {
    guard ended.wait(timeout: .now() + limit) != .success else { return }
    let identifier = process.processIdentifier
    // Foundation gives each process a group of its own.
    if kill(-identifier, SIGKILL) != 0 { kill(identifier, SIGKILL) }
    ended.wait()
    throw BuiltProgram.Failure.tooSlow(seconds: limit)
  }

  /// What a process ignores is ignored by what it starts. Shells have their background jobs ignore
  /// Ctrl-C, and some programs that run tests ignore broken pipes.
  private static let listening: Void = {
    signal(SIGINT, SIG_DFL)
    signal(SIGPIPE, SIG_DFL)
  }()
}
