#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The programs that are built with this one and stand beside it.
package enum SiblingProgram {
  /// Where a program of this name is, if it is there.
  package static func path(of name: String) -> String { folder + name }

  /// Makes this process the program of that name, so that signals and the exit status are its own. Comes
  /// back only where there is none.
  package static func become(_ name: String, _ arguments: [String]) {
    let path = path(of: name)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    execv(path, &words)
    for word in words { free(word) }
  }

  /// Where this program stands, with a slash at the end.
  private static var folder: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if canImport(Darwin)
      var size = UInt32(buffer.count)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return "" }
      let path = buffer
    #else
      let length = readlink("/proc/self/exe", &buffer, buffer.count)
      guard length > 0 else { return "" }
      let path = buffer.prefix(length)
    #endif
    let bytes = path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let end = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
