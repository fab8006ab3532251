import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C while something long is under way.
enum Interruption {
  /// Runs an operation in a task that the first Ctrl-C cancels; a second one ends the program.
  static func cancelling<Value: Sendable>(
    _ operation: @escaping @Sendable () async -> Value
  ) async -> Value {
    let task = Task(operation: operation)
    #if canImport(Darwin)
      signal(SIGINT, SIG_IGN)
      defer { signal(SIGINT, SIG_DFL) }
    #endif
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      if task.isCancelled { exit(ExitStatus.interrupted.rawValue) }
      task.cancel()
    }
    source.resume()
    defer { source.cancel() }
    return await task.value
  }
}
