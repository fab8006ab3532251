import Nines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program beside this one that reads and writes documents; it reports its own errors.
package enum Converter {
  /// The canonical text of a document's topology.
  package static func text(of file: String, wantsJSON: Bool) throws(InputError) -> [UInt8] {
    let pipe = try openPipe()
    let arguments = (wantsJSON ? ["--json"] : []) + ["--", file]
    let process: pid_t
    do throws(InputError) {
      process = try start(arguments, pipe.write, as: STDOUT_FILENO, closing: pipe.read)
    } catch {
      close(pipe.read)
      throw error
    }
    defer { close(pipe.read) }
    let text = try FileReading.bytes(from: pipe.read, name: file)
    try finish(process)
    return text
  }

  /// Prints a canonical text as YAML, on standard output.
  package static func printYAML(of text: String) throws(InputError) {
    let pipe = try openPipe()
    let process: pid_t
    do throws(InputError) {
      process = try start([], pipe.read, as: STDIN_FILENO, closing: pipe.write)
    } catch {
      close(pipe.write)
      throw error
    }
    FileWriting.write(Array(text.utf8), to: pipe.write)
    close(pipe.write)
    try finish(process)
  }

  private static func openPipe() throws(InputError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .noConverter }
    return (ends[0], ends[1])
  }

  /// Starts the converter with the pipe's `end` for its `stream`; closes that end here.
  private static func start(
    _ arguments: [String], _ end: Int32, as stream: Int32, closing other: Int32
  ) throws(InputError) -> pid_t {
    defer { close(end) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, end, stream)
    posix_spawn_file_actions_addclose(&actions, end)
    posix_spawn_file_actions_addclose(&actions, other)
    let path = SiblingProgram.path(of: "nines-convert")
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    guard posix_spawn(&process, path, &actions, nil, &words, &environment) == 0 else {
      throw .noConverter
    }
    return process
  }

  private static func finish(_ process: pid_t) throws(InputError) {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw .reported }
  }
}
