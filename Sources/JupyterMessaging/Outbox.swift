import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What waits to be sent, from any thread, by the one thread that may use the sockets.
package final class Outbox: Sendable {
  /// A message on its way out.
  struct Letter: Sendable {
    let channel: Channel
    let frames: [[UInt8]]
  }

  private struct State {
    var letters: [Letter] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  /// A pipe that holds a byte while letters wait, since the thread waits for files and sockets only.
  private let ends: (read: Int32, write: Int32)

  /// An empty outbox. Throws ``SocketError`` where the process has too many files open.
  package init() throws(SocketError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw SocketError("a pipe cannot be opened: \(String(cString: strerror(errno)))")
    }
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    self.ends = (ends[0], ends[1])
  }

  deinit {
    closeFile(ends.read)
    closeFile(ends.write)
  }

  /// Readable while letters wait.
  var descriptor: Int32 { ends.read }

  func put(_ letter: Letter) {
    let isFirst = state.withLock { state in
      state.letters.append(letter)
      return state.letters.count == 1
    }
    if isFirst { ring() }
  }

  /// The thread ends once all is sent.
  package func close() {
    state.withLock { $0.isClosed = true }
    ring()
  }

  /// Takes all letters in their order; `isClosed` where none will follow.
  func takeAll() -> (letters: [Letter], isClosed: Bool) {
    var bytes = [UInt8](repeating: 0, count: 16)
    read(ends.read, &bytes, bytes.count)
    return state.withLock { state in
      defer { state.letters = [] }
      return (state.letters, state.isClosed)
    }
  }

  private func ring() {
    var byte: UInt8 = 1
    while write(ends.write, &byte, 1) < 0, errno == EINTR {}
  }
}

/// The system's function, whose name is hidden where a member has the same.
private func closeFile(_ descriptor: Int32) { close(descriptor) }
