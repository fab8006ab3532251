import Documents
import Interchange

/// A message from a front end, as the wire protocol frames it (Jupyter messaging protocol 5.3, "The
/// wire protocol").
package struct Request: Sendable {
  /// Where it came in.
  package let channel: Channel
  /// Who asks, for the router to send the reply back.
  package let identities: [[UInt8]]
  /// The header, which every answer repeats.
  package let header: JSONValue
  /// What sort of message it is, such as `execute_request`.
  package let type: String
  /// What it says; nothing where that can't be read.
  package let content: JSONValue
  /// Why what it says can't be read: who asks is told. Nil where it can.
  package let flaw: MessageError?

  /// Reads the frames of a message: who asks, `<IDS|MSG>`, a signature, and four parts. Buffers behind
  /// them are passed over. Throws where nobody can be told what is wrong.
  package init(
    _ frames: [[UInt8]], on channel: Channel, signer: MessageSigner
  ) throws(MessageError) {
    guard let delimiter = frames.firstIndex(of: Self.delimiter) else { throw .noDelimiter }
    let parts = Array(frames[(delimiter + 1)...])
    guard parts.count >= 5 else { throw .tooFewParts(parts.count) }
    guard signer.accepts(parts[0], of: Array(parts[1...4])) else { throw .wrongSignature }
    header = try Self.object(parts[1], "header")
    (content, flaw) = Self.content(parts[4])
    guard let type = header.string("msg_type"), header.string("msg_id") != nil else {
      throw .incompleteHeader
    }
    self.channel = channel
    self.type = type
    identities = Array(frames[..<delimiter])
  }

  /// What the answer to it is called: `execute_reply` for an `execute_request`.
  package var replyType: String {
    let end = "_request"
    return (type.hasSuffix(end) ? String(type.dropLast(end.count)) : type) + "_reply"
  }

  static let delimiter = Array("<IDS|MSG>".utf8)

  private static func content(_ part: [UInt8]) -> (JSONValue, MessageError?) {
    do throws(MessageError) {
      return (try object(part, "content"), nil)
    } catch {
      return (.object([:]), error)
    }
  }

  private static func object(_ part: [UInt8], _ name: String) throws(MessageError) -> JSONValue {
    guard let value = value(part), value.isObject else { throw .notAnObject(part: name) }
    return value
  }

  private static func value(_ part: [UInt8]) -> JSONValue? {
    if let value = try? JSONReader.looseValue(from: part) { return value }
    let repaired = LoneSurrogate.replaced(in: part)
    return repaired == part ? nil : try? JSONReader.looseValue(from: repaired)
  }
}

/// The sockets of a kernel that messages come and go by.
package enum Channel: String, Sendable, CaseIterable {
  /// Requests, answered in their order.
  case shell
  /// Requests that are answered while others run: an interrupt, the end.
  case control
  /// What every front end hears.
  case iopub
}
