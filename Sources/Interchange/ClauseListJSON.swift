import TopologyLanguage

/// The clauses of a statement as keys of its object.
///
/// The order of keys carries no meaning in JSON: clauses stand in the text in the order of
/// ``ClauseKey``, and where they don't, the key `order` names them as they stand. A clause that is
/// given several times has an array of values.
enum ClauseListJSON {
  static func members(of clauses: [Clause]) -> [JSONValue.Member] {
    let keys = clauses.map { ClauseKey($0.content) }
    let sorted = ClauseKey.allCases.filter { keys.contains($0) }
    var members = sorted.map { key in
      let own = clauses.filter { ClauseKey($0.content) == key }
      return JSONValue.Member(
        key: key.rawValue, value: joined(own.map { ClauseJSON.value(of: $0.content) }))
    }
    let usual = sorted.flatMap { key in keys.filter { $0 == key } }
    if usual != keys {
      let order = JSONValue.array(keys.map { .string($0.rawValue) })
      members.append(.init(key: "order", value: order))
    }
    if let comments = comments(of: clauses, keys: sorted) {
      members.append(.init(key: "comments", value: comments))
    }
    return members
  }

  private static func joined(_ values: [JSONValue]) -> JSONValue {
    values.count == 1 ? values[0] : .array(values)
  }

  private static func comments(of clauses: [Clause], keys: [ClauseKey]) -> JSONValue? {
    let members = keys.compactMap { key -> JSONValue.Member? in
      let trivia = clauses.filter { ClauseKey($0.content) == key }.map(\.trivia)
      guard trivia.contains(where: { !$0.isEmpty }) else { return nil }
      return .init(key: key.rawValue, value: joined(trivia.map(TriviaJSON.value)))
    }
    return members.isEmpty ? nil : .object(members)
  }

  /// Takes the clauses out of `fields`.
  static func take(from fields: inout Fields) throws(InterchangeError) -> [Clause] {
    var clauses: [ClauseKey: [Clause]] = [:]
    var order: [ClauseKey] = []
    for key in ClauseKey.allCases {
      guard let value = fields.take(key.rawValue) else { continue }
      let own = try read(key, value, at: fields.place[key.rawValue])
      clauses[key] = own
      order += own.map { _ in key }
    }
    try takeComments(from: &fields, into: &clauses)
    if let value = fields.take("order") {
      order = try arranged(order, by: value, at: fields.place["order"])
    }
    return take(order, from: clauses)
  }

  private static func read(
    _ key: ClauseKey, _ value: JSONValue, at place: KeyPlace
  ) throws(InterchangeError) -> [Clause] {
    guard let values = repeated(key, value) else {
      return [Clause(try ClauseJSON.content(key, value, at: place))]
    }
    guard !values.isEmpty else { throw place.error("expected at least one value") }
    var clauses: [Clause] = []
    for (index, value) in values.enumerated() {
      clauses.append(Clause(try ClauseJSON.content(key, value, at: place[index])))
    }
    return clauses
  }

  /// The values of a clause that is given several times; the value of `needs` is itself an array.
  private static func repeated(_ key: ClauseKey, _ value: JSONValue) -> [JSONValue]? {
    guard case .array(let values) = value else { return nil }
    guard key == .needs else { return values }
    guard case .array? = values.first else { return nil }
    return values
  }

  private static func takeComments(
    from fields: inout Fields, into clauses: inout [ClauseKey: [Clause]]
  ) throws(InterchangeError) {
    guard let value = fields.take("comments") else { return }
    var comments = try Fields(value, at: fields.place["comments"])
    for key in ClauseKey.allCases {
      guard let value = comments.take(key.rawValue) else { continue }
      let place = comments.place[key.rawValue]
      let values = if case .array(let values) = value { values } else { [value] }
      guard let own = clauses[key], own.count == values.count else {
        throw place.error("expected as many as there are clauses '\(key.rawValue)'")
      }
      clauses[key] = try commented(own, values, at: place)
    }
    try comments.finish()
  }

  private static func commented(
    _ clauses: [Clause], _ values: [JSONValue], at place: KeyPlace
  ) throws(InterchangeError) -> [Clause] {
    var commented = clauses
    for (index, value) in values.enumerated() {
      var fields = try Fields(value, at: values.count == 1 ? place : place[index])
      commented[index].trivia = try TriviaJSON.take(from: &fields)
      try fields.finish()
    }
    return commented
  }

  /// The clauses named in `value` first, the others behind them.
  private static func arranged(
    _ keys: [ClauseKey], by value: JSONValue, at place: KeyPlace
  ) throws(InterchangeError) -> [ClauseKey] {
    var others = keys
    var arranged: [ClauseKey] = []
    for (index, word) in try value.strings(at: place).enumerated() {
      guard let key = ClauseKey(rawValue: word), let found = others.firstIndex(of: key) else {
        throw place[index].error("there is no clause '\(word)' left to put here")
      }
      arranged.append(others.remove(at: found))
    }
    return arranged + others
  }

  private static func take(_ order: [ClauseKey], from clauses: [ClauseKey: [Clause]]) -> [Clause] {
    var taken: [ClauseKey: Int] = [:]
    return order.compactMap { key in
      let index = taken[key, default: 0]
      taken[key] = index + 1
      return clauses[key]?[index]
    }
  }
}
