import Quantities
import ServiceLevels

/// Reads what an `sla` promises.
struct AgreementReading {
  private let declaration: Declaration
  private let source: SourceText
  private var target: (percent: PercentSyntax, window: WindowSyntax)?
  private var rule: (syntax: CountingRuleSyntax, clause: Clause)?
  private var credits: (steps: [CreditStep], clause: Clause)?
  private var rolling: Clause?
  private var exclusion: Clause?

  init(_ declaration: Declaration, _ source: SourceText) throws(Diagnostic) {
    self.declaration = declaration
    self.source = source
    for clause in declaration.clauses { try take(clause) }
  }

  private mutating func take(_ clause: Clause) throws(Diagnostic) {
    switch clause.content {
    case .availability(let percent, let window):
      try once(target == nil, clause)
      target = (percent, try self.window(window, percent))
    case .counted(let syntax):
      try once(rule == nil, clause)
      rule = (syntax, clause)
    case .credits(let steps):
      try once(credits == nil, clause)
      credits = (steps, clause)
    case .rolling:
      try once(rolling == nil, clause)
      rolling = clause
    case .excludingMaintenance:
      try once(exclusion == nil, clause)
      exclusion = clause
    default: throw misplaced(clause)
    }
  }

  private func window(
    _ window: WindowSyntax?, _ percent: PercentSyntax
  ) throws(Diagnostic) -> WindowSyntax {
    if let window { return window }
    throw Diagnostic(
      .missingWord, "a promise is judged window by window; say which, such as 'per month'",
      at: percent.span.after, fixes: [" per month", " per calendar month"])
  }

  private func misplaced(_ clause: Clause) -> Diagnostic {
    let removal = removal(of: clause)
    return Diagnostic(
      .misplacedClause,
      """
      \(clause.content.word) has no meaning here: an sla has a percentage per window, and may have \
      counted, credits, rolling and excluding maintenance
      """, at: removal.span, fixes: removal.fixes)
  }

  private func once(_ isFirst: Bool, _ clause: Clause) throws(Diagnostic) {
    guard !isFirst else { return }
    throw .twice(clause, removal(of: clause))
  }

  private func removal(of clause: Clause) -> ClauseRemoval {
    ClauseRemoval(of: clause.span, in: source)
  }

  // MARK: The promise

  func agreement() throws(Diagnostic) -> ServiceLevelAgreement {
    guard let target else {
      throw Diagnostic(
        .missingWord, "an sla promises something, such as '99.95% per month'",
        at: declaration.clauses.first?.span.before ?? declaration.name.span.after,
        fixes: [declaration.clauses.isEmpty ? ": 99.95% per month" : "99.95% per month, "])
    }
    let percent = try QuantityReading.value(target.percent)
    let rule = try rule.map { rule throws(Diagnostic) in try Self.rule(rule.syntax) }
    let ladder = try ladder()
    try refuseRollingErrors()
    do throws(ServiceLevelError) {
      return try ServiceLevelAgreement(
        declaration.name.text, target: percent, per: target.window.value,
        isRolling: rolling != nil, counted: rule ?? .continuous,
        excludesMaintenance: exclusion != nil, credits: ladder)
    } catch {
      throw diagnostic(error)
    }
  }

  private func refuseRollingErrors() throws(Diagnostic) {
    guard case .errorsAbove? = rule?.syntax, let rolling else { return }
    let removal = removal(of: rolling)
    throw Diagnostic(
      .notYet, "minutes of errors in windows that roll are not yet built; leave one of them out",
      at: removal.span, fixes: removal.fixes)
  }

  private static func rule(_ syntax: CountingRuleSyntax) throws(Diagnostic) -> MeasuringRule {
    switch syntax {
    case .continuous: .continuous
    case .wholeMinutes: .wholeMinutes
    case .runs(let length): .runs(of: try QuantityReading.value(length))
    case .cells(let length): .cells(of: try QuantityReading.value(length))
    case .averageErrors: .averageErrors
    case .errorsAbove(let percent): .errors(above: try QuantityReading.value(percent))
    }
  }

  private func ladder() throws(Diagnostic) -> CreditLadder? {
    guard let credits else { return nil }
    var steps: [CreditLadder.Step] = []
    for step in credits.steps {
      steps.append(
        CreditLadder.Step(
          credit: try QuantityReading.value(step.credit),
          below: try QuantityReading.value(step.below)))
    }
    do throws(ServiceLevelError) {
      return try CreditLadder(steps)
    } catch {
      throw Diagnostic(
        .valueOutOfRange, error.description, at: credits.clause.span,
        fixes: Self.ordered(credits.steps, steps))
    }
  }

  /// The same steps in order, where that makes a ladder of them.
  private static func ordered(
    _ written: [CreditStep], _ steps: [CreditLadder.Step]
  ) -> [String] {
    let places = steps.indices.sorted { steps[$0].below.complement < steps[$1].below.complement }
    guard (try? CreditLadder(places.map { steps[$0] })) != nil else { return [] }
    let text = places.map { "\(written[$0].credit.text) below \(written[$0].below.text)" }
    return ["credits " + text.joined(separator: ", ")]
  }

  /// The same rule of a usual length, where that fits.
  private var ruleFix: [String] {
    guard let window = target?.window.value.length, window >= .minutes(5) else { return [] }
    return switch rule?.syntax {
    case .runs: ["counted runs of 5min"]
    case .cells: ["counted cells of 5min"]
    default: []
    }
  }

  /// What the promise as a whole is refused for, at the words that cause it.
  private func diagnostic(_ error: ServiceLevelError) -> Diagnostic {
    let (span, fixes): (SourceSpan?, [String]) =
      switch error {
      case .target: (target?.percent.span, ["99.95%"])
      case .window: (target?.window.span, ["month"])
      case .rollingCalendar: (target?.window.span, ["month", "28d"])
      case .ruleLength: (rule?.clause.span, ruleFix)
      case .errorRatio: (rule?.clause.span, ["counted errors above 5%"])
      case .ladder: (credits?.clause.span, [])
      case .noBudget, .begunCalendar, .begun: (nil, [])
      }
    return Diagnostic(
      .valueOutOfRange, error.description, at: span ?? declaration.name.span, fixes: fixes)
  }
}
