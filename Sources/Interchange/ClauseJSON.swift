import TopologyLanguage

/// The value of one clause. What programs edit (names, counts, calls) has a structure; the rest is
/// the canonical text behind the clause's word.
enum ClauseJSON {
  static func value(of content: ClauseContent) -> JSONValue {
    switch content {
    case .count(let count, of: nil, per: nil): JSONValue(count)
    case .need(let count), .crews(let count): JSONValue(count)
    case .across(let name), .inDomain(let name): .string(name.text)
    case .rolling: .bool(true)
    case .sharing(let number), .drain(let number), .cost(let number, per: nil):
      .quantity(number.text)
    case .needs(let names): list(names)
    case .wants(let names, let level):
      .object([("names", list(names)), ("degraded", string(level))])
    case .sends(let name, let queue):
      .object([("to", .string(name.text)), ("via", queue.map { .string($0.text) })])
    case .breaker(let breaker): self.breaker(breaker)
    default: .string(ClauseKey(content).rest(of: content))
    }
  }

  private static func breaker(_ breaker: BreakerSyntax) -> JSONValue {
    .object([
      ("to", .string(breaker.callee.text)),
      ("trips", .string(ClauseKey.mtbf.rest(of: .mtbf(breaker.trips)))),
      ("retries", .string(ClauseKey.mtbf.rest(of: .mtbf(breaker.retries)))),
      ("fallback", string(breaker.fallback)),
    ])
  }

  private static func list(_ names: [Identifier]) -> JSONValue {
    .array(names.map { .string($0.text) })
  }

  private static func string(_ percent: PercentSyntax?) -> JSONValue? {
    percent.map { .string($0.text) }
  }

  static func content(
    _ key: ClauseKey, _ value: JSONValue, at place: KeyPlace
  ) throws(InterchangeError) -> ClauseContent {
    switch key {
    case .across: return .across(Identifier(try value.string(at: place)))
    case .in: return .inDomain(Identifier(try value.string(at: place)))
    case .needs: return .needs(try value.names(at: place))
    case .wants: return try wants(Fields(value, at: place))
    case .sends: return try sends(Fields(value, at: place))
    case .breaker: return try self.breaker(Fields(value, at: place))
    case .rolling:
      guard value == .bool(true) else { throw place.error("expected true") }
      return .rolling
    default: return try phrase(key, value, at: place)
    }
  }

  /// A clause from the text behind its word.
  private static func phrase(
    _ key: ClauseKey, _ value: JSONValue, at place: KeyPlace
  ) throws(InterchangeError) -> ClauseContent {
    let text = try value.quantityText(at: place)
    let content = try Fragment.clause(key.isWordless ? text : "\(key.rawValue) \(text)", at: place)
    guard ClauseKey(content) == key else {
      throw place.error("'\(text)' is no value of '\(key.rawValue)'")
    }
    return content
  }

  private static func wants(_ fields: consuming Fields) throws(InterchangeError) -> ClauseContent {
    let names = try fields.require("names").names(at: fields.place["names"])
    let level = try percent("degraded", &fields)
    try fields.finish()
    return .wants(names, degraded: level)
  }

  private static func sends(_ fields: consuming Fields) throws(InterchangeError) -> ClauseContent {
    let name = try fields.name("to")
    let queue = fields.contains("via") ? try fields.name("via") : nil
    try fields.finish()
    return .sends(name, via: queue)
  }

  private static func breaker(
    _ fields: consuming Fields
  ) throws(InterchangeError) -> ClauseContent {
    let callee = try fields.name("to")
    let trips = try Fragment.time(fields.text("trips"), at: fields.place["trips"])
    let retries = try Fragment.time(fields.text("retries"), at: fields.place["retries"])
    let fallback = try percent("fallback", &fields)
    try fields.finish()
    return .breaker(
      BreakerSyntax(callee: callee, trips: trips, retries: retries, fallback: fallback))
  }

  private static func percent(
    _ key: String, _ fields: inout Fields
  ) throws(InterchangeError) -> PercentSyntax? {
    guard fields.contains(key) else { return nil }
    return try Fragment.percent(try fields.text(key), at: fields.place[key])
  }
}

extension JSONValue {
  /// An object without the keys that have no value.
  static func object(_ pairs: [(key: String, value: JSONValue?)]) -> JSONValue {
    .object(members(pairs))
  }

  /// Members without those that have no value.
  static func members(_ pairs: [(key: String, value: JSONValue?)]) -> [Member] {
    pairs.compactMap { pair in pair.value.map { Member(key: pair.key, value: $0) } }
  }
}
