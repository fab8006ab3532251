import Evaluation
import JupyterMessaging
import Nines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The main thread of a kernel: messages come and go here while another thread answers cells, so that
/// an interrupt and a sign of life are never late.
struct KernelProcess {
  private let sockets: KernelSockets
  private let outbox: Outbox
  private let channels: KernelChannels
  private let queue = RequestQueue()
  private let interruption = Interruption(.waits)

  /// A kernel that listens where a connection file says. Throws ``SocketError``.
  init(_ file: ConnectionFile) throws(SocketError) {
    let signer = MessageSigner(key: Array(file.key.utf8))
    sockets = try KernelSockets(file, signer: signer)
    outbox = try Outbox()
    channels = KernelChannels(Session(signer: signer), outbox)
  }

  /// Answers until the front end ends it, or is gone.
  func run() {
    interruption.listen()
    channels.publish(.starting, about: nil)
    let (queue, channels, interruption) = (queue, channels, interruption)
    Task.detached {
      var kernel = Kernel(channels, interruption)
      await kernel.answer(queue)
    }
    let parent = ParentWatch()
    sockets.serve(outbox, until: { parent.isGone }, take: take) { error in
      StandardError.print("nines-kernel: a message is dropped: \(error)")
    }
  }

  private func take(_ request: Request) {
    switch (request.channel, request.type) {
    case (_, "shutdown_request") where request.flaw == nil: shutDown(request)
    case (.control, _): answerAtOnce(request)
    default: queue.put(request)
    }
  }

  private func answerAtOnce(_ request: Request) {
    channels.publish(.busy, about: request)
    switch (request.type, request.flaw) {
    case (_, _?): channels.refuse(unreadable: request)
    case ("interrupt_request", _): interrupt(request)
    case ("kernel_info_request", _): channels.reply(KernelInformation.reply, to: request)
    default: channels.refuse(request)
    }
    channels.publish(.idle, about: request)
  }

  /// What can't be stopped in the middle is told so; what follows in the cell is not begun.
  private func interrupt(_ request: Request) {
    let isStopped = interruption.interrupt()
    channels.confirm(request)
    guard !isStopped, let cell = queue.running else { return }
    channels.publish(
      "stream",
      .object([
        "name": .string("stderr"),
        "text": .string(
          "this answer can't be stopped in the middle; restart the kernel to end it\n"),
      ]), about: cell)
  }

  private func shutDown(_ request: Request) {
    let content = JSONValue.object([
      "status": .string("ok"), "restart": .bool(request.content.bool("restart") ?? false),
    ])
    channels.publish(.busy, about: request)
    channels.reply(content, to: request)
    channels.publish("shutdown_reply", content, about: request)
    channels.publish(.idle, about: request)
    outbox.close()
  }
}

extension KernelChannels {
  /// Says that a kind of request is not answered.
  func refuse(_ request: Request) {
    refuse(request, "unknown-request", "a \(request.type) is not answered by this kernel")
  }

  /// Says why a request can't be read.
  func refuse(unreadable request: Request) {
    let failure = CellFailure(unreadable: request)
    refuse(request, failure.name, failure.sentence)
  }

  private func refuse(_ request: Request, _ name: String, _ sentence: String) {
    reply(
      .object([
        "status": .string("error"), "ename": .string(name), "evalue": .string(sentence),
        "traceback": .array([]),
      ]), to: request)
  }
}
