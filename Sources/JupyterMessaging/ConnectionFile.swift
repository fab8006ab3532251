import Documents
import Interchange

/// Where a front end waits for its kernel: the connection file that it writes before the kernel's
/// start.
package struct ConnectionFile: Sendable, Equatable {
  /// The addresses of requests, of requests beside others, of what everyone hears, of questions to the
  /// person, and of the sign of life, as ZeroMQ writes them.
  package let shell, control, iopub, stdin, heartbeat: String
  /// The key that messages are signed with; empty where they aren't.
  package let key: String

  /// Reads a connection file.
  package init(_ bytes: [UInt8]) throws(ConnectionFileError) {
    guard let file = try? JSONReader.looseValue(from: bytes), file.isObject else {
      throw .notAnObject
    }
    key = file.string("key") ?? ""
    let scheme = file.string("signature_scheme") ?? Self.scheme
    guard key.isEmpty || scheme == Self.scheme else { throw .unknownScheme(scheme) }
    shell = try Self.address("shell_port", in: file)
    control = try Self.address("control_port", in: file)
    iopub = try Self.address("iopub_port", in: file)
    stdin = try Self.address("stdin_port", in: file)
    heartbeat = try Self.address("hb_port", in: file)
  }

  private static let scheme = "hmac-sha256"

  /// `tcp://127.0.0.1:5555`, or `ipc://folder/kernel-1`, where the port ends a file's name.
  private static func address(
    _ port: String, in file: JSONValue
  ) throws(ConnectionFileError) -> String {
    guard let transport = file.string("transport") else { throw .missing("transport") }
    guard let host = file.string("ip") else { throw .missing("ip") }
    guard let number = file.integer(port), (0...65535).contains(number) else {
      throw .missing(port)
    }
    switch transport {
    case "tcp": return "tcp://\(host):\(number)"
    case "ipc": return "ipc://\(host)-\(number)"
    default: throw .unknownTransport(transport)
    }
  }
}

/// Why a connection file can't be used.
package enum ConnectionFileError: Error, Equatable, CustomStringConvertible {
  case notAnObject
  case missing(String)
  case unknownTransport(String)
  case unknownScheme(String)

  package var description: String {
    switch self {
    case .notAnObject: "the connection file is no JSON object"
    case .missing(let key): "the connection file has no usable '\(key)'"
    case .unknownTransport(let name):
      "the transport '\(name)' is not known; the connection file may name tcp or ipc"
    case .unknownScheme(let name):
      "the signature scheme '\(name)' is not known; the connection file may name hmac-sha256"
    }
  }
}
