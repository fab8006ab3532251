import Nines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that takes answers and complaints as JSON, one object a line, beside what people read.
package final class AnswerFile: Sendable {
  private let descriptor: Int32
  private let path: String

  /// A new file, or an old one emptied. Throws ``InputError/unwritable(_:reason:)``.
  package init(_ path: String) throws(InputError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o666)
    self.path = path
    guard descriptor >= 0 else {
      throw .unwritable(path, reason: String(cString: strerror(errno)))
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds an object. Throws ``InputError/unwritable(_:reason:)``.
  func add(_ value: JSONValue) throws(InputError) {
    guard FileWriting.write(Array((value.text + "\n").utf8), to: descriptor) else {
      throw .unwritable(path, reason: String(cString: strerror(errno)))
    }
  }
}
