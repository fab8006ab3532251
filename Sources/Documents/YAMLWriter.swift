import Interchange
import Yams

/// Writes values as YAML documents.
public enum YAMLWriter {
  /// The document of `value`, with a line end behind every line. Throws where a string holds
  /// characters that YAML has no way to write.
  public static func text(of value: JSONValue) throws(InterchangeError) -> String {
    do {
      return try serialize(node: node(of: value), width: -1, allowUnicode: true)
    } catch {
      throw InterchangeError("this cannot be written as YAML: \(error)", at: "")
    }
  }

  private static func node(of value: JSONValue) -> Node {
    switch value {
    case .null, .bool, .number, .integer: Node(value.text)
    case .string(let string): self.string(string)
    case .array(let values): array(values)
    case .object(let members):
      Node(members.map { (string($0.key), node(of: $0.value)) }, .implicit, .block)
    }
  }

  /// Lists of names and of other scalars stand in one line.
  private static func array(_ values: [JSONValue]) -> Node {
    let isFlat = values.allSatisfy { value in
      if case .string(let string) = value { return !string.hasPrefix("#") && !string.isEmpty }
      return false
    }
    return Node(values.map { node(of: $0) }, .implicit, isFlat ? .flow : .block)
  }

  /// In quotes where the text alone would be a number, a truth value or a date to some reader.
  private static func string(_ string: String) -> Node { .scalar(string.represented()) }
}
