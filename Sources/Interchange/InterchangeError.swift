/// Why a JSON or YAML document is not a topology.
public struct InterchangeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where in the document: a key path such as `statements[2].mtbf`, or a place such as `3:14`;
  /// empty when it is about the whole.
  public let place: String
  /// What is wrong, in a sentence.
  public let message: String

  /// The error `message` at `place`.
  public init(_ message: String, at place: String) {
    self.place = place
    self.message = message
  }

  /// The place and the message.
  public var description: String { place.isEmpty ? message : "\(place): \(message)" }
}

/// The way to a value through keys and indices, as people write it: `statements[2].mtbf`.
struct KeyPlace {
  let text: String

  static let root = KeyPlace(text: "")

  subscript(key: String) -> KeyPlace { KeyPlace(text: text.isEmpty ? key : "\(text).\(key)") }

  subscript(index: Int) -> KeyPlace { KeyPlace(text: "\(text)[\(index)]") }

  func error(_ message: String) -> InterchangeError { InterchangeError(message, at: text) }
}
