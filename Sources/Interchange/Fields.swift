import TopologyLanguage

/// The keys of an object that is being read. What nobody has taken at the end is refused by name:
/// nothing is accepted and then ignored.
struct Fields {
  let place: KeyPlace
  private var values: [String: JSONValue] = [:]
  private var keys: [String] = []

  init(_ value: JSONValue, at place: KeyPlace) throws(InterchangeError) {
    self.place = place
    guard case .object(let members) = value else {
      throw place.error("expected an object, found \(value.kindName)")
    }
    for member in members {
      guard values.updateValue(member.value, forKey: member.key) == nil else {
        throw place.error("the key '\(member.key)' stands twice")
      }
      keys.append(member.key)
    }
  }

  func contains(_ key: String) -> Bool { values[key] != nil }

  mutating func take(_ key: String) -> JSONValue? { values.removeValue(forKey: key) }

  mutating func require(_ key: String) throws(InterchangeError) -> JSONValue {
    guard let value = take(key) else { throw place.error("the key '\(key)' is missing") }
    return value
  }

  mutating func text(_ key: String) throws(InterchangeError) -> String {
    try require(key).string(at: place[key])
  }

  mutating func name(_ key: String) throws(InterchangeError) -> Identifier {
    Identifier(try text(key))
  }

  /// The only key of an object that says with it what it is.
  func onlyKey(among known: [String]) throws(InterchangeError) -> String {
    guard let key = keys.first, keys.count == 1, known.contains(key) else {
      let found = keys.isEmpty ? "none" : keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
      throw place.error(
        "expected one of the keys \(known.joined(separator: ", ")), found \(found)")
    }
    return key
  }

  /// Refuses the keys that are left.
  func finish() throws(InterchangeError) {
    guard let key = keys.filter({ values[$0] != nil }).min() else { return }
    throw place.error("unknown key '\(key)'")
  }
}

extension JSONValue {
  /// What it is, for a sentence.
  var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .number, .integer: "the number \(text)"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  func string(at place: KeyPlace) throws(InterchangeError) -> String {
    guard case .string(let string) = self else {
      throw place.error("expected a string, found \(kindName)")
    }
    return string
  }

  func array(at place: KeyPlace) throws(InterchangeError) -> [JSONValue] {
    guard case .array(let values) = self else {
      throw place.error("expected an array, found \(kindName)")
    }
    return values
  }

  func strings(at place: KeyPlace) throws(InterchangeError) -> [String] {
    var strings: [String] = []
    for (index, value) in try array(at: place).enumerated() {
      strings.append(try value.string(at: place[index]))
    }
    return strings
  }

  /// Names, at least one of them.
  func names(at place: KeyPlace) throws(InterchangeError) -> [Identifier] {
    let names = try strings(at: place)
    guard !names.isEmpty else { throw place.error("expected at least one name") }
    return names.map { Identifier($0) }
  }

  /// The text of a quantity that may also be given as a plain number.
  func quantityText(at place: KeyPlace) throws(InterchangeError) -> String {
    switch self {
    case .string(let string): return string
    case .integer, .number: return text
    default: throw place.error("expected a string or a number, found \(kindName)")
    }
  }
}
