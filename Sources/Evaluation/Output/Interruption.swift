import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C: ends what is under way early, or the program when nothing is.
///
/// Nothing happens before the first operation, so that plain answers start as fast as ever.
package final class Interruption: Sendable {
  private struct State {
    var source: (any DispatchSourceSignal)?
    /// Ends the operation under way; nil once it was asked to end.
    var cancel: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// Listens to nothing yet.
  package init() {}

  /// Runs an operation in a task that the first Ctrl-C cancels.
  package func cancelling<Value: Sendable>(
    _ operation: @escaping @Sendable () async -> Value
  ) async -> Value {
    let task = Task { await operation() }
    state.withLock { state in
      state.cancel = { task.cancel() }
      if state.source == nil { state.source = listen() }
    }
    let value = await task.value
    state.withLock { $0.cancel = nil }
    return value
  }

  private func listen() -> any DispatchSourceSignal {
    #if canImport(Darwin)
      signal(SIGINT, SIG_IGN)
    #endif
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in self?.interrupt() }
    source.resume()
    return source
  }

  private func interrupt() {
    let cancel = state.withLock { state in
      defer { state.cancel = nil }
      return state.cancel
    }
    // Nothing is flushed: another thread may wait for input with its lock held.
    guard let cancel else { _exit(ExitStatus.interrupted.rawValue) }
    cancel()
  }
}
