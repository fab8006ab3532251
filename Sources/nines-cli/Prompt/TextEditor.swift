import Evaluation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The editor that the environment names, on a file that only its owner can read.
struct TextEditor {
  /// The file that is edited.
  let file: String

  /// A new file that holds `text`. Throws ``InputError``.
  init(holding text: String) throws(InputError) {
    var template = Array("\(Self.variable("TMPDIR") ?? "/tmp")/nines-XXXXXX.nines".utf8CString)
    let descriptor = mkstemps(&template, 6)
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard descriptor >= 0 else {
      throw .unwritable(path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    file = path
    guard FileWriting.write(Array(text.utf8), to: descriptor) else {
      throw .unwritable(path, reason: String(cString: strerror(errno)))
    }
  }

  /// Opens the file in VISUAL, EDITOR or vi, and waits for its end; the text then. Throws
  /// ``InputError``.
  func edit() throws(InputError) -> String {
    let editor = Self.variable("VISUAL") ?? Self.variable("EDITOR") ?? "vi"
    guard run(editor) else { throw .noEditor(editor) }
    return String(decoding: try FileReading.bytes(of: file), as: UTF8.self)
  }

  /// Removes the file.
  func remove() { unlink(file) }

  /// By the shell, since the variables may hold flags: `code --wait`. False where it failed.
  private func run(_ editor: String) -> Bool {
    let arguments = ["/bin/sh", "-c", "\(editor) \"$1\"", "sh", file]
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    Self.listenToKeys(&attributes)
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, &attributes, &words, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }

  #if canImport(Darwin)
    private typealias Attributes = posix_spawnattr_t?
  #else
    private typealias Attributes = posix_spawnattr_t
  #endif

  /// The editor hears the signals of the keyboard, whatever this program does with them.
  private static func listenToKeys(_ attributes: inout Attributes) {
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGTSTP] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
