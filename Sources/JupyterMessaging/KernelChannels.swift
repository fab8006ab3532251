import Interchange

/// What a kernel says: replies to who asked, and what every front end hears. Any thread may speak.
package struct KernelChannels: Sendable {
  private let session: Session
  private let outbox: Outbox

  /// Channels whose messages go through `outbox`.
  package init(_ session: Session, _ outbox: Outbox) {
    self.session = session
    self.outbox = outbox
  }

  /// Answers a request where it came in.
  package func reply(_ content: JSONValue, to request: Request) {
    let frames = session.frames(
      request.replyType, content, about: request, route: request.identities)
    outbox.put(Outbox.Letter(channel: request.channel, frames: frames))
  }

  /// Answers a request with nothing but that it was carried out, and what `content` holds.
  package func confirm(_ request: Request, _ content: KeyValuePairs<String, JSONValue> = [:]) {
    let members = content.map { JSONValue.Member(key: $0.key, value: $0.value) }
    reply(.object([.init(key: "status", value: .string("ok"))] + members), to: request)
  }

  /// Tells every front end; `request` is what led to it, nil for the kernel's start.
  package func publish(_ type: String, _ content: JSONValue, about request: Request?) {
    let frames = session.frames(
      type, content, about: request, route: [Array("kernel.\(type)".utf8)])
    outbox.put(Outbox.Letter(channel: .iopub, frames: frames))
  }

  /// Tells every front end how the kernel is.
  package func publish(_ state: State, about request: Request?) {
    publish("status", .object(["execution_state": .string(state.rawValue)]), about: request)
  }

  /// How a kernel is.
  package enum State: String, Sendable {
    case starting, busy, idle
  }
}
