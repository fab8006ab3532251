/// Why a JSON or YAML document is not a topology.
public struct InterchangeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The keys that lead to what is wrong, such as `statements[2].mtbf`; empty when it is about the
  /// whole document or its syntax.
  public let path: String
  /// The line of a mistake in the syntax, from 1.
  public let line: Int?
  /// The column of a mistake in the syntax, from 1.
  public let column: Int?
  /// What is wrong, in a sentence.
  public let message: String

  /// A mistake in the meaning of the value at `path`.
  public init(_ message: String, at path: String) {
    self.path = path
    self.message = message
    line = nil
    column = nil
  }

  /// A mistake in the syntax of the document.
  public init(_ message: String, line: Int?, column: Int?) {
    path = ""
    self.message = message
    self.line = line
    self.column = column
  }

  /// The place and the message.
  public var description: String {
    if let line, let column { return "\(line):\(column): \(message)" }
    return path.isEmpty ? message : "\(path): \(message)"
  }
}

/// The way to a value through keys and indices, as people write it: `statements[2].mtbf`.
struct KeyPlace {
  let text: String

  static let root = KeyPlace(text: "")

  subscript(key: String) -> KeyPlace { KeyPlace(text: text.isEmpty ? key : "\(text).\(key)") }

  subscript(index: Int) -> KeyPlace { KeyPlace(text: "\(text)[\(index)]") }

  func error(_ message: String) -> InterchangeError { InterchangeError(message, at: text) }
}
