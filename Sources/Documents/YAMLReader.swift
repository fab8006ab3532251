import Interchange
import Yams

/// Reads YAML documents into the values of JSON.
public enum YAMLReader {
  /// The most values in a document: aliases can name more than memory holds.
  static let largestCount = 1_000_000

  /// The value that `bytes` write. Throws where they are no YAML in UTF-8, or a key stands twice.
  ///
  /// A plain scalar is a number only in the form that JSON writes, `true`, `false`, `null`, or else
  /// a string: `no` is a name, `1:30` is not ninety.
  public static func value(from bytes: [UInt8]) throws(InterchangeError) -> JSONValue {
    guard let node = try node(in: try DocumentText.checked(bytes)) else {
      throw InterchangeError("the document is empty", at: "")
    }
    var count = 0
    return try value(of: node, count: &count)
  }

  /// The refusal of a key that stands twice; nil where there is none, or `text` is no YAML.
  static func duplicateKey(in text: String) -> InterchangeError? {
    guard case .duplicatedKeysInMapping(let keys, let context) = failure(in: text) else {
      return nil
    }
    return InterchangeError(duplicates: keys, mark: context.mark)
  }

  private static func failure(in text: String) -> YamlError? {
    do {
      _ = try compose(yaml: text, .basic)
      return nil
    } catch {
      return error as? YamlError
    }
  }

  private static func node(in text: String) throws(InterchangeError) -> Node? {
    do {
      return try compose(yaml: text, .basic)
    } catch {
      throw (error as? YamlError).map { InterchangeError($0) }
        ?? InterchangeError("this is no YAML", at: "")
    }
  }

  private static func value(
    of node: Node, count: inout Int
  ) throws(InterchangeError) -> JSONValue {
    count += 1
    guard count <= largestCount else {
      throw InterchangeError("the document holds more than \(largestCount) values", at: "")
    }
    switch node {
    case .scalar(let scalar): return try value(of: scalar)
    case .sequence(let sequence):
      var values: [JSONValue] = []
      for element in sequence { values.append(try value(of: element, count: &count)) }
      return .array(values)
    case .mapping(let mapping):
      var members: [JSONValue.Member] = []
      for (key, element) in mapping {
        guard case .scalar(let name) = key else {
          throw InterchangeError("a key must be a string", key.mark)
        }
        members.append(.init(key: name.string, value: try value(of: element, count: &count)))
      }
      return .object(members)
    case .alias(let alias): throw InterchangeError("this alias cannot be read", alias.mark)
    }
  }

  private static func value(of scalar: Node.Scalar) throws(InterchangeError) -> JSONValue {
    switch scalar.tag.rawValue {
    case Tag.Name.implicit.rawValue:
      return scalar.style == .plain ? plain(scalar.string) : .string(scalar.string)
    case Tag.Name.str.rawValue, Tag.Name.nonSpecific.rawValue: return .string(scalar.string)
    default:
      throw InterchangeError("the tag \(scalar.tag.rawValue) is not read here", scalar.mark)
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "~", "": return .null
    default: break
    }
    if let integer = Int(text), "\(integer)" == text { return .integer(integer) }
    if let number = Double(text), JSONValue.number(number).text == text { return .number(number) }
    return .string(text)
  }
}

extension InterchangeError {
  fileprivate init(_ message: String, _ mark: Mark?) {
    self.init(message, line: mark?.line, column: mark?.column)
  }

  fileprivate init(duplicates keys: [String], mark: Mark) {
    let names = keys.map { "'\($0)'" }.joined(separator: ", ")
    self.init("the key \(names) stands twice", mark)
  }

  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let more = context.map { " \($0.text)" } ?? ""
      self.init("this is no YAML: \(problem)\(more)", mark)
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(duplicates: keys, mark: context.mark)
    case .reader(let problem, _, _, _), .representer(let problem), .writer(let problem),
      .emitter(let problem):
      self.init("this is no YAML: \(problem)", at: "")
    case .no, .memory, .dataCouldNotBeDecoded: self.init("this is no YAML", at: "")
    }
  }
}
