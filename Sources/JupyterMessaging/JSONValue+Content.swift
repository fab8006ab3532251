import Interchange

// Looking into what messages hold.
extension JSONValue {
  /// The value under `key`; nil where this is no object or has no such key.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text under `key`; nil for anything else.
  package func string(_ key: String) -> String? {
    if case .string(let text)? = self[key] { text } else { nil }
  }

  /// The whole number under `key`; nil for anything else.
  package func integer(_ key: String) -> Int? {
    if case .integer(let number)? = self[key] { number } else { nil }
  }

  /// The truth value under `key`; nil for anything else.
  package func bool(_ key: String) -> Bool? {
    if case .bool(let value)? = self[key] { value } else { nil }
  }

  /// True for an object.
  var isObject: Bool { if case .object = self { true } else { false } }
}
