/// A JSON value whose objects keep the order of their keys.
///
/// Written here rather than by an encoder of the standard library's companions: answers promise
/// stable keys in a readable order, and their path stays free of the start-up cost of those.
public enum JSONValue: Sendable, Hashable {
  /// Unknown, infinite or without meaning.
  case null
  /// A truth value.
  case bool(Bool)
  /// A finite number, written with all its digits.
  case number(Double)
  /// A whole number.
  case integer(Int)
  /// Text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys and values in order.
  case object([Member])

  /// One key of an object.
  public struct Member: Sendable, Hashable {
    /// The key.
    public let key: String
    /// Its value.
    public let value: JSONValue

    /// `value` under `key`.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The number, or null when it is nil, infinite or not a number.
  public static func figure(_ number: Double?) -> JSONValue {
    guard let number, number.isFinite else { return .null }
    return .number(number)
  }

  /// An object with its keys in the order given.
  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The value on one line, without blanks.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += Self.digits(value)
    case .integer(let value): text += "\(value)"
    case .string(let value): Self.quote(value, to: &text)
    case .array(let values):
      Self.list(values, "[", "]", to: &text) { value, text in value.write(to: &text) }
    case .object(let members):
      Self.list(members, "{", "}", to: &text) { member, text in
        Self.quote(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String,
    _ write: (Element, inout String) -> Void
  ) {
    text += open
    for (place, element) in elements.enumerated() {
      if place > 0 { text += "," }
      write(element, &text)
    }
    text += close
  }

  /// The shortest digits that read back as the same number.
  private static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}":
        let code = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
