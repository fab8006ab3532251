import Quantities

/// What the options of a fit ask: each at most once but for severities, none against another.
struct FitReading {
  private let source: SourceText
  private let options: [FitOption]
  private(set) var fit: CheckedFit

  init(_ syntax: FitSyntax, _ source: SourceText) throws(Diagnostic) {
    self.source = source
    options = syntax.options
    fit = CheckedFit(file: syntax.file, at: syntax.fileSpan)
    try refuseRepetition()
    for option in options { try take(option) }
    try refuseTwoEnds()
  }

  private mutating func take(_ option: FitOption) throws(Diagnostic) {
    let part = part(of: option.content)
    fit.places[part] = fit.places[part] ?? option.span
    switch option.content {
    case .service(let name): fit.service = name.text
    case .from(let instant): fit.from = instant
    case .to(let instant): fit.to = instant
    case .zone(let zone): fit.zone = zone
    case .flaps(let length): fit.flaps = try Self.length(length, "flaps", fix: "1min")
    case .joining(let length): fit.joining = try Self.length(length, "joining", fix: "5min")
    case .column(let column, let name): fit.columns[column] = name
    case .severity(let severity): fit.severities.append(severity)
    case .share(let share): fit.shareAbove = try Self.share(share)
    case .confidence(let confidence): fit.confidence = try Self.confidence(confidence)
    }
  }

  private func part(of option: FitOption.Content) -> CheckedFit.Part {
    switch option {
    case .service: .service
    case .from: .from
    case .to: .to
    case .zone: .zone
    case .flaps: .flaps
    case .joining: .joining
    case .column(let column, _): .column(column)
    case .severity: .severity
    case .share: .share
    case .confidence: .confidence
    }
  }

  // MARK: Options against each other

  private func refuseRepetition() throws(Diagnostic) {
    var words: Set<String> = []
    for option in options where option.content.word != "severity" {
      if words.insert(option.content.word).inserted { continue }
      throw refusal(
        of: option, .duplicateClause,
        "'\(option.content.word)' stands here twice; keep one of them")
    }
  }

  private func refuseTwoEnds() throws(Diagnostic) {
    guard fit.columns[.end] != nil,
      let option = options.first(where: { $0.content.word == "column duration" })
    else { return }
    throw refusal(
      of: option, .contradictoryOptions,
      "an incident ends at its end or after its duration; keep one of the two columns")
  }

  private func refusal(
    of option: FitOption, _ code: DiagnosticCode, _ message: String
  ) -> Diagnostic {
    let removal = ClauseRemoval(of: option.span, in: source)
    return Diagnostic(code, message, at: removal.span, fixes: removal.fixes)
  }

  // MARK: Values

  private static func length(
    _ duration: DurationSyntax, _ word: String, fix: String
  ) throws(Diagnostic) -> Duration {
    let length = try QuantityReading.value(duration)
    guard length > .zero else {
      throw Diagnostic(
        .valueOutOfRange, "'\(word)' is longer than 0", at: duration.span, fixes: [fix])
    }
    return length
  }

  private static func share(_ percent: PercentSyntax) throws(Diagnostic) -> Probability {
    let share = try QuantityReading.value(percent)
    guard share.complement > 0 else {
      throw Diagnostic(
        .valueOutOfRange, "no share of the users is above \(percent.text)", at: percent.span,
        fixes: ["50%"])
    }
    return share
  }

  private static func confidence(_ percent: PercentSyntax) throws(Diagnostic) -> Probability {
    let confidence = try QuantityReading.value(percent)
    guard confidence.value > 0, confidence.complement > 0 else {
      throw Diagnostic(
        .valueOutOfRange, "a confidence is above 0% and below 100%, not \(percent.text)",
        at: percent.span, fixes: ["95%"])
    }
    return confidence
  }
}
