#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are there whole or not at all.
package enum WholeFile {
  /// Writes beside the file and renames, so that a process that is killed leaves no half of it. A link
  /// stays one, and a file keeps its permissions. Throws ``InputError/unwritable(_:reason:)``.
  package static func write(_ bytes: [UInt8], to path: String) throws(InputError) {
    let target = resolved(path)
    let draft = "\(folder(of: target)).\(name(of: target)).\(getpid()).draft"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    keepPermissions(of: target, descriptor)
    let isWritten = FileWriting.write(bytes, to: descriptor) && fsync(descriptor) == 0
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(draft, target) == 0 else {
      let error = failure(path)
      unlink(draft)
      throw error
    }
  }

  /// Why no file can be put there, told before the work that would be lost; nil when it seems so.
  package static func obstacle(to path: String) -> InputError? {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      return .unwritable(path, reason: String(cString: strerror(EISDIR)))
    }
    let folder = folder(of: resolved(path))
    return access(folder.isEmpty ? "." : String(folder), W_OK) == 0 ? nil : failure(path)
  }

  /// Where links lead; the path itself where nothing is there yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func keepPermissions(of path: String, _ descriptor: Int32) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    fchmod(descriptor, status.st_mode & 0o7777)
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
