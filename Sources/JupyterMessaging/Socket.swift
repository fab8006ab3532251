import CZMQ

/// A context of ZeroMQ: its sockets' threads and queues. Ends when no socket is left, once what was
/// sent is out, or a second has passed.
final class SocketContext {
  fileprivate let pointer: UnsafeMutableRawPointer

  init() throws(SocketError) {
    guard let pointer = zmq_ctx_new() else { throw SocketError("ZeroMQ does not start") }
    self.pointer = pointer
  }

  deinit { zmq_ctx_term(pointer) }
}

/// A socket of ZeroMQ. Used by one thread only.
final class Socket {
  /// How a socket hands out messages (RFC 28 of ZeroMQ).
  enum Pattern {
    /// To who asked.
    case router
    /// To all who listen.
    case publish
    /// One reply to each request.
    case reply
  }

  let pointer: UnsafeMutableRawPointer
  private let context: SocketContext

  /// A socket bound to an address.
  init(_ pattern: Pattern, at address: String, in context: SocketContext) throws(SocketError) {
    guard let pointer = zmq_socket(context.pointer, Self.type(pattern)) else {
      throw SocketError("a socket cannot be opened: \(SocketError.lastReason)")
    }
    self.pointer = pointer
    self.context = context
    var linger: Int32 = 1000
    zmq_setsockopt(pointer, ZMQ_LINGER, &linger, MemoryLayout<Int32>.size)
    var limit = Self.longestFrame
    zmq_setsockopt(pointer, ZMQ_MAXMSGSIZE, &limit, MemoryLayout<Int64>.size)
    // What a slow listener hasn't read yet waits, however much: dropped messages are lost answers.
    var waiting: Int32 = 0
    zmq_setsockopt(pointer, ZMQ_SNDHWM, &waiting, MemoryLayout<Int32>.size)
    guard zmq_bind(pointer, address) == 0 else {
      throw SocketError("\(address) cannot be listened on: \(SocketError.lastReason)")
    }
  }

  deinit { zmq_close(pointer) }

  /// Who sends a longer frame is disconnected; files of topologies may be as long.
  private static let longestFrame: Int64 = 64 << 20

  private static func type(_ pattern: Pattern) -> Int32 {
    switch pattern {
    case .router: ZMQ_ROUTER
    case .publish: ZMQ_PUB
    case .reply: ZMQ_REP
    }
  }

  /// The frames of the next message; nil where none is waiting.
  func receive() -> [[UInt8]]? {
    var frames: [[UInt8]] = []
    var message = zmq_msg_t()
    while true {
      zmq_msg_init(&message)
      defer { zmq_msg_close(&message) }
      guard zmq_msg_recv(&message, pointer, ZMQ_DONTWAIT) >= 0 else {
        if zmq_errno() == EINTR { continue }
        return frames.isEmpty ? nil : frames
      }
      let bytes = UnsafeRawBufferPointer(
        start: zmq_msg_data(&message), count: zmq_msg_size(&message))
      frames.append(Array(bytes))
      if zmq_msg_more(&message) == 0 { return frames }
    }
  }

  /// Sends the frames of a message; nobody gets it where nobody listens.
  func send(_ frames: [[UInt8]]) {
    for (place, frame) in frames.enumerated() {
      let flags = place < frames.count - 1 ? ZMQ_SNDMORE | ZMQ_DONTWAIT : ZMQ_DONTWAIT
      while zmq_send(pointer, frame, frame.count, flags) < 0 {
        guard zmq_errno() == EINTR else { return }
      }
    }
  }
}

/// Why a kernel has no sockets.
package struct SocketError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }

  static var lastReason: String { zmq_strerror(zmq_errno()).map { String(cString: $0) } ?? "" }
}
