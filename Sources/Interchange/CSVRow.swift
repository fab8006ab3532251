/// The values of one object, by the names of their columns.
struct CSVRow {
  struct Cell {
    let column: String
    let text: String
  }

  /// What stands outside lists.
  private(set) var scalars: [Cell] = []
  /// What stands in lists.
  private(set) var lists: [Cell] = []

  /// All values, those in lists last.
  var all: [Cell] { scalars + lists }

  /// No values.
  init() {}

  /// The values of `object`, those of the keys `hidden` left out; `prefix` stands before all names.
  init(_ object: JSONValue, prefix: String = "", without hidden: Set<String> = []) {
    add(object, prefix, isListed: false, without: hidden)
  }

  private mutating func add(
    _ value: JSONValue, _ column: String, isListed: Bool, without hidden: Set<String> = []
  ) {
    switch value {
    case .object(let members):
      let isInterval = value["low"] != nil && value["high"] != nil
      for member in members where !hidden.contains(member.key) {
        let isFigure = isInterval && member.key == "value"
        let name = isFigure ? column : Self.joined(column, member.key)
        add(member.value, name, isListed: isListed)
      }
    case .array(let values):
      for (place, element) in values.enumerated() {
        add(element, Self.joined(column, "\(place + 1)"), isListed: true)
      }
    case .null: add("", column, isListed)
    case .string(let text): add(text, column, isListed)
    case .bool, .number, .integer: add(value.text, column, isListed)
    }
  }

  private mutating func add(_ text: String, _ column: String, _ isListed: Bool) {
    let cell = Cell(column: column, text: text)
    if isListed { lists.append(cell) } else { scalars.append(cell) }
  }

  /// The cells with a name each: keys that come to the same name are told apart by a number.
  static func distinct(_ cells: [Cell]) -> [Cell] {
    var seen: Set<String> = []
    return cells.map { cell in
      var name = cell.column
      var number = 1
      while !seen.insert(name).inserted {
        number += 1
        name = "\(cell.column)_\(number)"
      }
      return Cell(column: name, text: cell.text)
    }
  }

  private static func joined(_ column: String, _ key: String) -> String {
    column.isEmpty ? key : "\(column)_\(key)"
  }
}

extension JSONValue {
  /// The value under a key; nil where there is none.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The elements of a list; nil where it is none.
  var elements: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }
}
