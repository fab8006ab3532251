#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input.
package enum StandardInput {
  /// True where someone types.
  package static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// All of it. Throws ``InputError``.
  package static func read() throws(InputError) -> [UInt8] {
    try FileReading.bytes(from: STDIN_FILENO, name: "standard input")
  }
}

/// Standard error.
package enum StandardError {
  /// Writes a line at once.
  package static func print(_ line: String) {
    var bytes = Array(line.utf8)
    bytes.append(UInt8(ascii: "\n"))
    FileWriting.write(bytes, to: STDERR_FILENO)
  }
}

/// Standard output.
package enum StandardOutput {
  /// Writes a text at once. Where it can't be written the program ends, with a sentence: an answer that
  /// nobody gets is none.
  package static func print(_ text: String, terminator: String = "\n") {
    write(Array((text + terminator).utf8))
  }

  /// True where someone reads along.
  package static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes bytes as ``print(_:terminator:)`` does.
  package static func write(_ bytes: [UInt8]) {
    guard !FileWriting.write(bytes, to: STDOUT_FILENO) else { return }
    let reason = String(cString: strerror(errno))
    StandardError.print("error: standard output cannot be written: \(reason)")
    exit(ExitStatus.wrongInput.rawValue)
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
      if count < 0, errno == EINTR { continue }
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
