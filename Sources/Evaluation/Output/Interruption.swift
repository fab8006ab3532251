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
    /// True while an operation that was asked to end hasn't yet.
    var isEnding = false
    /// How often Ctrl-C found nothing to end since the last answer; nil while nothing is asked.
    var unheard: Int?
  }

  /// What becomes of a Ctrl-C that finds nothing to end.
  package enum Unheard: Sendable {
    /// It ends the program.
    case ends
    /// The first is answered with a sentence, and the second ends the program: definitions at a prompt
    /// are not lost by one key.
    case warns(String)
    /// It ends the next operation of the answer that is under way, or keeps its next question from being
    /// begun, and nothing else: the program serves a front end, and ends when that says so.
    case waits
  }

  private let state = Mutex(State())
  private let unheard: Unheard

  /// Listens to nothing yet.
  package init(_ unheard: Unheard = .ends) { self.unheard = unheard }

  /// Listens to nothing yet. With a `warning`, only the second Ctrl-C that finds nothing to end also
  /// ends the program.
  package convenience init(warning: String) { self.init(.warns(warning)) }

  /// Listens from now on: an answer is under way.
  package func listen() {
    state.withLock { state in
      state.unheard = 0
      if state.source == nil { state.source = makeSource() }
    }
  }

  /// No answer is under way: a Ctrl-C is for the line that is read.
  package func rest() { state.withLock { $0.unheard = nil } }

  /// True where a Ctrl-C waits for the answer under way to end: nothing more of it is begun.
  var isUnheard: Bool {
    guard case .waits = unheard else { return false }
    return state.withLock { $0.unheard ?? 0 > 0 }
  }

  /// Runs an operation in a task that the first Ctrl-C cancels.
  package func cancelling<Value: Sendable>(
    _ operation: @escaping @Sendable () async -> Value
  ) async -> Value {
    let task = Task { await operation() }
    state.withLock { state in
      state.cancel = { task.cancel() }
      if state.source == nil { state.source = makeSource() }
      if case .waits = unheard, state.unheard ?? 0 > 0 { task.cancel() }
    }
    let value = await task.value
    state.withLock { state in
      state.cancel = nil
      state.isEnding = false
    }
    return value
  }

  private func makeSource() -> any DispatchSourceSignal {
    #if canImport(Darwin)
      signal(SIGINT, SIG_IGN)
    #endif
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in _ = self?.interrupt() }
    // Its handler of the signal is set on another thread: the line editor must find it, not replace it.
    let isSet = DispatchSemaphore(value: 0)
    source.setRegistrationHandler { isSet.signal() }
    source.resume()
    isSet.wait()
    return source
  }

  /// What Ctrl-C does; false where it found nothing to end, nor anything that is ending.
  @discardableResult
  package func interrupt() -> Bool {
    let (cancel, isEnding, count) = state.withLock { state in
      let cancel = state.cancel
      let isEnding = state.isEnding
      state.cancel = nil
      state.isEnding = isEnding || cancel != nil
      if cancel == nil { state.unheard = state.unheard.map { $0 + 1 } }
      return (cancel, isEnding, state.unheard)
    }
    if let cancel {
      cancel()
      return true
    }
    answer(unheard: count)
    return isEnding
  }

  private func answer(unheard count: Int?) {
    switch unheard {
    case .waits: return
    case .warns(let warning):
      guard let count else { return passOn() }
      guard count < 2 else { Self.end() }
      StandardError.print(warning)
    case .ends: Self.end()
    }
  }

  /// Sends a signal again that was meant for who reads a line by now: on Linux either one gets it.
  private func passOn() {
    #if !canImport(Darwin)
      kill(getpid(), SIGINT)
    #endif
  }

  /// Nothing is flushed: another thread may wait for input with its lock held.
  private static func end() -> Never { _exit(ExitStatus.interrupted.rawValue) }
}
