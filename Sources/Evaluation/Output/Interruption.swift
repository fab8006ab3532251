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
    /// How often Ctrl-C found nothing to end since the last answer; nil while nothing is asked.
    var unheard: Int?
  }

  private let state = Mutex(State())
  /// What a first Ctrl-C is answered with that finds nothing to end; a second ends the program. Nil
  /// where the first does.
  private let warning: String?

  /// Listens to nothing yet. With a `warning`, only the second Ctrl-C that finds nothing to end also
  /// ends the program: definitions at a prompt are not lost by one key.
  package init(warning: String? = nil) { self.warning = warning }

  /// Listens from now on: an answer is under way.
  package func listen() {
    state.withLock { state in
      state.unheard = 0
      if state.source == nil { state.source = makeSource() }
    }
  }

  /// No answer is under way: a Ctrl-C is for the line that is read.
  package func rest() { state.withLock { $0.unheard = nil } }

  /// Runs an operation in a task that the first Ctrl-C cancels.
  package func cancelling<Value: Sendable>(
    _ operation: @escaping @Sendable () async -> Value
  ) async -> Value {
    let task = Task { await operation() }
    state.withLock { state in
      state.cancel = { task.cancel() }
      if state.source == nil { state.source = makeSource() }
    }
    let value = await task.value
    state.withLock { $0.cancel = nil }
    return value
  }

  private func makeSource() -> any DispatchSourceSignal {
    #if canImport(Darwin)
      signal(SIGINT, SIG_IGN)
    #endif
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in self?.interrupt() }
    // Its handler of the signal is set on another thread: the line editor must find it, not replace it.
    let isSet = DispatchSemaphore(value: 0)
    source.setRegistrationHandler { isSet.signal() }
    source.resume()
    isSet.wait()
    return source
  }

  private func interrupt() {
    let (cancel, unheard) = state.withLock { state in
      defer { state.cancel = nil }
      if state.cancel == nil { state.unheard = state.unheard.map { $0 + 1 } }
      return (state.cancel, state.unheard)
    }
    if let cancel { return cancel() }
    // Nothing is flushed: another thread may wait for input with its lock held.
    guard let warning else { _exit(ExitStatus.interrupted.rawValue) }
    guard let unheard else { return passOn() }
    guard unheard < 2 else { _exit(ExitStatus.interrupted.rawValue) }
    StandardError.print(warning)
  }

  /// Sends a signal again that was meant for who reads a line by now: on Linux either one gets it.
  private func passOn() {
    #if !canImport(Darwin)
      kill(getpid(), SIGINT)
    #endif
  }
}
