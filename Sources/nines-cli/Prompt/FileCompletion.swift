import Nines
import TerminalInput

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files whose names begin as written.
struct FileCompletion {
  private let prefix: CompletionList.FilePrefix

  /// The beginning of a file's name.
  init(_ prefix: CompletionList.FilePrefix) { self.prefix = prefix }

  /// The files of that folder, folders with a slash at their ends; hidden ones only behind a dot. Names
  /// with control characters are left out: a terminal would obey these, and no line can hold them.
  func complete(at cursor: Int) -> Completion {
    let written = prefix.text
    let folder = written.lastIndex(of: "/").map { String(written[...$0]) } ?? ""
    let start = String(written.dropFirst(folder.count))
    let names = Self.names(in: folder.isEmpty ? "." : folder).filter { name in
      name.hasPrefix(start) && (!name.hasPrefix(".") || start.hasPrefix("."))
        && name == name.printable()
    }
    return Completion(
      replacedFrom: cursor - written.utf8.count,
      candidates: names.sorted().map { candidate($0, in: folder) })
  }

  private func candidate(_ name: String, in folder: String) -> Completion.Candidate {
    var status = stat()
    let isFolder = stat(folder + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard !isFolder else { return Completion.Candidate(folder + name + "/") }
    return Completion.Candidate(folder + name, ending: prefix.needsQuotes ? "\"" : "")
  }

  private static func names(in folder: String) -> [String] {
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
