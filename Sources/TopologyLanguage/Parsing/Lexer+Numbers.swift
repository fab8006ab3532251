// Numbers, and the ways to write them that mean different things to different readers.
extension Lexer {
  mutating func readNumber() throws(Diagnostic) {
    let whole = endOfDigits(from: position)
    var end = whole
    if byte(at: end) == UInt8(ascii: "."), Self.isDigit(byte(at: end + 1)) {
      end = endOfDigits(from: end + 1)
    }
    try refuseTrailingDot(at: end, hasFraction: end > whole)
    end = endOfExponent(from: end)
    if end == whole { try refuseComma(after: whole) }
    add(.number, upTo: end)
  }

  private func endOfDigits(from start: Int) -> Int {
    var end = start
    while Self.isDigit(byte(at: end)) || byte(at: end) == UInt8(ascii: "_") { end += 1 }
    return end
  }

  private func endOfExponent(from start: Int) -> Int {
    guard byte(at: start) | 0x20 == UInt8(ascii: "e") else { return start }
    let sign = byte(at: start + 1)
    let digits = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? start + 2 : start + 1
    return Self.isDigit(byte(at: digits)) ? endOfDigits(from: digits) : start
  }

  private func refuseTrailingDot(at end: Int, hasFraction: Bool) throws(Diagnostic) {
    guard byte(at: end) == UInt8(ascii: "."), byte(at: end + 1) != UInt8(ascii: ".") else { return }
    guard !hasFraction else { throw secondPoint(at: end) }
    let number = SourceSpan(offset: position, length: end - position)
    throw Diagnostic(
      .malformedNumber, "digits must follow the decimal point",
      at: SourceSpan(offset: position, length: end + 1 - position),
      fixes: [source.text(in: number)])
  }

  /// `99.9.5` is refused; the first point is taken for the decimal one.
  private func secondPoint(at point: Int) -> Diagnostic {
    let end = endOfDigits(from: point + 1)
    let first = source.text(in: SourceSpan(offset: position, length: point - position))
    let rest = source.text(in: SourceSpan(offset: point + 1, length: end - point - 1))
    return Diagnostic(
      .malformedNumber, "a number has one decimal point",
      at: SourceSpan(offset: position, length: end - position), fixes: [first + rest])
  }

  /// `.5` is refused: next to names with dots it is too easy to misread.
  func refuseMissingZero(_ byte: UInt8) throws(Diagnostic) {
    guard byte == UInt8(ascii: "."), Self.isDigit(peek()) else { return }
    let span = SourceSpan(
      offset: position, length: endOfDigits(from: position + 1) - position)
    throw Diagnostic(
      .malformedNumber, "a number begins with a digit", at: span,
      fixes: ["0\(source.text(in: span))"])
  }

  /// `99,95%` and `12,000` are refused: a comma separates clauses.
  private func refuseComma(after end: Int) throws(Diagnostic) {
    guard byte(at: end) == UInt8(ascii: ","), Self.isDigit(byte(at: end + 1)) else { return }
    let groups = groupedDigits(from: end)
    let followsPercent = byte(at: groups.end) == UInt8(ascii: "%")
    if groups.areThousands, !followsPercent, end - position <= 3 {
      throw grouping(upTo: groups.end)
    }
    let isFraction = byte(at: groups.end) == UInt8(ascii: ".")
    if groups.count == 1, !isFraction { throw decimalComma(upTo: groups.end) }
  }

  /// Stops as soon as the digits can be neither a fraction nor groups of three, so that a long list
  /// is not read again for each of its numbers.
  private func groupedDigits(from comma: Int) -> (end: Int, count: Int, areThousands: Bool) {
    var end = comma
    var count = 0
    var areThousands = true
    while count < 2 || areThousands, byte(at: end) == UInt8(ascii: ","),
      Self.isDigit(byte(at: end + 1))
    {
      let next = endOfDigits(from: end + 1)
      areThousands = areThousands && next - end == 4
      count += 1
      end = next
    }
    return (end, count, areThousands)
  }

  private func grouping(upTo end: Int) -> Diagnostic {
    let span = SourceSpan(offset: position, length: end - position)
    let fixed = source.text(in: span).split(separator: ",").joined(separator: "_")
    return Diagnostic(
      .groupingComma, "a comma separates clauses; group digits with '_'", at: span, fixes: [fixed],
      notes: ["if two things are meant, write a blank after the comma"])
  }

  private func decimalComma(upTo end: Int) -> Diagnostic {
    let span = SourceSpan(offset: position, length: end - position)
    let parts = source.text(in: span).split(separator: ",")
    return Diagnostic(
      .decimalComma, "a comma separates clauses; the decimal sign is a point", at: span,
      fixes: [parts.joined(separator: ".")],
      notes: ["if two things are meant, write a blank after the comma"])
  }
}
