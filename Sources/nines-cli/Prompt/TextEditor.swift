import Evaluation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The editor that the environment names, for texts of more than a line.
enum TextEditor {
  /// A text that was edited, and the file that holds it until it is taken.
  struct Edited {
    let text: [UInt8]
    let file: String
  }

  /// Opens `text` in VISUAL, EDITOR or vi, and waits for its end. Throws ``InputError``.
  static func edit(_ text: String) throws(InputError) -> Edited {
    let file = "\(folder)/nines-\(getpid()).nines"
    try WholeFile.write(Array(text.utf8), to: file)
    let editor = variable("VISUAL") ?? variable("EDITOR") ?? "vi"
    guard run(editor, on: file) else {
      unlink(file)
      throw .noEditor(editor)
    }
    return Edited(text: try FileReading.bytes(of: file), file: file)
  }

  /// Removes the file of a text that was taken.
  static func remove(_ edited: Edited) { unlink(edited.file) }

  /// By the shell, since the variables may hold flags: `code --wait`. False where it failed.
  private static func run(_ editor: String, on file: String) -> Bool {
    let arguments = ["/bin/sh", "-c", "\(editor) \"$1\"", "sh", file]
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, nil, &words, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }

  private static var folder: String { variable("TMPDIR") ?? "/tmp" }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
