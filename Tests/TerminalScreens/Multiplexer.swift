import Foundation

/// tmux, when it is installed.
public enum Multiplexer {
  /// For `.enabled(if:)`.
  public static let isInstalled = program != nil

  private static let program: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: String($0)).appendingPathComponent("tmux") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Runs one command to its end; what it printed to either output.
  ///
  /// Neither a pipe nor Foundation's Process: tmux's server would inherit what tells the end of them,
  /// and live on with it.
  static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let status = try spawn(["-u"] + arguments, output: file.path)
    return (status, String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  private static func spawn(_ arguments: [String], output: String) throws -> Int32 {
    guard let program else { throw TerminalScreen.Failure.notStarted("not installed") }
    var words = ([program.path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var attributes = listeningToSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    var child: pid_t = 0
    guard posix_spawn(&child, program.path, &actions, &attributes, &words, environ) == 0 else {
      throw TerminalScreen.Failure.notStarted(program.path)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// The threads of tests hold signals back, which what they start would inherit.
  private static func listeningToSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    return attributes
  }
}
