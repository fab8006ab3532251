import Quantities

/// Observed lengths of time as a file holds them: one length a line, or a CSV of one column with or
/// without a header.
///
/// A cell is a duration of the language (`12.5min`, `1h 30min`), or a plain number beneath a header
/// that says its unit (`seconds`, `duration_s`, `length [h]`). Blank lines and lines that begin with
/// `#` are skipped.
public enum ObservationFile {
  /// The lengths in the bytes of a file, in its order. Takes time in proportion to its length. Throws
  /// ``ObservationError`` with the row, the first line being row 1.
  public static func durations(_ bytes: [UInt8]) throws(ObservationError) -> [Duration] {
    var reading = ObservationReading()
    var row = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      row += 1
      try reading.take(line, row: row)
    }
    guard !reading.durations.isEmpty else {
      throw ObservationError("there is no length in it; write one a line, such as 12.5min")
    }
    return reading.durations
  }
}

/// The rows of a file of observations, one after another.
private struct ObservationReading {
  var durations: [Duration] = []
  /// The unit that the header names.
  private var unit: DurationUnit?
  private var header: String?

  mutating func take(_ line: ArraySlice<UInt8>, row: Int) throws(ObservationError) {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw ObservationError("row \(row) is no UTF-8 text; save the file as UTF-8")
    }
    let cell = Self.cell(text, isFirst: row == 1)
    guard let first = cell.first, first != "#" else { return }
    try Self.refuseColumns(cell, row)
    let isHeader = header == nil && durations.isEmpty && !first.isNumber && !"+-.".contains(first)
    if isHeader { return try take(header: cell, row: row) }
    durations.append(try duration(cell, row: row))
  }

  /// The cell without the blanks, the quotes and the byte order mark around it.
  private static func cell(_ text: String, isFirst: Bool) -> Substring {
    var cell = text[...]
    if isFirst, cell.unicodeScalars.first == "\u{FEFF}" { cell.unicodeScalars.removeFirst() }
    cell = trimmed(cell)
    guard cell.count >= 2, cell.first == "\"", cell.last == "\"" else { return cell }
    return trimmed(cell.dropFirst().dropLast())
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }

  private static func refuseColumns(_ cell: Substring, _ row: Int) throws(ObservationError) {
    guard cell.contains(where: { $0 == "," || $0 == ";" || $0 == "\t" }) else { return }
    throw ObservationError(
      "row \(row) holds '\(cell.prefix(40))', more than one length; keep the one column of lengths, "
        + "with a point for decimals (12.5min)")
  }

  private mutating func take(header cell: Substring, row: Int) throws(ObservationError) {
    header = String(cell)
    let words = cell.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard !words.contains("m") else {
      throw ObservationError(
        "row \(row): the m of '\(cell.prefix(40))' is a minute to some tools and a month to others; "
          + "name the unit min or mo")
    }
    unit = words.reversed().lazy.compactMap { DurationUnit(word: $0) ?? Self.lowercased($0) }.first
  }

  private static func lowercased(_ word: String) -> DurationUnit? {
    word.count > 1 ? DurationUnit(word: word.lowercased()) : nil
  }

  // MARK: Cells

  private func duration(_ cell: Substring, row: Int) throws(ObservationError) -> Duration {
    var rest = cell
    var seconds = 0.0
    var last: DurationUnit?
    while !rest.isEmpty {
      guard let number = Self.takeNumber(&rest) else { throw Self.noLength(cell, row) }
      let word = Self.takeWord(&rest)
      let unit = try unit(word, of: cell, row: row, isAlone: last == nil && rest.isEmpty)
      guard last.map({ unit.seconds < $0.seconds }) ?? true else { throw Self.noLength(cell, row) }
      seconds += number * unit.seconds
      last = unit
    }
    guard let duration = try? Duration(seconds: seconds) else { throw Self.noLength(cell, row) }
    return duration
  }

  private func unit(
    _ word: Substring, of cell: Substring, row: Int, isAlone: Bool
  ) throws(ObservationError) -> DurationUnit {
    if let unit = DurationUnit(word: String(word)) { return unit }
    guard word.isEmpty, isAlone else { throw Self.noUnit(word, cell, row) }
    guard let unit else {
      let place = header.map { "the header '\($0.prefix(40))'" } ?? "a header"
      throw ObservationError(
        "row \(row): '\(cell.prefix(40))' has no unit; write \(cell.prefix(40))min, or name the unit "
          + "in \(place), such as duration_min")
    }
    return unit
  }

  private static func noUnit(
    _ word: Substring, _ cell: Substring, _ row: Int
  ) -> ObservationError {
    let reason =
      word == "m" || word == "M"
      ? "'\(word)' is a minute to some tools and a month to others"
      : "'\(word.prefix(40))' is not a unit of time (ns, us, ms, s, min, h, d, w, mo or y)"
    return ObservationError("row \(row): '\(cell.prefix(40))' is no length: \(reason)")
  }

  private static func noLength(_ cell: Substring, _ row: Int) -> ObservationError {
    ObservationError(
      "row \(row): '\(cell.prefix(40))' is no length; write it as 12.5min or 1h 30min")
  }

  /// Digits with a point and an exponent, and the blanks behind; no sign.
  private static func takeNumber(_ rest: inout Substring) -> Double? {
    var end = rest.prefix { isDigit($0) || $0 == "." }.endIndex
    let tail = rest[end...]
    if tail.first == "e" || tail.first == "E" {
      let exponent = tail.dropFirst()
      let digits = exponent.first == "-" || exponent.first == "+" ? exponent.dropFirst() : exponent
      let last = digits.prefix { isDigit($0) }.endIndex
      if last > digits.startIndex { end = last }
    }
    guard let number = Double(rest[..<end]) else { return nil }
    rest = rest[end...].drop(while: \.isWhitespace)
    return number
  }

  private static func takeWord(_ rest: inout Substring) -> Substring {
    let word = rest.prefix { !isDigit($0) && !$0.isWhitespace }
    rest = rest[word.endIndex...].drop(while: \.isWhitespace)
    return word
  }

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
}
