import TerminalText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Names of files.
package enum FileNames {
  /// What stands behind the last dot, in small letters; nil without a dot.
  static func ending(of name: String) -> String? {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
  }

  /// The paths that begin as written, sorted, folders with a slash at their ends; hidden ones only
  /// where a dot is written. Names with control characters are left out: a terminal would obey these, and
  /// no line can hold them. Takes time in proportion to the entries of the folder.
  package static func beginning(with written: String) -> [String] {
    let folder = written.lastIndex(of: "/").map { String(written[...$0]) } ?? ""
    let start = written.dropFirst(folder.count)
    let names = entries(of: folder.isEmpty ? "." : folder).filter { name in
      name.hasPrefix(start) && (!name.hasPrefix(".") || start.hasPrefix("."))
        && name == name.printable()
    }
    return names.sorted().map { name in folder + name + (isFolder(folder + name) ? "/" : "") }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
