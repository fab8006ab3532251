import JupyterMessaging
import Synchronization

/// Requests that are answered one after the other.
final class RequestQueue: Sendable {
  /// A request and its number in the order of arrival, from 1.
  struct Arrival: Sendable {
    let request: Request
    let number: Int
  }

  private struct State {
    var count = 0
    var running: Request?
  }

  /// What arrives, until the process ends.
  let arrivals: AsyncStream<Arrival>
  private let continuation: AsyncStream<Arrival>.Continuation
  private let state = Mutex(State())

  /// An empty queue.
  init() { (arrivals, continuation) = AsyncStream.makeStream() }

  func put(_ request: Request) {
    let number = state.withLock { state in
      state.count += 1
      return state.count
    }
    continuation.yield(Arrival(request: request, number: number))
  }

  /// The number of the latest request.
  var count: Int { state.withLock { $0.count } }

  /// The cell that is being answered; nil between cells.
  var running: Request? {
    get { state.withLock { $0.running } }
    set { state.withLock { $0.running = newValue } }
  }
}
