/// A value that a question changes, with what stood there before.
public struct ValueChange: Sendable, Hashable {
  /// What is changed, as written: `db.mttr`.
  public let path: String
  /// The value in the program, as written; nil where the declaration had the default.
  public let before: String?
  /// The new value, as written.
  public let after: String

  /// `path`, from `before` to `after`.
  public init(path: String, before: String?, after: String) {
    self.path = path
    self.before = before
    self.after = after
  }
}
