/// Why entries aren't kept from one session to the next. The prompt goes on without.
public enum HistoryFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Neither `XDG_STATE_HOME` nor `HOME` holds an absolute path.
  case noHome
  /// Something else than a file bears the name.
  case noFile(path: String)
  /// The system's reason.
  case unreadable(path: String, reason: String)
  /// The system's reason.
  case unwritable(path: String, reason: String)

  /// One sentence that says what to do.
  public var description: String {
    switch self {
    case .noHome:
      "the history is not kept: set HOME or XDG_STATE_HOME to an absolute path"
    case .noFile(let path):
      "the history is not kept: '\(path)' is not a file; move it away"
    case .unreadable(let path, let reason):
      "the history is not kept: '\(path)' can't be read (\(reason)); correct its permissions"
    case .unwritable(let path, let reason):
      """
      the history is not kept: '\(path)' can't be written (\(reason)); set XDG_STATE_HOME to a \
      folder that can
      """
    }
  }
}
