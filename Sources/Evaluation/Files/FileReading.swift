#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files by the C library: plain answers stay free of Foundation's start-up cost.
package enum FileReading {
  /// The longest text, in bytes.
  package static let limit = 64 << 20
  /// Incident logs may be longer than texts.
  package static let logLimit = 1 << 30

  /// All bytes of a file. Throws ``InputError/unreadable(_:reason:)`` or
  /// ``InputError/tooLong(_:megabytes:)``.
  package static func bytes(of path: String, limit: Int = limit) throws(InputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .unreadable(path, reason: lastError) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, name: path, limit: limit)
  }

  /// All bytes up to the end of a stream that messages call `name`. Throws as for a file.
  package static func bytes(
    from descriptor: Int32, name: String, limit: Int = limit
  ) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(name, reason: lastError) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw .tooLong(name, megabytes: limit >> 20) }
    }
  }

  /// True when there is something of that name.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static var lastError: String { String(cString: strerror(errno)) }
}
