#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, started by this one.
struct ChildProcess {
  private let identifier: pid_t

  /// Starts a program, by its name on the path or by its place; nil where that can't be.
  ///
  /// `streams` are descriptors of this process and what the program knows them by; all of these, and what
  /// is to be `closing`, are closed there. Without `inheritingEnvironment` the program has no variables.
  init?(
    _ program: String, _ arguments: [String] = [],
    streams: [(descriptor: Int32, stream: Int32)], closing others: [Int32] = [],
    inheritingEnvironment: Bool
  ) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, stream) in streams {
      posix_spawn_file_actions_adddup2(&actions, descriptor, stream)
    }
    let known = streams.map(\.stream)
    for descriptor in streams.map(\.descriptor) + others where !known.contains(descriptor) {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    let status =
      inheritingEnvironment
      ? posix_spawnp(&process, program, &actions, nil, &words, environ)
      : posix_spawnp(&process, program, &actions, nil, &words, &nothing)
    guard status == 0 else { return nil }
    identifier = process
  }

  /// Waits for its end; false where it failed.
  func wait() -> Bool {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }
}
