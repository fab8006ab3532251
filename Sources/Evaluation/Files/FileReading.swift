#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files by the C library: plain answers stay free of Foundation's start-up cost.
package enum FileReading {
  package static let limit = 64 << 20
  /// Incident logs may be longer than texts.
  package static let logLimit = 1 << 30

  package static func bytes(of path: String, limit: Int = limit) throws(InputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .unreadable(path, reason: lastError) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, name: path, limit: limit)
  }

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

/// Standard input.
package enum StandardInput {
  package static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  package static func read() throws(InputError) -> [UInt8] {
    try FileReading.bytes(from: STDIN_FILENO, name: "standard input")
  }
}

/// Standard error.
package enum StandardError {
  package static func print(_ line: String) {
    var bytes = Array(line.utf8)
    bytes.append(UInt8(ascii: "\n"))
    FileWriting.write(bytes, to: STDERR_FILENO)
  }
}

/// Bytes to a stream, all of them unless it is closed.
package enum FileWriting {
  /// False when not all could be written.
  @discardableResult
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }
}

/// The system's function, whose name is hidden where a member has the same.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// Shows what was printed without a newline.
package func flush() { fflush(nil) }
