// Fits of incident logs.
extension Parser {
  mutating func parseFit() throws(Diagnostic) -> Question {
    let start = current.span
    let file = try parseQuotedText(after: "'fit'")
    var options: [FitOption] = []
    while take(.comma) { options.append(try parseFitOption()) }
    try refuseAfterFit()
    return .fit(FitSyntax(file: file, options: options, fileSpan: start))
  }

  private func refuseAfterFit() throws(Diagnostic) {
    guard !current.endsStatement else { return }
    if current.kind == .word, Self.fitOptions.contains(text(current)) {
      throw missing(.missingComma, "options are separated by commas", insert: ",")
    }
    throw unknownWord("',' and an option", among: Self.fitOptions)
  }

  private static let fitOptions = [
    "service", "from", "to", "zone", "flaps", "joining", "column", "severity", "share",
    "confidence",
  ]

  private mutating func parseFitOption() throws(Diagnostic) -> FitOption {
    let start = current.span
    let content = try parseFitContent()
    return FitOption(content, span: span(from: start))
  }

  /// The words of options that the language doesn't reserve are told by their text.
  private mutating func parseFitContent() throws(Diagnostic) -> FitOption.Content {
    guard current.kind == .word, Self.fitOptions.contains(text(current)) else {
      throw unknownWord("an option", among: Self.fitOptions)
    }
    let option = text(advance())
    let word = "'\(option)'"
    switch option {
    case "service": return .service(try parseName(after: word))
    case "from": return .from(try parseInstant(after: word))
    case "to": return .to(try parseInstant(after: word))
    case "zone": return .zone(try parseLogText("a zone such as \"Europe/Berlin\"", after: word))
    case "severity": return .severity(try parseLogText("a severity in quotes", after: word))
    case "flaps": return .flaps(try parseDuration(after: word))
    case "joining": return .joining(try parseDuration(after: word))
    case "column": return try parseColumn()
    case "share":
      try expect(.above, after: word)
      return .share(above: try parsePercent(after: "'above'"))
    default: return .confidence(try parsePercent(after: word))
    }
  }

  private mutating func parseColumn() throws(Diagnostic) -> FitOption.Content {
    let columns = FitOption.Column.allCases.map(\.rawValue)
    guard current.kind == .word, let column = FitOption.Column(rawValue: text(current)) else {
      throw unknownWord("what the column holds", among: columns)
    }
    advance()
    let name = try parseLogText("its name in quotes", after: "'\(column.rawValue)'")
    return .column(column, name)
  }

  /// A word of the log in quotes; one without them gets them as the fix.
  private mutating func parseLogText(
    _ what: String, after word: String
  ) throws(Diagnostic) -> String {
    guard current.kind != .string else { return nameText(advance()) }
    guard current.kind == .word else { throw expected(what, .expectedText, after: word) }
    throw unquoted(what, after: word)
  }

  /// An instant in quotes: dates and times are no numbers of the language.
  private mutating func parseInstant(after word: String) throws(Diagnostic) -> String {
    guard current.kind != .string else { return nameText(advance()) }
    let what = "a date or a time in quotes"
    guard current.kind == .number || current.kind == .word else {
      throw expected(what, .expectedText, after: word)
    }
    throw unquoted(what, after: word)
  }

  /// What stands up to the next comma, with quotes as the fix.
  private func unquoted(_ what: String, after word: String) -> Diagnostic {
    var distance = 0
    while !peek(distance + 1).endsStatement, peek(distance + 1).kind != .comma { distance += 1 }
    let span = current.span.through(peek(distance).span)
    let written = source.text(in: span)
    return Diagnostic(
      .expectedText, "expected \(what) after \(word), found '\(written.prefix(40))'", at: span,
      fixes: [QuotedText.quote(written)])
  }
}
