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
    let bytes = Array(text.utf8)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      try reader.read(line, number)
    }
    guard step > .zero else { throw .noStep }
    try self.init(
      parts: try reader.finished(), unit: unit, shape: .series(step: step, repeats: true))
  }
}

/// Reads the lines of a profile one by one.
private struct LoadReader {
  typealias Text = ArraySlice<UInt8>

  private var loads: [WholeAmounts.Part] = []
  /// The places of the hour and the load in a line; nil for a load alone.
  private var columns: (hour: Int, load: Int)?
  private var nextHour: Int?
  private var isBegun = false
  /// A blank line after which only blank lines may follow.
  private var blankLine: Int?

  mutating func read(_ line: Text, _ number: Int) throws(DemandProfileError) {
    let text = line.trimmed
    if text.first == UInt8(ascii: "#") { return }
    guard !text.isEmpty else {
      if isBegun { blankLine = blankLine ?? number }
      return
    }
    if let blankLine { throw .missing(line: blankLine) }
    let limit = DemandProfile.loadLimit
    guard loads.count < limit else { throw .tooMany(limit: limit) }
    let isFirst = !isBegun
    isBegun = true
    if isFirst, try readHeader(text, number) { return }
    guard let columns else {
      return loads.append(try load(text, number))
    }
    let fields = try pair(in: text, number)
    try check(hour: columns.hour == 0 ? fields.0 : fields.1, number)
    loads.append(try load(columns.load == 0 ? fields.0 : fields.1, number))
  }

  func finished() throws(DemandProfileError) -> [WholeAmounts.Part] {
    guard !loads.isEmpty else { throw .noLoads }
    return loads
  }

  /// Whether a first line is a header.
  private mutating func readHeader(
    _ text: Text, _ number: Int
  ) throws(DemandProfileError) -> Bool {
    let fields = text.split(separator: Self.comma, omittingEmptySubsequences: false)
    let names = fields.map { String(decoding: $0.trimmed, as: UTF8.self).lowercased() }
    if names == ["load"] { return true }
    if names.count == 2, let hour = names.firstIndex(of: "hour"),
      let load = names.firstIndex(of: "load")
    {
      columns = (hour, load)
      return true
    }
    guard names.count == 1 else { throw .header(line: number, text.beginning) }
    return false
  }

  private static let comma = UInt8(ascii: ",")

  /// The two fields of a line.
  private func pair(in text: Text, _ number: Int) throws(DemandProfileError) -> (Text, Text) {
    guard let comma = text.firstIndex(of: Self.comma) else {
      throw .fields(line: number, 1, expected: 2)
    }
    let second = text[(comma + 1)...]
    guard !second.contains(Self.comma) else {
      throw .fields(line: number, text.count { $0 == Self.comma } + 1, expected: 2)
    }
    return (text[..<comma].trimmed, second.trimmed)
  }

  private mutating func check(hour text: Text, _ number: Int) throws(DemandProfileError) {
    guard let hour = text.wholeNumber else { throw .hour(line: number, text.beginning) }
    let expected = nextHour ?? min(hour, 1)
    guard hour <= expected else { throw .gap(line: number, missing: expected, found: hour) }
    guard hour == expected else { throw .duplicate(line: number, hour: hour) }
    nextHour = hour + 1
  }

  private func load(
    _ text: Text, _ number: Int
  ) throws(DemandProfileError) -> WholeAmounts.Part {
    guard !text.isEmpty else { throw .missing(line: number) }
    if let plain = text.plainDecimal { return plain }
    if let decimal = text.decimal {
      guard let part = WholeAmounts.Part(decimal) else { throw .tooFine }
      return part
    }
    if text.contains(Self.comma) {
      throw .fields(line: number, text.count { $0 == Self.comma } + 1, expected: 1)
    }
    if text.first == UInt8(ascii: "-"), text.dropFirst().decimal != nil {
      throw .negative(line: number, text.beginning)
    }
    throw .notANumber(line: number, text.beginning)
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks, tabs, a carriage return and a byte-order mark around it.
  fileprivate var trimmed: Self {
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 13 }
    var rest = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
    rest = rest.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }

  /// Digits with or without a fraction, at most 17 bytes, which most loads are; nil for other forms.
  fileprivate var plainDecimal: WholeAmounts.Part? {
    guard count <= 17, let first, let last, first != Self.point, last != Self.point else {
      return nil
    }
    var value = 0
    var places: Int?
    for byte in self {
      if byte == Self.point, places == nil {
        places = 0
      } else if (48...57).contains(byte) {
        value = value * 10 + Int(byte - 48)
        places = places.map { $0 + 1 }
      } else {
        return nil
      }
    }
    return WholeAmounts.Part(trimming: value, exponent: -(places ?? 0))
  }

  private static var point: UInt8 { UInt8(ascii: ".") }

  fileprivate var decimal: DecimalNumber? {
    try? DecimalNumber(String(decoding: self, as: UTF8.self))
  }

  /// Digits alone, as a number; nil for anything else and beyond 15 digits.
  fileprivate var wholeNumber: Int? {
    guard !isEmpty, count <= 15, allSatisfy({ (48...57).contains($0) }) else { return nil }
    return reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// Enough of it to know it by.
  fileprivate var beginning: String { String(String(decoding: self, as: UTF8.self).prefix(40)) }
}
