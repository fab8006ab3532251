import TopologyLanguage

/// Expressions: a name is a string, everything else an object whose only key says what it is.
enum ExpressionJSON {
  static let keys = [
    "all", "any", "else", "copies", "choice", "percent", "level", "sum", "bracket", "component",
  ]

  static func value(of expression: ExpressionSyntax) -> JSONValue {
    switch expression.content {
    case .name(let name): .string(name.text)
    case .percent(let percent): .object(["percent": .string(percent.text)])
    case .level(let percent): .object(["level": .string(percent.text)])
    case .all(let parts): .object(["all": list(parts)])
    case .any(let parts): .object(["any": list(parts)])
    case .otherwise(let primary, let alternative): .object(["else": list([primary, alternative])])
    case .copies(let need, let all, let part):
      .object([
        "copies": .object(["need": JSONValue(need), "of": JSONValue(all), "part": value(of: part)])
      ])
    case .choice(let need, let members):
      .object(["choice": .object(["need": JSONValue(need), "of": list(members)])])
    case .sum(let terms): .object(["sum": .array(terms.map(term))])
    case .bracket(let inner, let clauses):
      .object([
        "bracket": .object(
          [.init(key: "part", value: value(of: inner))] + ClauseListJSON.members(of: clauses))
      ])
    case .component(let clauses):
      .object(["component": .object(ClauseListJSON.members(of: clauses))])
    }
  }

  private static func list(_ parts: [ExpressionSyntax]) -> JSONValue {
    .array(parts.map { value(of: $0) })
  }

  private static func term(_ term: SumTerm) -> JSONValue {
    let weight: JSONValue? =
      switch term.weight {
      case .number(let number): .quantity(number.text)
      case .percent(let percent): .string(percent.text)
      case nil: nil
      }
    return .object([("weight", weight), ("part", value(of: term.operand))])
  }

  static func expression(
    _ value: JSONValue, at place: KeyPlace
  ) throws(InterchangeError) -> ExpressionSyntax {
    if case .string(let name) = value { return ExpressionSyntax(.name(Identifier(name))) }
    guard case .object = value else {
      throw place.error("expected a name or an object, found \(value.kindName)")
    }
    var fields = try Fields(value, at: place)
    let key = try fields.onlyKey(among: keys)
    return ExpressionSyntax(try content(key, try fields.require(key), at: place[key]))
  }

  private static func content(
    _ key: String, _ value: JSONValue, at place: KeyPlace
  ) throws(InterchangeError) -> ExpressionSyntax.Content {
    switch key {
    case "percent": return .percent(try Fragment.percent(value.string(at: place), at: place))
    case "level": return .level(try Fragment.percent(value.string(at: place), at: place))
    case "all": return .all(try parts(value, atLeast: 2, at: place))
    case "any": return .any(try parts(value, atLeast: 2, at: place))
    case "else":
      let pair = try parts(value, atLeast: 2, at: place)
      guard pair.count == 2 else { throw place.error("expected two parts; nest longer chains") }
      return .otherwise(primary: pair[0], alternative: pair[1])
    case "sum": return .sum(try terms(value, at: place))
    default: return try composed(key, Fields(value, at: place))
    }
  }

  private static func composed(
    _ key: String, _ fields: consuming Fields
  ) throws(InterchangeError) -> ExpressionSyntax.Content {
    let content: ExpressionSyntax.Content
    switch key {
    case "copies", "choice":
      let need = try Fragment.count(fields.require("need"), at: fields.place["need"])
      let all = try fields.require("of")
      if key == "choice" {
        content = .choice(need: need, try parts(all, atLeast: 1, at: fields.place["of"]))
      } else {
        let of = try Fragment.count(all, at: fields.place["of"])
        content = .copies(need: need, of: of, try part(&fields))
      }
    case "bracket":
      let inner = try part(&fields)
      content = .bracket(inner, clauses: try clauses(&fields))
    default: content = .component(clauses: try clauses(&fields))
    }
    try fields.finish()
    return content
  }

  private static func part(_ fields: inout Fields) throws(InterchangeError) -> ExpressionSyntax {
    try expression(fields.require("part"), at: fields.place["part"])
  }

  private static func clauses(_ fields: inout Fields) throws(InterchangeError) -> [Clause] {
    let clauses = try ClauseListJSON.take(from: &fields)
    guard !clauses.isEmpty else { throw fields.place.error("expected at least one clause") }
    return clauses
  }

  private static func parts(
    _ value: JSONValue, atLeast least: Int, at place: KeyPlace
  ) throws(InterchangeError) -> [ExpressionSyntax] {
    let values = try value.array(at: place)
    guard values.count >= least else { throw place.error("expected \(least) parts or more") }
    var parts: [ExpressionSyntax] = []
    for (index, value) in values.enumerated() {
      parts.append(try expression(value, at: place[index]))
    }
    return parts
  }

  private static func terms(
    _ value: JSONValue, at place: KeyPlace
  ) throws(InterchangeError) -> [SumTerm] {
    var terms: [SumTerm] = []
    for (index, value) in try value.array(at: place).enumerated() {
      var fields = try Fields(value, at: place[index])
      var weight: WeightSyntax?
      if let value = fields.take("weight") {
        weight = try Fragment.weight(value, at: fields.place["weight"])
      }
      terms.append(SumTerm(weight: weight, operand: try part(&fields)))
      try fields.finish()
    }
    return terms
  }
}
