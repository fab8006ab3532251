/// Columns in the order that the rows ask for.
struct CSVColumns {
  /// The name and the successor of each column, in the order in which they were added.
  private var names: [String] = []
  private var following: [Int?] = []
  private var first: Int?
  private var numbers: [String: Int] = [:]

  /// Adds the columns of a row that are new, each behind the one that it follows there. Cost: the
  /// cells of the row.
  mutating func add(_ row: [CSVRow.Cell]) {
    var previous: Int?
    for cell in row {
      let number = numbers[cell.column] ?? insert(cell.column, behind: previous)
      previous = number
    }
  }

  private mutating func insert(_ name: String, behind previous: Int?) -> Int {
    let number = names.count
    names.append(name)
    numbers[name] = number
    if let previous {
      following.append(following[previous])
      following[previous] = number
    } else {
      following.append(first)
      first = number
    }
    return number
  }

  /// The names from left to right.
  var ordered: [String] {
    var result: [String] = []
    var next = first
    while let number = next {
      result.append(names[number])
      next = following[number]
    }
    return result
  }
}
