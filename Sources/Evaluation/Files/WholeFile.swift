#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are there whole or not at all.
package enum WholeFile {
  /// Writes beside the file and renames, so that a process that is killed leaves no half of it.
  package static func write(_ bytes: [UInt8], to path: String) throws(InputError) {
    let draft = "\(folder(of: path)).\(name(of: path)).\(getpid()).draft"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = FileWriting.write(bytes, to: descriptor) && fsync(descriptor) == 0
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(draft, path) == 0 else {
      let error = failure(path)
      unlink(draft)
      throw error
    }
  }

  /// Why no file can be put there, told before the work that would be lost; nil when it seems so.
  package static func obstacle(to path: String) -> InputError? {
    let folder = folder(of: path)
    return access(folder.isEmpty ? "." : String(folder), W_OK) == 0 ? nil : failure(path)
  }

  private static func failure(_ path: String) -> InputError {
    .unwritable(path, reason: String(cString: strerror(errno)))
  }

  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  private static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }
}
