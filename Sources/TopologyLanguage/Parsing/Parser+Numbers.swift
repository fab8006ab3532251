import Quantities

// Plain numbers and counts.
extension Parser {
  /// One value, or a range of belief: `low to high`.
  mutating func parseQuantity<Value>(
    _ read: (inout Parser) throws(Diagnostic) -> Written<Value>
  ) throws(Diagnostic) -> Quantity<Value> {
    let low = try read(&self)
    guard take(.to) else { return .point(low) }
    return .range(low: low, high: try read(&self))
  }

  /// The digits of a number token. Throws when they can't be held.
  func decimal(_ token: Token) throws(Diagnostic) -> DecimalNumber {
    do throws(QuantityError) {
      return try DecimalNumber(text(token))
    } catch {
      throw tooLarge(token)
    }
  }

  /// The value of a number token. Throws above the largest `Double`.
  func double(_ token: Token) throws(Diagnostic) -> Double {
    let value = try decimal(token).double
    guard value.isFinite else { throw tooLarge(token) }
    return value
  }

  func tooLarge(_ token: Token) -> Diagnostic {
    Diagnostic(
      .numberTooLarge, "'\(text(token).prefix(40))' is more than a number can hold here",
      at: token.span)
  }

  mutating func parseNumber(after word: String) throws(Diagnostic) -> NumberSyntax {
    try parseQuantity { parser throws(Diagnostic) in try parser.parseNumberLiteral(after: word) }
  }

  private mutating func parseNumberLiteral(
    after word: String
  ) throws(Diagnostic) -> Written<Double> {
    guard current.kind == .number else {
      throw expected("a plain number such as 1.25", .expectedNumber, after: word)
    }
    let next = peek()
    if next.kind == .percentSign || next.kind == .word && isGlued(current, next) {
      let digits = next.kind == .percentSign ? try fraction(ofPercent: current) : text(current)
      throw refusal(
        .expectedNumber, "expected a plain number such as 1.25 after \(word), found \(found)",
        fixes: [digits])
    }
    let value = try double(current)
    let token = advance()
    return Written(value, text: text(token), span: token.span)
  }

  private func fraction(ofPercent token: Token) throws(Diagnostic) -> String {
    PlainDecimal.text(try decimal(token).scaled(byPowerOfTen: -2))
  }

  mutating func parseCount(after word: String) throws(Diagnostic) -> CountSyntax {
    if isName(current) {
      let token = advance()
      return .name(Identifier(nameText(token), span: token.span))
    }
    guard current.kind == .number else {
      throw current.keyword == nil
        ? expected("a whole number or a name", .expectedCount, after: word) : reservedWord()
    }
    let next = peek()
    let isUnit = next.kind == .word && next.keyword == nil && isGlued(current, next)
    if next.kind == .percentSign || next.keyword == .nines || isUnit {
      throw expected("a whole number or a name", .expectedCount, after: word)
    }
    return .literal(try parseInteger())
  }

  /// `2.5`, and `1e2`, which is whole and not written so.
  private func notWhole(_ token: Token) throws(Diagnostic) -> Diagnostic {
    let digits = text(token)
    let value = try double(token)
    let whole = Int(exactly: value.rounded(.down)).map(String.init)
    let isWhole = value == value.rounded(.down)
    return Diagnostic(
      .fractionalCount,
      "'\(digits.prefix(40))' is not \(isWhole ? "written as " : "")a whole number",
      at: token.span, fixes: whole.map { [$0] } ?? [])
  }

  /// A number token as a whole number of any size that can be counted.
  mutating func parseInteger() throws(Diagnostic) -> Written<Int> {
    let digits = text(current)
    guard digits.utf8.allSatisfy({ Lexer.isDigit($0) || $0 == UInt8(ascii: "_") }) else {
      throw try notWhole(current)
    }
    guard let value = Int(digits.filter { $0 != "_" }) else { throw tooLarge(current) }
    let token = advance()
    if current.keyword == .to, peek().kind == .number { throw rangeOfCounts(token) }
    return Written(value, text: digits, span: token.span)
  }

  /// `2 to 3 of 4`: how many there are is chosen.
  private func rangeOfCounts(_ low: Token) -> Diagnostic {
    Diagnostic(
      .misplacedBelief, "how many there are is chosen, not believed: write one whole number",
      at: low.span.through(peek().span), fixes: [text(low), text(peek())])
  }
}
