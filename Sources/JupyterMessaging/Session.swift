import Interchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes the messages of one run of a kernel.
package struct Session: Sendable {
  /// Signs what is written.
  package let signer: MessageSigner
  private let identifier = Self.randomIdentifier()

  /// The version of the messaging protocol that is spoken.
  package static let protocolVersion = "5.3"

  /// A session that signs with `signer`.
  package init(signer: MessageSigner) { self.signer = signer }

  /// The frames of a message that `request` led to; `route` is who asked, or the topic.
  package func frames(
    _ type: String, _ content: JSONValue, about request: Request?, route: [[UInt8]]
  ) -> [[UInt8]] {
    let parts = [header(type), request?.header ?? .object([:]), .object([:]), content]
      .map { Array($0.text.utf8) }
    return route + [Request.delimiter, signer.signature(of: parts)] + parts
  }

  private func header(_ type: String) -> JSONValue {
    .object([
      "msg_id": .string(Self.randomIdentifier()), "session": .string(identifier),
      "username": .string("kernel"), "date": .string(Self.now()), "msg_type": .string(type),
      "version": .string(Self.protocolVersion),
    ])
  }

  /// 32 random hexadecimal digits.
  private static func randomIdentifier() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The time in UTC by ISO 8601, to the microsecond.
  private static func now() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var fields = tm()
    gmtime_r(&time.tv_sec, &fields)
    let date = [
      padded(Int(fields.tm_year) + 1900, 4), padded(Int(fields.tm_mon) + 1),
      padded(Int(fields.tm_mday)),
    ].joined(separator: "-")
    let clock = [fields.tm_hour, fields.tm_min, fields.tm_sec].map { padded(Int($0)) }
      .joined(separator: ":")
    return "\(date)T\(clock).\(padded(time.tv_nsec / 1000, 6))Z"
  }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
