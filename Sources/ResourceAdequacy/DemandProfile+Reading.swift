import Quantities

extension DemandProfile {
  /// Reads a profile from text: one number a line, or the columns `hour,load` below a header with
  /// these names in either order. Hours count from 0 or 1, each once and in order; each lasts `step`.
  ///
  /// Lines that begin with `#` are comments; blank ones may stand at the end. Loads are taken exactly
  /// as their decimals are written. Cost: linear in the text. Throws ``DemandProfileError``, which
  /// names the line.
  public init(
    csv text: String, unit: String, step: Duration = .hours(1)
  ) throws(DemandProfileError) {
    var reader = LoadReader()
    var number = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      try reader.read(Substring(line), number)
    }
    try self.init(try reader.finished(), unit: unit, step: step)
  }
}

/// Reads the lines of a profile one by one.
private struct LoadReader {
  private var loads: [DecimalNumber] = []
  /// The places of the hour and the load in a line; nil for a load alone.
  private var columns: (hour: Int, load: Int)?
  private var nextHour: Int?
  private var isBegun = false
  /// A blank line after which only blank lines may follow.
  private var blankLine: Int?

  mutating func read(_ line: Substring, _ number: Int) throws(DemandProfileError) {
    let text = line.trimmed
    if text.utf8.first == UInt8(ascii: "#") { return }
    guard !text.isEmpty else {
      if isBegun { blankLine = blankLine ?? number }
      return
    }
    if let blankLine { throw .missing(line: blankLine) }
    let limit = DemandProfile.loadLimit
    guard loads.count < limit else { throw .tooMany(limit: limit) }
    let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    let isFirst = !isBegun
    isBegun = true
    if isFirst, try readHeader(fields, text, number) { return }
    try readLoad(fields, number)
  }

  func finished() throws(DemandProfileError) -> [DecimalNumber] {
    guard !loads.isEmpty else { throw .noLoads }
    return loads
  }

  /// Whether a first line is a header.
  private mutating func readHeader(
    _ fields: [Substring], _ text: Substring, _ number: Int
  ) throws(DemandProfileError) -> Bool {
    let names = fields.map { $0.lowercased() }
    guard names.contains(where: { $0.first?.isLetter == true }) else {
      guard fields.count == 1 else { throw .header(line: number, text.beginning) }
      return false
    }
    if names == ["load"] { return true }
    guard names.count == 2, let hour = names.firstIndex(of: "hour"),
      let load = names.firstIndex(of: "load")
    else {
      guard names.count == 1 else { throw .header(line: number, text.beginning) }
      return false
    }
    columns = (hour, load)
    return true
  }

  private mutating func readLoad(_ fields: [Substring], _ number: Int) throws(DemandProfileError) {
    guard fields.count == (columns == nil ? 1 : 2) else {
      throw .fields(line: number, fields.count, expected: columns == nil ? 1 : 2)
    }
    guard let columns else { return loads.append(try load(fields[0], number)) }
    try check(hour: fields[columns.hour], number)
    loads.append(try load(fields[columns.load], number))
  }

  private mutating func check(hour text: Substring, _ number: Int) throws(DemandProfileError) {
    guard let hour = Int(text), hour >= 0 else { throw .hour(line: number, text.beginning) }
    let expected = nextHour ?? min(hour, 1)
    guard hour <= expected else { throw .gap(line: number, missing: expected, found: hour) }
    guard hour == expected else { throw .duplicate(line: number, hour: hour) }
    nextHour = hour + 1
  }

  private func load(_ text: Substring, _ number: Int) throws(DemandProfileError) -> DecimalNumber {
    guard !text.isEmpty else { throw .missing(line: number) }
    if let decimal = try? DecimalNumber(text) { return decimal }
    if text.first == "-", (try? DecimalNumber(text.dropFirst())) != nil {
      throw .negative(line: number, text.beginning)
    }
    throw .notANumber(line: number, text.beginning)
  }
}

extension Substring {
  /// Without blanks, tabs, a carriage return and a byte-order mark around it.
  fileprivate var trimmed: Substring {
    let isBlank: (Unicode.Scalar) -> Bool = { " \t\r\u{FEFF}".unicodeScalars.contains($0) }
    var scalars = unicodeScalars.drop(while: isBlank)
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return Substring(scalars)
  }

  /// Enough of it to know it by.
  fileprivate var beginning: String { String(prefix(40)) }
}
