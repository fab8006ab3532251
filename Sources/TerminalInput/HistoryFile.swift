#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of what was entered, one entry a line, the newest last.
///
/// Each entry is appended with one write(2), so that several prompts can share the file. Only while
/// one of them shortens it can an entry of another be lost.
public struct HistoryFile: Sendable, Hashable {
  /// Entries that are loaded; a file with more than twice as many is shortened to them.
  public static let kept = 2_000

  /// Where it is.
  public let path: String

  /// The file at a path. Nothing is read or made yet.
  public init(path: String) {
    self.path = path
  }

  /// `$XDG_STATE_HOME/PROGRAM/history`; where that variable is missing, or no absolute path,
  /// `~/.local/state/PROGRAM/history` (XDG Base Directory Specification 0.8, 2021). Throws
  /// `HistoryFailure.noHome` without either.
  public static func standard(program: String) throws(HistoryFailure) -> HistoryFile {
    try standard(program: program, state: variable("XDG_STATE_HOME"), home: variable("HOME"))
  }

  static func standard(
    program: String, state: String?, home: String?
  ) throws(HistoryFailure) -> HistoryFile {
    if let state, state.hasPrefix("/") { return HistoryFile(path: "\(state)/\(program)/history") }
    guard let home, home.hasPrefix("/") else { throw .noHome }
    return HistoryFile(path: "\(home)/.local/state/\(program)/history")
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The last entries, the oldest first; none when the file doesn't exist. Costs the length of the
  /// file.
  public func load() throws(HistoryFailure) -> [String] {
    let lines = try content().split(separator: 0x0A)
    let recent = lines.suffix(Self.kept)
    if lines.count > 2 * Self.kept { try shorten(to: recent) }
    return recent.map(HistoryLine.entry)
  }

  /// Adds an entry, and makes the file and its folders where they are missing, for their owner alone.
  public func append(_ entry: String) throws(HistoryFailure) {
    try makeFolders()
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard file >= 0 else { throw unwritable() }
    defer { close(file) }
    try write(HistoryLine.text(entry) + [0x0A], to: file)
  }
}

// MARK: Reading

extension HistoryFile {
  private func content() throws(HistoryFailure) -> [UInt8] {
    // Without O_NONBLOCK a pipe of that name would make the prompt wait.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if file < 0, errno == ENOENT { return [] }
    guard file >= 0 else { throw unreadable() }
    defer { close(file) }
    var information = stat()
    guard fstat(file, &information) == 0 else { throw unreadable() }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return try bytes(of: file)
    // A link to /dev/null keeps no history.
    case S_IFCHR: return []
    default: throw .noFile(path: path)
    }
  }

  private func bytes(of file: Int32) throws(HistoryFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var received = 0
      bytes += [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        received = read(file, buffer.baseAddress, buffer.count)
        count = max(0, received)
      }
      guard received >= 0 else { throw unreadable() }
      if received == 0 { return bytes }
    }
  }

  private func unreadable() -> HistoryFailure { .unreadable(path: path, reason: Self.reason()) }

  private func unwritable() -> HistoryFailure { .unwritable(path: path, reason: Self.reason()) }

  private static func reason() -> String { String(cString: strerror(errno)) }
}

// MARK: Writing

extension HistoryFile {
  /// In one call, so that entries of several prompts don't mix.
  private func write(_ bytes: [UInt8], to file: Int32) throws(HistoryFailure) {
    #if canImport(Glibc)
      let written = Glibc.write(file, bytes, bytes.count)
    #elseif canImport(Musl)
      let written = Musl.write(file, bytes, bytes.count)
    #else
      let written = Darwin.write(file, bytes, bytes.count)
    #endif
    guard written >= 0 else { throw unwritable() }
    guard written == bytes.count else {
      throw .unwritable(path: path, reason: "only a part could be written")
    }
  }

  private func makeFolders() throws(HistoryFailure) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = path[..<slash]
    guard access(String(folder), F_OK) != 0 else { return }
    for end in folder.indices.dropFirst() where folder[end] == "/" {
      mkdir(String(folder[..<end]), 0o700)
    }
    guard mkdir(String(folder), 0o700) == 0 || errno == EEXIST else { throw unwritable() }
  }

  /// Through a new file beside it, so that it is whole at any time.
  private func shorten(to lines: ArraySlice<ArraySlice<UInt8>>) throws(HistoryFailure) {
    let shorter = "\(path).\(getpid())"
    let file = open(shorter, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw unwritable() }
    defer { close(file) }
    do throws(HistoryFailure) {
      try write(lines.flatMap { $0 + [0x0A] }, to: file)
      guard rename(shorter, path) == 0 else { throw unwritable() }
    } catch {
      unlink(shorter)
      throw error
    }
  }
}
