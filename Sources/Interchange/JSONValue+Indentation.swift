extension JSONValue {
  /// The value over several lines, for people: what fits into a line stands in one.
  public var indentedText: String { indentedText(margin: 0, taken: 0) }

  private static var width: Int { 100 }

  private func indentedText(margin: Int, taken: Int) -> String {
    let line = spacedText
    guard margin + taken + line.count > Self.width || isDocument else { return line }
    switch self {
    case .array(let values):
      return lines(values.map { $0.indentedText(margin: margin + 2, taken: 1) }, "[", "]", margin)
    case .object(let members):
      let texts = members.map { member in
        let key = "\(JSONValue.string(member.key).text): "
        return key + member.value.indentedText(margin: margin + 2, taken: key.count + 1)
      }
      return lines(texts, "{", "}", margin)
    default: return line
    }
  }

  /// A document's statements have lines of their own, however few they are.
  private var isDocument: Bool {
    guard case .object(let members) = self else { return false }
    return members.first?.key == "schema"
  }

  private func lines(_ texts: [String], _ open: String, _ close: String, _ margin: Int) -> String {
    let blank = String(repeating: " ", count: margin)
    let body = texts.map { "\(blank)  \($0)" }.joined(separator: ",\n")
    return "\(open)\n\(body)\n\(blank)\(close)"
  }

  private var spacedText: String {
    switch self {
    case .array(let values): "[\(values.map(\.spacedText).joined(separator: ", "))]"
    case .object(let members):
      "{"
        + members.map { "\(JSONValue.string($0.key).text): \($0.value.spacedText)" }
        .joined(separator: ", ") + "}"
    default: text
    }
  }
}
