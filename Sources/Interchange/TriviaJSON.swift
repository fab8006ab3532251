import TopologyLanguage

/// Comments and blank lines as keys: `above` and `below` are lists of lines, `beside` is one.
enum TriviaJSON {
  static func members(of trivia: Trivia) -> [JSONValue.Member] {
    JSONValue.members([
      ("above", lines(trivia.above)), ("beside", trivia.beside.map { .string($0) }),
      ("below", lines(trivia.below)),
    ])
  }

  static func value(of trivia: Trivia) -> JSONValue { .object(members(of: trivia)) }

  static func lines(_ lines: [String]) -> JSONValue? {
    lines.isEmpty ? nil : .array(lines.map { .string($0) })
  }

  static func take(from fields: inout Fields) throws(InterchangeError) -> Trivia {
    var trivia = Trivia.none
    trivia.above = try lines("above", from: &fields)
    trivia.below = try lines("below", from: &fields)
    if fields.contains("beside") {
      let comment = try fields.text("beside")
      trivia.beside = try line(comment, isBlankAllowed: false, at: fields.place["beside"])
    }
    return trivia
  }

  static func lines(
    _ key: String, from fields: inout Fields
  ) throws(InterchangeError) -> [String] {
    guard let value = fields.take(key) else { return [] }
    let place = fields.place[key]
    var lines: [String] = []
    for (index, text) in try value.strings(at: place).enumerated() {
      lines.append(try line(text, isBlankAllowed: true, at: place[index]))
    }
    return lines
  }

  private static func line(
    _ text: String, isBlankAllowed: Bool, at place: KeyPlace
  ) throws(InterchangeError) -> String {
    if text.isEmpty, isBlankAllowed { return text }
    guard text.hasPrefix("#"), !text.contains(where: \.isNewline) else {
      throw place.error("a comment begins with '#' and is one line")
    }
    return text
  }
}
