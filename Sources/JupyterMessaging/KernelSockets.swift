import CZMQ

/// The five sockets of a kernel. Used by one thread only, which waits in ``serve(_:until:take:)``.
package struct KernelSockets {
  private let shell, control, iopub, stdin, heartbeat: Socket
  private let signer: MessageSigner

  /// Sockets bound to the addresses of a connection file.
  package init(_ file: ConnectionFile, signer: MessageSigner) throws(SocketError) {
    let context = try SocketContext()
    shell = try Socket(.router, at: file.shell, in: context)
    control = try Socket(.router, at: file.control, in: context)
    iopub = try Socket(.publish, at: file.iopub, in: context)
    stdin = try Socket(.router, at: file.stdin, in: context)
    heartbeat = try Socket(.reply, at: file.heartbeat, in: context)
    self.signer = signer
  }

  /// How often is looked whether the front end is still there, in milliseconds.
  private static let patience = 500

  /// The most messages of one socket before the others have their turn.
  private static let mostAtOnce = 64

  /// Sends what is in `outbox`, hands requests to `take` and what is no request to `drop`, and returns
  /// heartbeats, until the outbox is closed or `isAbandoned`.
  package func serve(
    _ outbox: Outbox, until isAbandoned: () -> Bool, take: (Request) -> Void,
    drop: (MessageError) -> Void
  ) {
    while !isAbandoned() {
      wait(for: outbox)
      while let beat = heartbeat.receive() { heartbeat.send(beat) }
      receive(from: control, .control, take, drop)
      receive(from: shell, .shell, take, drop)
      guard send(outbox) else { return }
    }
  }

  private func wait(for outbox: Outbox) {
    let events = Int16(ZMQ_POLLIN)
    var items = [heartbeat, control, shell].map { socket in
      zmq_pollitem_t(socket: socket.pointer, fd: 0, events: events, revents: 0)
    }
    items.append(zmq_pollitem_t(socket: nil, fd: outbox.descriptor, events: events, revents: 0))
    zmq_poll(&items, Int32(items.count), Self.patience)
  }

  private func receive(
    from socket: Socket, _ channel: Channel, _ take: (Request) -> Void,
    _ drop: (MessageError) -> Void
  ) {
    for _ in 0..<Self.mostAtOnce {
      guard let frames = socket.receive() else { return }
      do throws(MessageError) {
        take(try Request(frames, on: channel, signer: signer))
      } catch {
        drop(error)
      }
    }
  }

  /// False where nothing will follow.
  private func send(_ outbox: Outbox) -> Bool {
    let (letters, isClosed) = outbox.takeAll()
    for letter in letters { socket(of: letter.channel).send(letter.frames) }
    return !isClosed
  }

  private func socket(of channel: Channel) -> Socket {
    switch channel {
    case .shell: shell
    case .control: control
    case .iopub: iopub
    }
  }
}
