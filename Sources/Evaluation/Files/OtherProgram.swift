import Nines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program of another package that is used where it is installed: bytes in, bytes out.
package struct OtherProgram: Sendable, Hashable {
  /// What it is called on the path.
  package let name: String
  /// The package that holds it, for `apt-get install`.
  package let package: String
  /// The same for `brew install`.
  package let formula: String

  /// Makes images of SVG.
  package static let rsvgConvert = OtherProgram(
    name: "rsvg-convert", package: "librsvg2-bin", formula: "librsvg")
  /// Lays graphs out.
  package static let dot = OtherProgram(name: "dot", package: "graphviz", formula: "graphviz")

  /// True where a folder of the path holds it.
  package var isInstalled: Bool {
    let folders = (EnvironmentVariable.value(of: "PATH") ?? "").split(separator: ":")
    return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// What the program makes of `input`. Throws ``InputError/noProgram(_:)`` where it isn't installed, and
  /// ``InputError/programFailed(_:)``.
  package func output(
    of input: [UInt8], _ arguments: [String] = []
  ) throws(InputError) -> [UInt8] {
    let file = try Self.file(holding: input)
    defer { close(file) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .programFailed(self) }
    defer { close(ends[0]) }
    let process = try start(arguments, reading: file, writing: ends[1], closing: ends[0])
    let output = try FileReading.bytes(from: ends[0], name: name)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw .programFailed(self) }
    return output
  }

  /// A file without a name: unlike a pipe it takes all at once, whatever becomes of its reader.
  private static func file(holding input: [UInt8]) throws(InputError) -> Int32 {
    guard let stream = tmpfile() else { throw unwritable }
    defer { fclose(stream) }
    let file = dup(fileno(stream))
    guard file >= 0, FileWriting.write(input, to: file), lseek(file, 0, SEEK_SET) == 0 else {
      let error = unwritable
      close(file)
      throw error
    }
    return file
  }

  private static var unwritable: InputError {
    .unwritable("a temporary file", reason: String(cString: strerror(errno)))
  }

  /// Starts the program; closes the end that it writes to here.
  private func start(
    _ arguments: [String], reading input: Int32, writing output: Int32, closing other: Int32
  ) throws(InputError) -> pid_t {
    defer { close(output) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    for descriptor in [input, output, other] {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var words = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, name, &actions, nil, &words, environ) == 0 else {
      throw .noProgram(self)
    }
    return process
  }
}
